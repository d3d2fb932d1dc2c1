//! The generalized discrimination value.
//!
//! Schilling, Maier, Gerum, Metzner & Krauss 2021, "Quantifying the separability of data classes in
//! neural networks", Neural Networks 139.

use super::refuse_labels;
use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::labels::Labels;
use crate::rdm::{Distance, rdm};

/// What the refusals call it.
const NAME: &str = "gdv";

/// The paper multiplies z-scores by ½, so that data of well separated classes come to
/// about −1.
const SCALE: f64 = 0.5;

/// (mean over classes of the mean distance within one − mean over pairs of classes of the mean
/// distance between the two) / √D; about −1 (perfectly apart) to 0 (not at all), rarely above.
///
/// Each unit is z-scored over stimuli (dividing by √(1/n Σ(x − mean)²)) and multiplied by ½. Units
/// that answer the same to all stimuli have no z-score: they are left out, and D counts the others.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()), and an f64 copy of the activations.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, a class of one stimulus, activations without
/// variance.
pub fn gdv(x: &Activations<impl Number>, labels: &Labels) -> Result<f64> {
    refuse_labels(NAME, x, labels, 2)?;
    let scores = scaled_scores(x)?;
    let distances = rdm(&scores, Distance::Euclidean)?;
    let n_classes = labels.n_classes();
    let mut sums = vec![0.0; n_classes * n_classes];
    let classes = labels.classes();
    for (i, &first) in classes.iter().enumerate() {
        for (j, &second) in classes.iter().enumerate().skip(i + 1) {
            sums[first.min(second) * n_classes + first.max(second)] += distances.get(i, j);
        }
    }
    let counts: Vec<f64> = labels.counts().into_iter().map(|count| count as f64).collect();
    let (mut within, mut between) = (0.0, 0.0);
    for first in 0..n_classes {
        within += sums[first * n_classes + first] / (counts[first] * (counts[first] - 1.0) / 2.0);
        for second in first + 1..n_classes {
            between += sums[first * n_classes + second] / (counts[first] * counts[second]);
        }
    }
    let n = n_classes as f64;
    let apart = within / n - 2.0 * between / (n * (n - 1.0));
    Ok(apart / (scores.n_units() as f64).sqrt())
}

/// ½ (x − mean) / deviation of each unit with variance.
fn scaled_scores(x: &Activations<impl Number>) -> Result<Activations<f64>> {
    let n_stimuli = x.n_stimuli();
    let n = n_stimuli as f64;
    let columns: Vec<Vec<f64>> = (0..x.n_units())
        .filter_map(|unit| {
            let zero: f64 = x.row(0)[unit].into();
            let mut column: Vec<f64> = x.rows().map(|row| row[unit].into() - zero).collect();
            let mean = column.iter().sum::<f64>() / n;
            column.iter_mut().for_each(|value| *value -= mean);
            // Divided by the largest first, so that no square overflows or vanishes.
            let largest = column.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            column.iter_mut().for_each(|value| *value /= largest);
            let deviation = (column.iter().map(|value| value * value).sum::<f64>() / n).sqrt();
            column.iter_mut().for_each(|value| *value *= SCALE / deviation);
            // Exactly 0 for a unit that answers the same to all: differences from stimulus 0 are.
            (largest > 0.0).then_some(column)
        })
        .collect();
    if columns.is_empty() {
        return Err(Error::NoVariance { measure: NAME, n_stimuli });
    }
    let rows = (0..n_stimuli).flat_map(|stimulus| columns.iter().map(move |column| column[stimulus]));
    Activations::new(rows.collect(), n_stimuli, columns.len())
}
