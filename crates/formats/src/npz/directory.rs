//! The zip directory at the end of an archive: which entries there are, and where.
//!
//! Layout: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory),
//! 4.3.16 (its end). Only archives that begin at byte 0 and end with their directory are read.

use super::NpzError;

pub(super) const LOCAL_SIGNATURE: &[u8; 4] = b"PK\x03\x04";
pub(super) const DIRECTORY_SIGNATURE: &[u8; 4] = b"PK\x01\x02";
pub(super) const END_SIGNATURE: &[u8; 4] = b"PK\x05\x06";
const LOCAL_BYTES: usize = 30;
const DIRECTORY_BYTES: usize = 46;
const END_BYTES: usize = 22;

/// One entry: what the directory says of it, and its packed bytes.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) name: String,
    pub(super) method: u16,
    pub(super) checksum: u32,
    pub(super) unpacked_bytes: u64,
    pub(super) packed: &'a [u8],
}

/// All entries in the order of the directory. Allocates a few bytes for each entry that is there.
pub(super) fn read(archive: &[u8]) -> Result<Vec<Entry<'_>>, NpzError> {
    let end = find_end(archive).ok_or(NpzError::NotZip)?;
    let count = u16_at(archive, end + 10);
    let (size, start) = (u32_at(archive, end + 12), u32_at(archive, end + 16));
    let several_disks = u16_at(archive, end + 4) != 0 || u16_at(archive, end + 6) != 0;
    if several_disks
        || u16_at(archive, end + 8) != count
        || count == u16::MAX
        || start == u32::MAX
        || size == u32::MAX
    {
        return Err(NpzError::Zip64);
    }
    let damaged = |reason| NpzError::Directory { reason };
    let start = start as usize;
    if start.checked_add(size as usize) != Some(end) {
        return Err(damaged("it does not lie between the entries and the end"));
    }
    let (entries_area, mut rest) = (&archive[..start], &archive[start..end]);
    let mut entries = Vec::new();
    for _ in 0..count {
        let (fixed, tail) = rest.split_at_checked(DIRECTORY_BYTES).ok_or(damaged("it is cut off"))?;
        if !fixed.starts_with(DIRECTORY_SIGNATURE) {
            return Err(damaged("an entry does not start with its mark"));
        }
        let [name_bytes, extra_bytes, comment_bytes] = [28, 30, 32].map(|at| usize::from(u16_at(fixed, at)));
        let (name, tail) = tail.split_at_checked(name_bytes).ok_or(damaged("a name is cut off"))?;
        rest = tail.get(extra_bytes + comment_bytes..).ok_or(damaged("an entry is cut off"))?;
        entries.push(locate(entries_area, fixed, name)?);
    }
    if !rest.is_empty() {
        return Err(damaged("it has bytes that belong to no entry"));
    }
    Ok(entries)
}

/// The end record: the last one whose comment reaches exactly to the end of the archive.
fn find_end(archive: &[u8]) -> Option<usize> {
    let last = archive.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|at| {
        archive[*at..].starts_with(END_SIGNATURE) && usize::from(u16_at(archive, at + 20)) == last - at
    })
}

/// One entry from its `DIRECTORY_BYTES` in the directory, checked against its local header.
fn locate<'a>(area: &'a [u8], fixed: &[u8], name: &[u8]) -> Result<Entry<'a>, NpzError> {
    let Ok(name_text) = std::str::from_utf8(name) else {
        return Err(NpzError::Directory { reason: "a name is not UTF-8 text" });
    };
    let entry = || name_text.to_owned();
    if u16_at(fixed, 8) & 1 == 1 {
        return Err(NpzError::Encrypted { entry: entry() });
    }
    let (packed_bytes, unpacked_bytes) = (u32_at(fixed, 20), u32_at(fixed, 24));
    if packed_bytes == u32::MAX || unpacked_bytes == u32::MAX {
        return Err(NpzError::Zip64);
    }
    let start = u32_at(fixed, 42) as usize;
    let misplaced = |reason| {
        let start = start as u64;
        NpzError::Misplaced { entry: entry(), start, end: start + u64::from(packed_bytes), reason }
    };
    let local = area.get(start..).and_then(|rest| rest.split_at_checked(LOCAL_BYTES));
    let (local, rest) = local.ok_or_else(|| misplaced("that is outside the archive"))?;
    if !local.starts_with(LOCAL_SIGNATURE) {
        return Err(misplaced("no entry starts there"));
    }
    let (local_name, extra) = (usize::from(u16_at(local, 26)), usize::from(u16_at(local, 28)));
    if !rest.starts_with(name) || local_name != name.len() {
        return Err(misplaced("another name is there"));
    }
    let packed = rest.get(local_name + extra..).and_then(|rest| rest.get(..packed_bytes as usize));
    Ok(Entry {
        name: entry(),
        method: u16_at(fixed, 10),
        checksum: u32_at(fixed, 16),
        unpacked_bytes: u64::from(unpacked_bytes),
        packed: packed.ok_or_else(|| misplaced("its bytes run into the directory"))?,
    })
}

/// Little-endian numbers; every caller has checked that the bytes are there, and if not, 0.
fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |raw| u16::from_le_bytes(*raw))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |raw| u32::from_le_bytes(*raw))
}
