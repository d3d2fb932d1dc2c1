//! The class selectivity index.
//!
//! Morcos, Barrett, Rabinowitz & Botvinick 2018, "On the importance of single directions for
//! generalization", ICLR, equation 1.

use super::{Selectivity, refuse_negative};
use crate::activations::{Activations, Number};
use crate::classes::{class_means, refuse_labels};
use crate::error::Result;
use crate::labels::Labels;

/// (μ_max − μ_rest) / (μ_max + μ_rest) of each unit: μ_max the largest of its mean answers to the
/// classes, μ_rest the mean of its mean answers to the other classes; 0 (the same to all) to 1 (one
/// class only).
///
/// A unit that answers 0 to all stimuli has no value. Cost: one pass through the activations.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, answers below 0, only dead units.
pub fn class_selectivity_index(x: &Activations<impl Number>, labels: &Labels) -> Result<Selectivity> {
    let measure = "class_selectivity_index";
    refuse_labels(measure, x, labels, 1)?;
    refuse_negative(measure, x)?;
    let means = class_means(x, labels);
    let n_others = (means.len() - 1) as f64;
    let of_unit = |unit: usize| {
        if x.rows().all(|row| row[unit].into() == 0.0) {
            return None;
        }
        let of_classes = || means.iter().map(|mean| mean[unit]);
        let largest = of_classes().fold(0.0, f64::max);
        let rest = ((of_classes().sum::<f64>() - largest) / n_others).clamp(0.0, largest);
        Some((largest - rest) / (largest + rest))
    };
    let values = (0..x.n_units()).map(of_unit).collect();
    Selectivity::new(measure, values, "units", "each answers 0 to all stimuli")
}
