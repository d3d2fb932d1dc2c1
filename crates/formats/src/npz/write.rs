//! Named arrays to the bytes of an npz archive.

use std::collections::HashSet;

use super::{
    NpzError,
    directory::{DIRECTORY_SIGNATURE, END_SIGNATURE, LOCAL_SIGNATURE},
};
use crate::{Array, Result, npy};

/// Version of the zip format needed to read: 2.0, as Python's zipfile writes.
const VERSION: u16 = 20;
/// Flag bit 11: the name is UTF-8.
const UTF8_NAME: u16 = 1 << 11;
/// 1980-01-01, the first day that zip can express, so that the same arrays give the same bytes.
const DATE: u16 = (1 << 5) | 1;
/// Longest name, well below the 65535 that its length field can hold.
const LONGEST_NAME: usize = 60_000;

/// A whole `.npz` file of named arrays, uncompressed, in the given order.
///
/// The same arrays give the same bytes every time. A name `x` is stored as `x.npy`, as NumPy does.
///
/// # Errors
/// [`NpzError::WriteName`], [`NpzError::DuplicateName`], [`NpzError::WriteTooLarge`] from 4 GiB or
/// 65535 arrays on, and whatever [`npy::write`] refuses.
pub fn write(arrays: &[(String, Array)]) -> Result<Vec<u8>> {
    check_limit(arrays.len() as u64, u64::from(u16::MAX) - 1)?;
    let mut names = HashSet::new();
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, array) in arrays {
        if name.is_empty() || name.len() > LONGEST_NAME {
            return Err(NpzError::WriteName { found: name.len() }.into());
        }
        if !names.insert(name) {
            return Err(NpzError::DuplicateName { entry: name.clone() }.into());
        }
        let file = npy::write(array)
            .map_err(|source| NpzError::Array { entry: name.clone(), source: Box::new(source) })?;
        let offset = archive.len() as u64;
        check_limit(offset + file.len() as u64, u64::from(u32::MAX) - 1)?;
        let name = format!("{name}.npy");
        let common = common_fields(&name, &file);

        archive.extend_from_slice(LOCAL_SIGNATURE);
        archive.extend_from_slice(&common);
        archive.extend(name.as_bytes());
        archive.extend(file);

        directory.extend_from_slice(DIRECTORY_SIGNATURE);
        directory.extend(VERSION.to_le_bytes());
        directory.extend_from_slice(&common);
        // No comment, disk 0, no attributes.
        directory.extend([0; 10]);
        directory.extend((offset as u32).to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = archive.len() as u64;
    check_limit(start + directory.len() as u64, u64::from(u32::MAX) - 1)?;
    let (count, size) = (arrays.len() as u16, directory.len() as u32);
    archive.extend(directory);
    archive.extend_from_slice(END_SIGNATURE);
    archive.extend([0; 4]);
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(size.to_le_bytes());
    archive.extend((start as u32).to_le_bytes());
    archive.extend([0; 2]);
    Ok(archive)
}

/// The 26 bytes that a local header and its directory entry share.
fn common_fields(name: &str, file: &[u8]) -> Vec<u8> {
    let flags = if name.is_ascii() { 0 } else { UTF8_NAME };
    let mut fields = Vec::new();
    // Version, flags, method 0 (stored), time 00:00, date.
    fields.extend([VERSION, flags, 0, 0, DATE].into_iter().flat_map(u16::to_le_bytes));
    let length = file.len() as u32;
    fields.extend([crc32fast::hash(file), length, length].into_iter().flat_map(u32::to_le_bytes));
    // Length of the name, no extra field.
    fields.extend([name.len() as u16, 0].into_iter().flat_map(u16::to_le_bytes));
    fields
}

fn check_limit(found: u64, limit: u64) -> Result<()> {
    if found > limit { Err(NpzError::WriteTooLarge { found, limit }.into()) } else { Ok(()) }
}
