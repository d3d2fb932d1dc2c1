//! Between the f32 rows of tensors and faer's f64 matrices.

use faer::{Mat, MatRef};

use crate::exec::CpuView;
use crate::{Error, Result};

/// Rows and columns of the matrices of a tensor.
pub(super) fn size(shape: &[usize]) -> (usize, usize) {
    (shape[shape.len() - 2], shape[shape.len() - 1])
}

/// The matrices `[…, rows, cols]` of an op's input, one after another. Errors at one with NaN or inf.
pub(super) fn each<'a>(
    op: &'static str,
    input: &'a CpuView<'_>,
) -> impl Iterator<Item = Result<Mat<f64>>> + use<'a> {
    let (rows, cols) = size(input.shape());
    input.data().chunks_exact(rows * cols).enumerate().map(move |(at, data)| {
        if let Some(place) = data.iter().position(|value| !value.is_finite()) {
            let (row, col) = (place / cols, place % cols);
            let found = format!("{} in row {row}, column {col} of matrix {at}", data[place]);
            return Err(numbers(op, "finite numbers", found));
        }
        Ok(Mat::from_fn(rows, cols, |i, j| f64::from(data[i * cols + j])))
    })
}

/// `(x + xᵀ) / 2`.
pub(super) fn symmetric(x: &Mat<f64>) -> Mat<f64> {
    Mat::from_fn(x.nrows(), x.ncols(), |i, j| 0.5 * (x[(i, j)] + x[(j, i)]))
}

/// Rounds a matrix to f32 into the row-major `out`, of its size.
pub(super) fn write(x: MatRef<'_, f64>, out: &mut [f32]) {
    for (i, row) in out.chunks_exact_mut(x.ncols().max(1)).enumerate() {
        for (j, value) in row.iter_mut().enumerate() {
            *value = x[(i, j)] as f32;
        }
    }
}

/// Components this near to the largest count as equally large, so that rounding cannot flip a sign.
const AS_LARGE: f64 = 1.0 - 1e-6;

/// −1 where a column's first component of largest size is negative, else 1.
pub(super) fn column_sign(x: MatRef<'_, f64>, column: usize) -> f64 {
    let values = || (0..x.nrows()).map(move |i| x[(i, column)]);
    let largest = values().fold(0.0, |most: f64, value| most.max(value.abs()));
    let first = values().find(|value| value.abs() >= AS_LARGE * largest);
    if first.is_some_and(|value| value < 0.0) { -1.0 } else { 1.0 }
}

/// Where a triangular factor's diagonal is so small that its matrix counts as singular: at or below
/// n · ε (of f64) of the largest on it.
pub(super) fn singular_place(triangular: MatRef<'_, f64>) -> Option<usize> {
    let n = triangular.nrows().min(triangular.ncols());
    let pivot = |i: usize| triangular[(i, i)].abs();
    let largest = (0..n).map(pivot).fold(0.0, f64::max);
    (0..n).find(|&i| pivot(i) <= n as f64 * f64::EPSILON * largest)
}

/// The error of a matrix that does not suit.
pub(super) fn numbers(op: &'static str, expected: &str, found: impl Into<String>) -> Error {
    Error::Numbers { op, expected: expected.to_owned(), found: found.into() }
}
