//! The singular values of a centred layer, and its left singular vectors: all that a measure needs
//! which does not change when the units are rotated.

mod centred;

use faer::{Mat, MatRef};

pub(crate) use centred::Centred;

use crate::error::{Error, Result};

/// Singular values below this part of the largest count as 0: ten times f32's rounding (6e-8), so
/// that the rounding of a model's answers is not taken for directions of their own.
const RANK: f64 = 1e-6;

/// The thin singular value decomposition U S Vᵀ of centred values, without V.
pub(crate) struct Spectrum {
    /// U `[n_stimuli, min(n_stimuli, n_units)]`, orthonormal columns.
    left: Mat<f64>,
    /// The diagonal of S, falling.
    singular_values: Vec<f64>,
    /// How many singular values are more than rounding, at least one.
    rank: usize,
}

impl Spectrum {
    /// Cost: `n_stimuli · n_units · m` multiply-adds and m³, m = min(n_stimuli, n_units).
    pub(crate) fn of(centred: &Centred, measure: &'static str) -> Result<Self> {
        let values = centred.values.as_ref();
        let svd = if values.ncols() > values.nrows() {
            // Xᵀ = Q R, so X = Rᵀ Qᵀ has the singular values and left vectors of Rᵀ.
            values.transpose().qr().thin_R().transpose().thin_svd()
        } else {
            values.thin_svd()
        }
        .map_err(|_| Error::NoConvergence { measure })?;
        let singular_values: Vec<f64> = svd.S().column_vector().iter().copied().collect();
        let rank = rank_of(&singular_values);
        Ok(Self { left: svd.U().to_owned(), singular_values, rank })
    }

    /// An orthonormal basis `[n_stimuli, rank]` of the space that the units span.
    pub(crate) fn basis(&self) -> MatRef<'_, f64> {
        self.left.subcols(0, self.rank)
    }

    /// The spread along each direction of the [`basis`](Self::basis), falling.
    pub(crate) fn spreads(&self) -> &[f64] {
        &self.singular_values[..self.rank]
    }

    /// The stimuli in the layer's principal axes: U S, a rotation of the centred values.
    pub(crate) fn scores(&self) -> Mat<f64> {
        Mat::from_fn(self.left.nrows(), self.left.ncols(), |i, k| self.left[(i, k)] * self.singular_values[k])
    }
}

/// How many of the falling singular values are more than rounding.
pub(crate) fn rank_of(singular_values: &[f64]) -> usize {
    let largest = singular_values.first().copied().unwrap_or_default();
    singular_values.iter().take_while(|value| **value > RANK * largest).count()
}

/// √Σ of squared entries.
pub(crate) fn frobenius(matrix: MatRef<'_, f64>) -> f64 {
    let columns = matrix.col_iter();
    columns.map(|column| column.iter().map(|value| value * value).sum::<f64>()).sum::<f64>().sqrt()
}
