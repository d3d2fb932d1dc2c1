//! Some stimuli of a layer as an f64 matrix, and the mean that is taken away from them.

use faer::{Mat, MatRef};

use crate::activations::{Activations, Number};

const UNITS_AT_ONCE: usize = 16;

/// The given stimuli `[stimuli.len(), n_units]`.
///
/// Panics, as a slice would, if one of them is not a stimulus of `x`.
pub(crate) fn rows_of(x: &Activations<impl Number>, stimuli: &[usize]) -> Mat<f64> {
    let mut rows = Mat::zeros(stimuli.len(), x.n_units());
    // A few units at a time: their columns stay in the nearest cache while the rows are read.
    for first in (0..x.n_units()).step_by(UNITS_AT_ONCE) {
        let units = first..x.n_units().min(first + UNITS_AT_ONCE);
        for (place, &stimulus) in stimuli.iter().enumerate() {
            for (unit, &value) in units.clone().zip(&x.row(stimulus)[units.clone()]) {
                rows[(place, unit)] = value.into();
            }
        }
    }
    rows
}

/// All stimuli `[n_stimuli, n_units]`.
pub(crate) fn all_rows(x: &Activations<impl Number>) -> Mat<f64> {
    let stimuli: Vec<usize> = (0..x.n_stimuli()).collect();
    rows_of(x, &stimuli)
}

/// The mean of each column; of a constant column exactly its value. Zeros if there is no row.
pub(crate) fn mean_of_columns(x: MatRef<'_, f64>) -> Vec<f64> {
    let mean = |column: usize| {
        let values = x.col(column);
        let reference = values.iter().next().copied().unwrap_or_default();
        let offset: f64 = values.iter().map(|value| value - reference).sum();
        reference + offset / x.nrows().max(1) as f64
    };
    (0..x.ncols()).map(mean).collect()
}

/// Takes `mean` away from each row.
pub(crate) fn take_away(mut x: Mat<f64>, mean: &[f64]) -> Mat<f64> {
    for (column, mean) in mean.iter().enumerate() {
        x.col_mut(column).iter_mut().for_each(|value| *value -= mean);
    }
    x
}

/// The numbers row by row, as [`Activations`] keep them.
pub(crate) fn row_major(x: MatRef<'_, f64>) -> Vec<f64> {
    (0..x.nrows()).flat_map(|row| (0..x.ncols()).map(move |column| x[(row, column)])).collect()
}
