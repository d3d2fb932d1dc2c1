//! How many stimuli are nearest to the mean of their own class, when they have no part in it.

use super::means::class_means;
use super::refuse_labels;
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::labels::Labels;

/// The share of stimuli that are nearer (Euclidean) to the mean of the others of their class than to
/// the mean of any other class; 0 to 1. Among equally near means the class of the smallest number is
/// taken.
///
/// The nearest-class-mean classifier (Mensink et al. 2013, "Distance-based image classification:
/// generalizing to new classes at near-zero cost", TPAMI 35(11), equation 1, with the Euclidean
/// distance), each stimulus left out once.
///
/// Cost: `n_stimuli · n_units · n_classes` multiply-adds.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, a class of one stimulus.
pub fn nearest_class_mean_accuracy(x: &Activations<impl Number>, labels: &Labels) -> Result<f64> {
    refuse_labels("nearest_class_mean_accuracy", x, labels, 2)?;
    let means = class_means(x, labels);
    let counts = labels.counts();
    let mut right = 0;
    for (row, &own) in x.rows().zip(labels.classes()) {
        let mut nearest = (f64::INFINITY, 0);
        for (class, mean) in means.iter().enumerate() {
            let squares = row.iter().zip(mean).map(|(&value, mean)| {
                let value: f64 = value.into();
                (value - mean) * (value - mean)
            });
            let mut distance = squares.sum::<f64>().sqrt();
            if class == own {
                // Without x the mean m is m − (x − m) / (n − 1), so that x is n / (n − 1) times as far.
                let n = counts[own] as f64;
                distance *= n / (n - 1.0);
            }
            if distance < nearest.0 {
                nearest = (distance, class);
            }
        }
        right += usize::from(nearest.1 == own);
    }
    Ok(right as f64 / x.n_stimuli() as f64)
}
