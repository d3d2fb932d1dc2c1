//! k-means++: starting means that are stimuli far from each other.

use super::kmeans::squared_distance;
use crate::activations::{Activations, Number};
use crate::error::{Error, MapError, Result};
use draws::Draws;

/// Starting means `[n_groups, n_units]`: each next one is a stimulus drawn in proportion to its squared
/// distance from the nearest mean so far, the best of 2 + ln k tries (Arthur & Vassilvitskii 2007,
/// section 2.2; the number of tries is scikit-learn's).
pub(super) fn plus_plus(x: &Activations<impl Number>, n_groups: usize, draws: Draws) -> Result<Vec<f64>> {
    let n = x.n_stimuli();
    let n_tries = 2 + (n_groups as f64).ln() as usize;
    let mut counter = 0..;
    let mut draw = || draws.unit(counter.next().unwrap_or_default());
    let first = ((draw() * n as f64) as usize).min(n - 1);
    let mut centres: Vec<f64> = widened(x.row(first));
    let mut nearest: Vec<f64> = x.rows().map(|row| squared_distance(row, &centres)).collect();
    for found in 1..n_groups {
        let total: f64 = nearest.iter().sum();
        if total == 0.0 {
            return Err(Error::Maps(MapError::ImpossibleGroups {
                measure: "k_means",
                asked: n_groups,
                most: found,
                why: "the number of stimuli that differ",
            }));
        }
        let mut best: Option<(f64, usize, Vec<f64>)> = None;
        for _ in 0..n_tries {
            let stimulus = in_proportion(&nearest, draw() * total);
            let centre = widened(x.row(stimulus));
            let after: Vec<f64> =
                x.rows().zip(&nearest).map(|(row, old)| squared_distance(row, &centre).min(*old)).collect();
            let left = after.iter().sum();
            if best.as_ref().is_none_or(|(least, ..)| left < *least) {
                best = Some((left, stimulus, after));
            }
        }
        if let Some((_, stimulus, after)) = best {
            centres.extend(widened(x.row(stimulus)));
            nearest = after;
        }
    }
    Ok(centres)
}

/// The place at which the running sum of the weights goes beyond `level`; the last that weighs
/// anything if rounding keeps the sum below it.
fn in_proportion(weights: &[f64], level: f64) -> usize {
    let mut sum = 0.0;
    let beyond = weights.iter().position(|weight| {
        sum += weight;
        sum > level
    });
    beyond.or_else(|| weights.iter().rposition(|weight| *weight > 0.0)).unwrap_or_default()
}

fn widened(row: &[impl Number]) -> Vec<f64> {
    row.iter().map(|&value| value.into()).collect()
}
