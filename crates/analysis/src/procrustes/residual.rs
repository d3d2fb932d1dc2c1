//! What is left between two shapes after the best rotation.

use faer::Mat;

use crate::error::{Error, Result};
use crate::singular::frobenius;

/// The least |A Q − B|_F over orthogonal Q, for A `[n_stimuli, r]` and B `[n_stimuli, s]`, the narrower
/// filled up with columns of 0.
///
/// Schönemann 1966, "A generalized solution of the orthogonal Procrustes problem", Psychometrika 31:
/// Q = U Vᵀ of the singular value decomposition AᵀB = U S Vᵀ.
pub(super) fn residual(a: &Mat<f64>, b: &Mat<f64>, measure: &'static str) -> Result<f64> {
    let width = a.ncols().max(b.ncols());
    let (a, b) = (widened(a, width), widened(b, width));
    let svd = (a.transpose() * &b).svd().map_err(|_| Error::NoConvergence { measure })?;
    let rotation = svd.U() * svd.V().transpose();
    Ok(frobenius((a * rotation - b).as_ref()))
}

fn widened(matrix: &Mat<f64>, width: usize) -> Mat<f64> {
    Mat::from_fn(matrix.nrows(), width, |i, j| if j < matrix.ncols() { matrix[(i, j)] } else { 0.0 })
}
