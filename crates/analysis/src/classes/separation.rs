//! Class separation R²: the part of the cosine distance between stimuli that lies between classes.
//!
//! Kornblith, Chen, Lee & Norouzi 2021, "Why do better loss functions lead to less transferable
//! features?", NeurIPS.

use super::means::{class_means, mean_of_means, squared_distance};
use super::refuse_labels;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::labels::Labels;

/// What the refusals call it.
const NAME: &str = "class_separation_r2";

/// 1 − (mean cosine distance within classes) / (mean cosine distance between any two stimuli); 0 (not
/// apart) to 1 (each class is one direction).
///
/// Each class counts the same, and a stimulus's distance 0 to itself is part of the means, as in the
/// paper. With u the answers divided by their length, the mean distance within a class is the mean of
/// |u − mean of the class|², and over all it is that plus the mean of |class mean − mean of means|².
///
/// Cost: three passes through the activations and an f64 copy of them.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, a stimulus to which all units answer 0, answers
/// that all have one direction.
pub fn class_separation_r2(x: &Activations<impl Number>, labels: &Labels) -> Result<f64> {
    refuse_labels(NAME, x, labels, 1)?;
    let directions = directions(x)?;
    let means = class_means(&directions, labels);
    let counts = labels.counts();
    let n_classes = means.len() as f64;
    let mut within = 0.0;
    for (row, &class) in directions.rows().zip(labels.classes()) {
        within += squared_distance(row, &means[class]) / (counts[class] as f64 * n_classes);
    }
    let centre = mean_of_means(&means);
    let between = means.iter().map(|mean| squared_distance(mean, &centre)).sum::<f64>() / n_classes;
    if within + between <= ROUNDING {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: "the answers to all stimuli have one direction, so there is nothing to divide"
                .to_owned(),
            next: "take another site or other stimuli",
        }));
    }
    Ok(between / (within + between))
}

/// Squares of differences of unit vectors below this are rounding: (1e-14)², a hundred times f64's.
const ROUNDING: f64 = 1e-28;

/// The answers to each stimulus divided by their length.
fn directions(x: &Activations<impl Number>) -> Result<Activations<f64>> {
    let mut data = Vec::with_capacity(x.data().len());
    for (stimulus, row) in x.rows().enumerate() {
        // Divided by the largest first, so that no square overflows or vanishes.
        let largest = row.iter().map(|&value| value.into().abs()).fold(0.0, f64::max);
        if largest == 0.0 {
            return Err(Error::Layer(LayerError::NoDirection { measure: NAME, stimulus }));
        }
        let scaled = || row.iter().map(|&value| value.into() / largest);
        let length = scaled().map(|value| value * value).sum::<f64>().sqrt();
        data.extend(scaled().map(|value| value / length));
    }
    Activations::new(data, x.n_stimuli(), x.n_units())
}
