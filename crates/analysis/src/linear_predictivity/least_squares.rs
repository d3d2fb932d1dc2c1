//! Least squares of least norm, through the singular value decomposition.

use faer::{Mat, Scale};

use super::folds::{Fold, means, rows_less};
use crate::error::{Error, Result};
use crate::singular::rank_of;

/// The answers `[tested.len(), n_units of y]` that the fitted map predicts.
pub(super) fn predict(x: &Mat<f64>, y: &Mat<f64>, fold: &Fold, measure: &'static str) -> Result<Mat<f64>> {
    let (of_x, of_y) = (means(x, &fold.fitted), means(y, &fold.fitted));
    let svd = rows_less(x, &fold.fitted, &of_x).thin_svd().map_err(|_| Error::NoConvergence { measure })?;
    let values: Vec<f64> = svd.S().column_vector().iter().copied().collect();
    let rank = rank_of(&values);

    // X = U S Vᵀ, so the map is V S⁻¹ Uᵀ Y on the directions that X has.
    let mut along = svd.U().subcols(0, rank).transpose() * rows_less(y, &fold.fitted, &of_y);
    for (mut row, value) in along.row_iter_mut().zip(&values) {
        row *= Scale(1.0 / value);
    }
    let scores = rows_less(x, &fold.tested, &of_x) * svd.V().subcols(0, rank);
    let predicted = scores * along;
    Ok(Mat::from_fn(predicted.nrows(), predicted.ncols(), |i, unit| predicted[(i, unit)] + of_y[unit]))
}
