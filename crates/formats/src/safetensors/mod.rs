//! safetensors: a JSON header that names tensors, then their bytes back to back.
//!
//! Format: <https://github.com/huggingface/safetensors#format>. A file is read in three steps, so
//! that a caller can fetch only what it needs: [`header_len`] from the first 8 bytes,
//! [`parse_header`] from the header, [`decode_f32`] from the bytes `start..end` of one tensor.
//!
//! The reference reader (crate `safetensors`) needs the whole file in memory; this one does not,
//! and it is stricter in two places, on purpose:
//! - **duplicate names** are refused, as the format demands (the reference keeps the last one);
//! - **misaligned** tensors are refused: each must start, counted from the first data byte, at a
//!   multiple of its element size. The reference writers have guaranteed this since 0.3.0 (they
//!   sort by element size: safetensors pull request 148); the position of the first data byte
//!   itself is not checked, since other writers do not pad the header. A file written before
//!   0.3.0 with mixed types may be refused; saving it again repairs it.

mod decode;
mod dtype;
mod entries;
mod error;
mod header;
mod layout;
mod lookalike;
mod metadata;
mod write;

pub use decode::{decode_f32, decode_part};
pub use dtype::Dtype;
pub use error::SafetensorsError;
pub use header::{Header, MAX_HEADER_BYTES, PREFIX_BYTES, TensorInfo, header_len, parse_header};
pub use write::write;
