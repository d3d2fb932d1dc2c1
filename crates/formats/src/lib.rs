//! Bytes to named tensors and back: safetensors, npy and npz.
//!
//! Nothing here reads a file or the network: a caller hands over bytes and gets tensors, or the
//! other way round. Every byte may come from a stranger, so every reader checks before it
//! allocates, never panics, and refuses with a sentence that says what was expected, what was
//! found and what to do.
//!
//! ```
//! use inscape_formats::{Array, Values, npy};
//!
//! let rdm = Array::new(vec![2, 2], Values::F32(vec![0.0, 1.5, 1.5, 0.0]))?;
//! let bytes = npy::write(&rdm)?;
//! assert_eq!(npy::read(&bytes)?, rdm);
//! # Ok::<(), inscape_formats::Error>(())
//! ```

mod array;
mod error;
mod exact;
pub mod near;
pub mod npy;
pub mod npz;
pub mod safetensors;

pub use array::{Array, Values};
pub use error::{Error, Result};
pub use exact::InexactError;
