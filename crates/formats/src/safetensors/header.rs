//! The header: which tensors a file has, and where their bytes are.

use std::collections::BTreeMap;

use super::{Dtype, SafetensorsError, entries, layout, lookalike};
use crate::{Result, near};

/// Bytes before the header: its length as a little-endian u64.
pub const PREFIX_BYTES: usize = 8;

/// The longest header that is read. Source: `MAX_HEADER_SIZE` in `safetensors/src/tensor.rs`, 0.8.
pub const MAX_HEADER_BYTES: u64 = 100_000_000;

/// One tensor of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensorInfo {
    /// Its name, unique in the file.
    pub name: String,
    /// Type of its elements.
    pub dtype: Dtype,
    /// Length of each dimension, row-major; empty for a single number.
    pub shape: Vec<usize>,
    /// First byte, counted from the start of the file.
    pub start: u64,
    /// One past its last byte, counted from the start of the file.
    pub end: u64,
}

/// A header that was checked in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The tensors in the order of their bytes, without overlap or hole.
    pub tensors: Vec<TensorInfo>,
    /// The free `__metadata__` strings; empty if there are none.
    pub metadata: BTreeMap<String, String>,
    /// Where the tensors' bytes begin: [`PREFIX_BYTES`] + length of the header.
    pub data_start: u64,
}

/// How many bytes the header has, from the first [`PREFIX_BYTES`] bytes of a file (more are
/// ignored) and the file's length if it is known.
///
/// # Errors
/// [`SafetensorsError`]: too few bytes, length 0, above [`MAX_HEADER_BYTES`], beyond the file, or
/// bytes that look like another kind of file (an HTML page above all).
pub fn header_len(prefix: &[u8], file_len: Option<u64>) -> Result<usize> {
    let Some(first) = prefix.first_chunk::<PREFIX_BYTES>() else {
        let lookalike = lookalike::recognise(prefix);
        return Err(lookalike.unwrap_or(SafetensorsError::TooShort { found: prefix.len() as u64 }).into());
    };
    let found = u64::from_le_bytes(*first);
    if found == 0 {
        return Err(SafetensorsError::HeaderEmpty.into());
    }
    if found > MAX_HEADER_BYTES {
        return Err(lookalike::recognise(first).unwrap_or(SafetensorsError::HeaderTooLarge { found }).into());
    }
    let end = PREFIX_BYTES as u64 + found;
    match file_len {
        Some(file_bytes) if end > file_bytes => {
            let truncated = SafetensorsError::HeaderTruncated { end, file_bytes };
            Err(lookalike::recognise(first).unwrap_or(truncated).into())
        }
        // At most 10^8, which every usize holds.
        _ => Ok(found as usize),
    }
}

/// Reads and checks a header. `json` is the header itself, without the 8 bytes before it.
/// With `file_len` the tensors must fill the file exactly; without it that is not checked.
///
/// # Errors
/// [`SafetensorsError`], one variant for each fault; the first fault found is reported.
pub fn parse_header(json: &[u8], file_len: Option<u64>) -> Result<Header> {
    if let Some(error) = lookalike::recognise_header(json) {
        return Err(error.into());
    }
    if json.len() as u64 > MAX_HEADER_BYTES {
        return Err(SafetensorsError::HeaderTooLarge { found: json.len() as u64 }.into());
    }
    let text = std::str::from_utf8(json)
        .map_err(|error| SafetensorsError::HeaderNotUtf8 { position: error.valid_up_to() })?;
    let entries = entries::read(text)?;
    let data_start = (PREFIX_BYTES + json.len()) as u64;
    let tensors = layout::check(entries.tensors, data_start, file_len)?;
    Ok(Header { tensors, metadata: entries.metadata, data_start })
}

impl Header {
    /// The tensor called `name`.
    ///
    /// # Errors
    /// [`SafetensorsError::NotFound`], which lists the near names or else the first ones.
    pub fn find(&self, name: &str) -> Result<&TensorInfo> {
        self.tensors.iter().find(|tensor| tensor.name == name).ok_or_else(|| {
            SafetensorsError::NotFound { name: name.to_owned(), suggestion: self.suggest(name) }.into()
        })
    }

    /// Bytes of all tensors together, without the header.
    pub fn total_bytes(&self) -> u64 {
        self.tensors.last().map_or(0, |last| last.end - self.data_start)
    }

    fn suggest(&self, name: &str) -> String {
        let names = || self.tensors.iter().map(|tensor| tensor.name.as_str());
        let near = near::near_names(name, names(), 5);
        if !near.is_empty() {
            return format!("near names in this file: {}", near.join(", "));
        }
        let first: Vec<&str> = names().take(5).collect();
        match first.len() {
            0 => "this file has no tensors".to_owned(),
            _ => format!("this file has {} tensors, the first are: {}", self.tensors.len(), first.join(", ")),
        }
    }
}
