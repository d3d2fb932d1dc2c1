//! The covariance of the noise over units, and how activations are freed of it.

use faer::linalg::solvers::Llt;
use faer::linalg::triangular_solve::solve_lower_triangular_in_place;
use faer::{Mat, Par, Side};

use crate::error::{Error, RdmError, Result};

/// How far mirrored entries may differ, as a part of the largest: an f32's rounding, ten times.
const SYMMETRY: f64 = 1e-6;

/// The covariance of the noise of units, symmetric and positive definite (unit: activation²).
#[derive(Debug, Clone)]
pub struct NoiseCovariance {
    n_units: usize,
    data: Vec<f64>,
    /// L of covariance = L Lᵀ.
    factor: Mat<f64>,
}

impl NoiseCovariance {
    /// Takes a covariance `[n_units, n_units]`. A precision matrix, as rsatoolbox takes, is to be inverted first.
    ///
    /// Cost: n_units³ / 3 multiply-adds.
    ///
    /// # Errors
    /// Another number of entries, a number that is not finite, a matrix that is not symmetric and positive
    /// definite.
    pub fn new(data: Vec<f64>, n_units: usize) -> Result<Self> {
        if n_units == 0 || n_units.checked_mul(n_units) != Some(data.len()) {
            return Err(Error::Rdms(RdmError::WrongCovarianceLength { found: data.len(), n_units }));
        }
        if let Some((place, &value)) = data.iter().enumerate().find(|(_, value)| !value.is_finite()) {
            return Err(Error::Rdms(RdmError::ValueNotFinite { what: "a noise covariance", place, value }));
        }
        let largest = data.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let mirrored = |place: usize| data[place % n_units * n_units + place / n_units];
        let is_symmetric = (0..data.len()).all(|k| (data[k] - mirrored(k)).abs() <= SYMMETRY * largest);
        let matrix = Mat::from_fn(n_units, n_units, |i, j| data[i * n_units + j]);
        let factor = Llt::new(matrix.as_ref(), Side::Lower).map(|llt| llt.L().to_owned());
        match factor {
            Ok(factor) if is_symmetric && is_regular(&factor, largest) => Ok(Self { n_units, data, factor }),
            _ => Err(Error::Rdms(RdmError::NotPositiveDefinite { n_units })),
        }
    }

    /// How many units there are.
    pub fn n_units(&self) -> usize {
        self.n_units
    }

    /// The covariance `[n_units, n_units]`, row-major.
    pub fn data(&self) -> &[f64] {
        &self.data
    }

    /// Turns rows `[n, n_units]` into rows whose noise has variance 1 and no covariance: L⁻¹ row.
    ///
    /// Cost: n · n_units² / 2 multiply-adds.
    pub(super) fn whiten(&self, rows: &[f64]) -> Result<Vec<f64>> {
        let n_rows = rows.len() / self.n_units;
        let mut columns = Mat::from_fn(self.n_units, n_rows, |unit, row| rows[row * self.n_units + unit]);
        solve_lower_triangular_in_place(self.factor.as_ref(), columns.as_mut(), Par::Seq);
        let whitened: Vec<f64> =
            (0..rows.len()).map(|k| columns[(k % self.n_units, k / self.n_units)]).collect();
        if whitened.iter().all(|value| value.is_finite()) {
            Ok(whitened)
        } else {
            Err(Error::Rdms(RdmError::NotPositiveDefinite { n_units: self.n_units }))
        }
    }

    /// Refuses activations of another number of units.
    pub(super) fn refuse_other_units(&self, activations: usize) -> Result<()> {
        if self.n_units == activations {
            Ok(())
        } else {
            Err(Error::Rdms(RdmError::CovarianceOfOtherUnits { covariance: self.n_units, activations }))
        }
    }
}

/// Whether every pivot is larger than the rounding of the largest entry: smaller ones are those of a
/// matrix that has no inverse.
fn is_regular(factor: &Mat<f64>, largest: f64) -> bool {
    let rounding = f64::EPSILON * largest * factor.nrows() as f64;
    (0..factor.nrows()).all(|unit| factor[(unit, unit)] * factor[(unit, unit)] > rounding)
}
