//! The mean answers of each class.

use crate::activations::{Activations, Number};
use crate::labels::Labels;

/// The mean over each class's stimuli, `[n_classes][n_units]`; labels are of the same stimuli.
///
/// Taken of differences from stimulus 0, so that a large common offset costs no digits and equal
/// answers have exactly themselves as mean.
pub(crate) fn class_means(x: &Activations<impl Number>, labels: &Labels) -> Vec<Vec<f64>> {
    let zero: Vec<f64> = x.row(0).iter().map(|&value| value.into()).collect();
    let mut means = vec![vec![0.0; x.n_units()]; labels.n_classes()];
    for (row, &class) in x.rows().zip(labels.classes()) {
        for ((sum, &value), zero) in means[class].iter_mut().zip(row).zip(&zero) {
            let value: f64 = value.into();
            *sum += value - zero;
        }
    }
    for (mean, count) in means.iter_mut().zip(labels.counts()) {
        for (mean, zero) in mean.iter_mut().zip(&zero) {
            *mean = *mean / count as f64 + zero;
        }
    }
    means
}

/// The mean of the class means, each class counting the same, `[n_units]`.
pub(super) fn mean_of_means(means: &[Vec<f64>]) -> Vec<f64> {
    let n_units = means.first().map_or(0, Vec::len);
    let mean_of = |unit: usize| {
        let zero = means[0][unit];
        zero + means.iter().map(|mean| mean[unit] - zero).sum::<f64>() / means.len() as f64
    };
    (0..n_units).map(mean_of).collect()
}

/// Σ (x − y)².
pub(super) fn squared_distance(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(a, b)| (a - b) * (a - b)).sum()
}
