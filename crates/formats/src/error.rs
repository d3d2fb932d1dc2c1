//! The one error of this crate.

use crate::{InexactError, npy::NpyError, npz::NpzError, safetensors::SafetensorsError};

/// Why bytes were refused, by format. Each message is a whole sentence for a reader who cannot
/// see the file: what was expected, what was found, and where there is one, the next step.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A safetensors file, or a tensor of one.
    #[error(transparent)]
    Safetensors(#[from] SafetensorsError),
    /// A NumPy `.npy` file.
    #[error(transparent)]
    Npy(#[from] NpyError),
    /// A NumPy `.npz` archive.
    #[error(transparent)]
    Npz(#[from] NpzError),
    /// A number that the asked-for type cannot hold.
    #[error(transparent)]
    Inexact(#[from] InexactError),
    /// A shape that does not fit its values.
    #[error("an array of shape {shape:?} holds {expected} values, but {found} values were given")]
    Length {
        /// The shape that was given.
        shape: Vec<usize>,
        /// Product of the shape, or `more than this machine can count`.
        expected: String,
        /// Number of values that were given.
        found: usize,
    },
}

/// Result with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
