//! Tensors to a file, by the reference writer.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
};

use super::{PREFIX_BYTES, SafetensorsError};
use crate::Result;

/// How many bits of a number are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// All 32: F32.
    Full,
    /// The nearest number of 16 bits: F16, with 11 significant bits; beyond 65,504 infinite.
    Half,
}

/// One tensor for the reference writer.
struct Row<'a> {
    shape: &'a [usize],
    data: &'a [f32],
    precision: Precision,
}

impl safetensors::View for Row<'_> {
    fn dtype(&self) -> safetensors::Dtype {
        match self.precision {
            Precision::Full => safetensors::Dtype::F32,
            Precision::Half => safetensors::Dtype::F16,
        }
    }

    fn shape(&self) -> &[usize] {
        self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let values = self.data.iter();
        Cow::Owned(match self.precision {
            Precision::Full => values.flat_map(|value| value.to_le_bytes()).collect(),
            Precision::Half => values.flat_map(|value| half::f16::from_f32(*value).to_le_bytes()).collect(),
        })
    }

    fn data_len(&self) -> usize {
        match self.precision {
            Precision::Full => size_of_val(self.data),
            Precision::Half => size_of_val(self.data) / 2,
        }
    }
}

/// A whole safetensors file of F32 tensors `(name, shape, values)`, which it stores by name.
///
/// The same tensors and metadata give the same bytes every time.
///
/// # Errors
/// [`SafetensorsError::WriteLength`], [`SafetensorsError::DuplicateName`],
/// [`SafetensorsError::ReservedName`], or [`SafetensorsError::Write`] from the reference writer.
pub fn write(
    tensors: &[(String, Vec<usize>, &[f32])],
    metadata: &BTreeMap<String, String>,
) -> Result<Vec<u8>> {
    write_as(Precision::Full, tensors, metadata)
}

/// As [`write`], with each number stored in `precision`.
///
/// # Errors
/// Those of [`write`].
pub fn write_as(
    precision: Precision,
    tensors: &[(String, Vec<usize>, &[f32])],
    metadata: &BTreeMap<String, String>,
) -> Result<Vec<u8>> {
    let mut names = HashSet::new();
    for (name, shape, data) in tensors {
        if name == "__metadata__" {
            return Err(SafetensorsError::ReservedName.into());
        }
        if !names.insert(name) {
            return Err(SafetensorsError::DuplicateName { tensor: name.clone() }.into());
        }
        let count = shape.iter().try_fold(1_usize, |count, length| count.checked_mul(*length));
        if count != Some(data.len()) {
            let (tensor, shape, found) = (name.clone(), shape.clone(), data.len());
            return Err(SafetensorsError::WriteLength { tensor, shape, found }.into());
        }
    }
    let rows = tensors.iter().map(|(name, shape, data)| (name.as_str(), Row { shape, data, precision }));
    let file = safetensors::serialize(rows, None).map_err(|error| refuse(&error))?;
    if metadata.is_empty() { Ok(file) } else { insert_metadata(file, metadata) }
}

/// Puts `__metadata__` at the front of the header. The reference writer takes a hash map, whose
/// random order would give other bytes each time, and recipes compare digests of files.
fn insert_metadata(file: Vec<u8>, metadata: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let length = super::header_len(&file, Some(file.len() as u64))?;
    let (header, data) = file[PREFIX_BYTES..].split_at(length);
    let entries = header.trim_ascii().strip_prefix(b"{").unwrap_or(header);
    let metadata = serde_json::to_vec(metadata).map_err(|error| refuse(&error))?;

    let mut joined = b"{\"__metadata__\":".to_vec();
    joined.extend(metadata);
    joined.extend_from_slice(if entries == b"}" { b"" } else { b"," });
    joined.extend_from_slice(entries);
    // The reference writer pads with spaces so that the data begin at a multiple of 8.
    joined.resize(joined.len().next_multiple_of(8), b' ');

    let mut whole = Vec::with_capacity(PREFIX_BYTES + joined.len() + data.len());
    whole.extend((joined.len() as u64).to_le_bytes());
    whole.extend(joined);
    whole.extend_from_slice(data);
    super::header_len(&whole, None)?;
    Ok(whole)
}

fn refuse(error: &dyn std::error::Error) -> SafetensorsError {
    SafetensorsError::Write { reason: error.to_string() }
}
