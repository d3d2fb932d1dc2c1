//! NumPy's `.npz`: a zip archive with one `.npy` an array.
//!
//! Read: what `numpy.savez` (stored) and `numpy.savez_compressed` (deflated) write. Written: as
//! `numpy.savez`, without compression, since activations hardly compress and no compressor then
//! weighs on the page.
//!
//! Own code for the container rather than the crate `zip` (9.8), which reads hostile archives as
//! safely, but costs 117 KB of brotli in wasm, a ninth of the page's whole budget, and ties this
//! crate to a browser's random numbers. Deflate is `miniz_oxide`, the checksum `crc32fast`, and the
//! tests hold this code against the crate `zip` in both directions.

mod directory;
mod error;
mod read;
mod write;

pub use error::NpzError;
pub use read::{UNPACKED_LIMIT_BYTES, read};
pub use write::write;
