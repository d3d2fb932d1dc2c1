//! Why a safetensors file or tensor is refused.

use super::{Dtype, header::MAX_HEADER_BYTES};
use crate::InexactError;

/// One variant for each way in which a file can be wrong. Byte offsets of tensors are as the
/// header states them: counted from the first byte after the header.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[allow(missing_docs)] // each message below states what its fields mean
pub enum SafetensorsError {
    #[error(
        "a safetensors file starts with an 8-byte header length, but only {found} bytes are there; download the file again"
    )]
    TooShort { found: u64 },
    #[error("this is {found}, not a safetensors file; {next_step}")]
    Lookalike { found: &'static str, next_step: &'static str },
    #[error(
        "the header of a safetensors file must hold at least the 2 bytes `{{}}`, but its length is given as 0; the file is empty or damaged, download it again"
    )]
    HeaderEmpty,
    #[error(
        "the file says that its header has {found} bytes, but safetensors allows at most {MAX_HEADER_BYTES}; this is not a safetensors file, or it is damaged"
    )]
    HeaderTooLarge { found: u64 },
    #[error(
        "the header should end at byte {end}, but the file has only {file_bytes} bytes; it is cut off, download it again"
    )]
    HeaderTruncated { end: u64, file_bytes: u64 },
    #[error(
        "the header must be UTF-8 text, but byte {position} of it is not; the file is damaged or not a safetensors file"
    )]
    HeaderNotUtf8 { position: usize },
    #[error("the header must be one JSON object, but it cannot be read: {reason}")]
    HeaderNotJson { reason: String },
    #[error("tensor {tensor:?}: expected an object with dtype, shape and data_offsets, found: {reason}")]
    Entry { tensor: String, reason: String },
    #[error("tensor {tensor:?} appears twice in the header; every name must be unique")]
    DuplicateName { tensor: String },
    #[error("__metadata__ appears twice in the header; it may be there once")]
    DuplicateMetadata,
    #[error("__metadata__ has the key {key:?} twice; every key must be unique")]
    DuplicateMetadataKey { key: String },
    #[error("__metadata__ must map names to strings, but {key:?} is {found}; put its value in quotes")]
    MetadataNotText { key: String, found: &'static str },
    #[error("__metadata__ must be an object of strings: {reason}")]
    Metadata { reason: String },
    #[error("tensor {tensor:?} has the unknown dtype {found:?}; known are {}", Dtype::list())]
    UnknownDtype { tensor: String, found: String },
    #[error(
        "tensor {tensor:?} has the dtype {dtype}, which is not supported yet; supported are {}; convert the checkpoint to one of these",
        Dtype::list_supported()
    )]
    UnsupportedDtype { tensor: String, dtype: Dtype },
    #[error(
        "tensor {tensor:?} has the shape {shape:?}, which is more than this machine can count; the header is damaged"
    )]
    ShapeTooLarge { tensor: String, shape: Vec<u64> },
    #[error(
        "tensor {tensor:?} begins at byte {begin} but ends before it, at byte {end}; the header is damaged"
    )]
    BeginAfterEnd { tensor: String, begin: u64, end: u64 },
    #[error(
        "tensor {tensor:?} of shape {shape:?} and dtype {dtype} needs {expected} bytes, but its data_offsets span {found}"
    )]
    ByteLength { tensor: String, shape: Vec<usize>, dtype: Dtype, expected: u64, found: u64 },
    #[error("tensor {tensor:?} of shape {shape:?} and dtype {dtype} does not fill whole bytes")]
    PartByte { tensor: String, shape: Vec<usize>, dtype: Dtype },
    #[error(
        "tensor {tensor:?} is misaligned: it begins at byte {begin} of the data, which is not a multiple of the {element_bytes} bytes of a {dtype}; save the file again with safetensors 0.3 or later"
    )]
    Misaligned { tensor: String, begin: u64, element_bytes: u64, dtype: Dtype },
    #[error(
        "tensors {first:?} and {second:?} overlap: the first ends at byte {first_end} of the data, the second begins at byte {second_begin}"
    )]
    Overlap { first: String, first_end: u64, second: String, second_begin: u64 },
    #[error(
        "there is a hole before tensor {tensor:?}: it should begin at byte {expected} of the data, but begins at byte {found}"
    )]
    Hole { tensor: String, expected: u64, found: u64 },
    #[error(
        "tensor {tensor:?} is out of bounds: it should end at byte {end} of the file, but the file has only {file_bytes} bytes; it is cut off, download it again"
    )]
    OutOfBounds { tensor: String, end: u64, file_bytes: u64 },
    #[error(
        "the last tensor ends at byte {expected} of the file, but the file has {file_bytes} bytes; the rest belongs to no tensor, so the file is damaged"
    )]
    TrailingBytes { expected: u64, file_bytes: u64 },
    #[error("no tensor is named {name:?}; {suggestion}")]
    NotFound { name: String, suggestion: String },
    #[error(
        "tensor {tensor:?} needs the {expected} bytes {start}..{end} of the file, but {found} bytes were given"
    )]
    WrongBytes { tensor: String, expected: u64, start: u64, end: u64, found: usize },
    #[error("tensor {tensor:?}: BOOL must be stored as 0 or 1, but position {position} holds {found}")]
    NotBool { tensor: String, position: usize, found: u8 },
    #[error("tensor {tensor:?}: {source}")]
    Inexact { tensor: String, source: InexactError },
    #[error("tensor {tensor:?} of shape {shape:?} cannot be written: {found} values were given")]
    WriteLength { tensor: String, shape: Vec<usize>, found: usize },
    #[error("a tensor cannot be named __metadata__, which safetensors keeps for itself; choose another name")]
    ReservedName,
    #[error("the tensors cannot be written as safetensors: {reason}")]
    Write { reason: String },
}
