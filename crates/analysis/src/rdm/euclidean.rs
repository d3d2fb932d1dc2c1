//! Squared Euclidean distances, from which both Euclidean RDMs are made.

use super::{CANCELLATION, pairs};
use crate::activations::{Activations, Number};
use crate::gram::gram;
use crate::unit_sums::sum_rows;

/// Σ(x − y)² over units for every pair, in the order of the condensed upper triangle.
///
/// From the Gram matrix of the centred activations (a translation changes no distance, and takes
/// most of the cancellation away): |x|² + |y|² − 2 x·y.
pub(super) fn squared_distances(x: &Activations<impl Number>) -> Vec<f64> {
    let gram = gram(x);
    pairs(x.n_stimuli())
        .map(|(i, j)| {
            let norms = gram.get(i, i) + gram.get(j, j);
            let squared = norms - 2.0 * gram.get(i, j);
            if squared < CANCELLATION * norms {
                sum_rows(x.row(i), x.row(j), |a, b| (a - b) * (a - b))
            } else {
                squared
            }
        })
        .collect()
}
