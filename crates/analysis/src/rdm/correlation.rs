//! Correlation distance: 1 − Pearson correlation over units.

use super::{CANCELLATION, pairs};
use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::gram_of_blocks;
use crate::unit_sums::{sum_row, sum_rows};

/// Mean over units and norm after the mean is taken away, of one stimulus.
struct Standard {
    mean: f64,
    norm: f64,
}

impl Standard {
    fn score(&self, value: f64) -> f64 {
        (value - self.mean) / self.norm
    }
}

/// The distance of every pair, in the order of the condensed upper triangle.
pub(super) fn distances(x: &Activations<impl Number>) -> Result<Vec<f64>> {
    let standards = standards(x)?;
    let correlations = gram_of_blocks(x.n_stimuli(), x.n_units(), |units, block| {
        let rows = x.rows().zip(block.chunks_exact_mut(units.len()));
        for ((row, out), standard) in rows.zip(&standards) {
            for (out, &value) in out.iter_mut().zip(&row[units.clone()]) {
                *out = standard.score(value.into());
            }
        }
    });
    Ok(pairs(x.n_stimuli())
        .map(|(i, j)| {
            let distance = 1.0 - correlations.row(i)[j];
            if distance < CANCELLATION {
                half_squared_chord(x.row(i), x.row(j), &standards[i], &standards[j])
            } else {
                distance.min(2.0)
            }
        })
        .collect())
}

/// Mean and norm of every stimulus, none of them without variance.
fn standards(x: &Activations<impl Number>) -> Result<Vec<Standard>> {
    x.rows()
        .enumerate()
        .map(|(stimulus, row)| {
            let value = row[0];
            if row.iter().all(|&other| other == value) {
                return Err(Error::ConstantStimulus { stimulus, value: value.into() });
            }
            // The mean of differences from the first unit: a large offset costs no digits.
            let first: f64 = value.into();
            let mean = first + sum_row(row, |value| value - first) / row.len() as f64;
            let norm = sum_row(row, |value| (value - mean) * (value - mean)).sqrt();
            Ok(Standard { mean, norm })
        })
        .collect()
}

/// ½ |u − v|² of the standardised rows, which is 1 − r without its cancellation, and exactly 0 for
/// equal rows.
fn half_squared_chord<T: Number>(x: &[T], y: &[T], of_x: &Standard, of_y: &Standard) -> f64 {
    0.5 * sum_rows(x, y, |a, b| {
        let chord = of_x.score(a) - of_y.score(b);
        chord * chord
    })
}
