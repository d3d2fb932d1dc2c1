//! Bytes of an npz archive to named arrays.

use std::{borrow::Cow, collections::HashSet};

use miniz_oxide::inflate;

use super::{NpzError, directory, directory::Entry};
use crate::{Array, Result, npy};

/// Most bytes that all arrays of an archive may unpack to: 1 GiB. An array is held twice while
/// it is read, and a page has 4 GiB in all.
pub const UNPACKED_LIMIT_BYTES: u64 = 1 << 30;

/// Most bytes that deflate can make of one: a code of 2 bits stands for 258 bytes.
/// Source: Mark Adler, "Maximum Compression Factor" <https://zlib.net/zlib_tech.html> (1032:1).
const DEFLATE_MOST_RATIO: u64 = 1032;

/// The arrays of a whole `.npz` file in the order of the file, named without `.npy`.
///
/// Sizes are judged before anything is unpacked, so memory stays within the smaller of
/// [`UNPACKED_LIMIT_BYTES`] and what the packed bytes can hold.
///
/// # Errors
/// [`NpzError`], one variant for each fault; that of an array names its entry.
pub fn read(archive: &[u8]) -> Result<Vec<(String, Array)>> {
    let entries = directory::read(archive)?;
    check_sizes(&entries)?;
    let mut names = HashSet::new();
    let mut arrays = Vec::new();
    for entry in &entries {
        let name = entry.name.strip_suffix(".npy").unwrap_or(&entry.name);
        if !names.insert(name) {
            return Err(NpzError::DuplicateName { entry: entry.name.clone() }.into());
        }
        let bytes = unpack(entry)?;
        let found = crc32fast::hash(&bytes);
        if found != entry.checksum {
            let (entry, expected) = (entry.name.clone(), entry.checksum);
            return Err(NpzError::Checksum { entry, expected, found }.into());
        }
        let array = npy::read(&bytes)
            .map_err(|source| NpzError::Array { entry: entry.name.clone(), source: Box::new(source) })?;
        arrays.push((name.to_owned(), array));
    }
    Ok(arrays)
}

fn check_sizes(entries: &[Entry<'_>]) -> std::result::Result<(), NpzError> {
    let mut claimed = 0;
    for entry in entries {
        let (name, packed) = (|| entry.name.clone(), entry.packed.len() as u64);
        let most = match entry.method {
            0 => packed,
            8 => packed * DEFLATE_MOST_RATIO,
            method => return Err(NpzError::UnsupportedMethod { entry: name(), method }),
        };
        if entry.unpacked_bytes > most {
            return Err(NpzError::ImplausibleSize { entry: name(), claimed: entry.unpacked_bytes, packed });
        }
        claimed += entry.unpacked_bytes;
        if claimed > UNPACKED_LIMIT_BYTES {
            return Err(NpzError::TooLarge { claimed });
        }
    }
    Ok(())
}

/// The bytes of one entry, exactly as many as it claims. Stored ones are not copied.
fn unpack<'a>(entry: &Entry<'a>) -> std::result::Result<Cow<'a, [u8]>, NpzError> {
    let claimed = entry.unpacked_bytes;
    let refuse = |reason| NpzError::Unpack { entry: entry.name.clone(), claimed, reason };
    let bytes = match entry.method {
        0 => Cow::Borrowed(entry.packed),
        _ => match inflate::decompress_to_vec_with_limit(entry.packed, claimed as usize) {
            Ok(bytes) => Cow::Owned(bytes),
            Err(error) if error.status == inflate::TINFLStatus::HasMoreOutput => {
                return Err(refuse("there are more"));
            }
            Err(_) => return Err(refuse("the packed bytes are not valid deflate")),
        },
    };
    match (bytes.len() as u64).cmp(&claimed) {
        std::cmp::Ordering::Equal => Ok(bytes),
        std::cmp::Ordering::Less => Err(refuse("there are fewer")),
        std::cmp::Ordering::Greater => Err(refuse("there are more")),
    }
}
