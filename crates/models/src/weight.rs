//! One weight in the width in which it is held.

use tensor::{Device, Packed, Tensor};

use crate::{Result, Rows};

/// A weight as f32, or a matrix in the 16 bits in which its checkpoint holds it.
#[derive(Clone, Debug)]
pub enum Weight {
    /// Any shape.
    Wide(Tensor),
    /// `[rows, cols]`. Gradients flow through it, but not to it.
    Packed(Packed),
    /// Some rows of a table that is only looked up.
    Rows(Rows),
}

impl From<Tensor> for Weight {
    fn from(tensor: Tensor) -> Self {
        Self::Wide(tensor)
    }
}

impl From<Packed> for Weight {
    fn from(packed: Packed) -> Self {
        Self::Packed(packed)
    }
}

impl From<Rows> for Weight {
    fn from(rows: Rows) -> Self {
        Self::Rows(rows)
    }
}

impl Weight {
    /// Its sizes.
    pub fn shape(&self) -> Vec<usize> {
        match self {
            Self::Wide(tensor) => tensor.shape().to_vec(),
            Self::Packed(packed) => packed.shape().to_vec(),
            Self::Rows(rows) => rows.shape().to_vec(),
        }
    }

    /// Where it lies.
    pub fn device(&self) -> Device {
        match self {
            Self::Wide(tensor) => tensor.device(),
            Self::Packed(packed) => packed.device(),
            Self::Rows(rows) => rows.table().device(),
        }
    }

    /// All of it as f32. A packed one is widened each time: for what is small or seldom used.
    pub fn wide(&self) -> Result<Tensor> {
        match self {
            Self::Wide(tensor) => Ok(tensor.clone()),
            Self::Packed(packed) => Ok(packed.widen()?),
            Self::Rows(rows) => Err(rows.lacks("all of it")),
        }
    }

    /// `x · weightᵀ`: `[…, n_in]` and `[n_out, n_in]` → `[…, n_out]`.
    pub fn linear(&self, x: &Tensor) -> Result<Tensor> {
        match self {
            Self::Wide(weight) => Ok(x.linear(weight, None)?),
            Self::Packed(weight) => Ok(x.linear_packed(weight)?),
            Self::Rows(rows) => Err(rows.lacks("a product with all of it")),
        }
    }

    /// `x · weight`: `[…, n_in]` and `[n_in, n_out]` → `[…, n_out]`.
    pub fn matmul(&self, x: &Tensor) -> Result<Tensor> {
        match self {
            Self::Wide(weight) => Ok(x.matmul(weight)?),
            Self::Packed(weight) => Ok(x.matmul_packed(weight)?),
            Self::Rows(rows) => Err(rows.lacks("a product with all of it")),
        }
    }

    /// Rows of a table by number: `[n, width]`. Errors on a row that the table lacks.
    pub fn gather_rows(&self, rows: &[u32]) -> Result<Tensor> {
        match self {
            Self::Wide(table) => Ok(table.gather_rows(rows)?),
            Self::Packed(table) => Ok(table.gather_rows(rows)?),
            Self::Rows(table) => table.gather_rows(rows),
        }
    }

    /// The first `n` rows of a table.
    pub fn first_rows(&self, n: usize) -> Result<Tensor> {
        self.gather_rows(&(0..n as u32).collect::<Vec<_>>())
    }
}
