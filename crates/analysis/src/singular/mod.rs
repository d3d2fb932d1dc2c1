//! The singular values of a centred layer, and its left singular vectors: all that a measure needs
//! which does not change when the units are rotated.

mod centred;

use faer::{Mat, MatRef};

pub(crate) use centred::Centred;

use crate::error::{Error, Result};

/// Singular values below this part of the largest count as 0: ten times f32's rounding (6e-8), so
/// that the rounding of a model's answers is not taken for directions of their own.
pub(crate) const RANK: f64 = 1e-6;

/// The thin singular value decomposition U S Vᵀ of centred values, without V, cut at its rank.
pub(crate) struct Spectrum {
    /// U `[n_stimuli, rank]`, orthonormal columns.
    pub(crate) left: Mat<f64>,
    /// The diagonal of S, falling, `[rank]`, at least one.
    pub(crate) singular_values: Vec<f64>,
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
        let all = svd.S().column_vector();
        let rank = all.iter().take_while(|value| **value > RANK * all[0]).count();
        Ok(Self {
            left: svd.U().subcols(0, rank).to_owned(),
            singular_values: all.iter().take(rank).copied().collect(),
        })
    }

    /// The stimuli in the layer's principal axes: U S `[n_stimuli, rank]`. A rotation of the centred
    /// values.
    pub(crate) fn scores(&self) -> Mat<f64> {
        Mat::from_fn(self.left.nrows(), self.left.ncols(), |i, k| self.left[(i, k)] * self.singular_values[k])
    }
}

/// √Σ of squared entries.
pub(crate) fn frobenius(matrix: MatRef<'_, f64>) -> f64 {
    let columns = matrix.col_iter();
    columns.map(|column| column.iter().map(|value| value * value).sum::<f64>()).sum::<f64>().sqrt()
}
