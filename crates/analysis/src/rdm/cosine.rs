//! Cosine distance: 1 − x·y / (|x| |y|).

use super::{CANCELLATION, pairs};
use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::gram_of_blocks;
use crate::unit_sums::{sum_row, sum_rows};

/// The distance of every pair, in the order of the condensed upper triangle.
pub(super) fn distances(x: &Activations<impl Number>) -> Result<Vec<f64>> {
    let norms = norms(x)?;
    let cosines = gram_of_blocks(x.n_stimuli(), x.n_units(), |units, block| {
        for ((row, out), norm) in x.rows().zip(block.chunks_exact_mut(units.len())).zip(&norms) {
            for (out, &value) in out.iter_mut().zip(&row[units.clone()]) {
                let value: f64 = value.into();
                *out = value / norm;
            }
        }
    });
    Ok(pairs(x.n_stimuli())
        .map(|(i, j)| {
            let distance = 1.0 - cosines.row(i)[j];
            if distance < CANCELLATION {
                half_squared_chord(x.row(i), x.row(j), norms[i], norms[j])
            } else {
                distance.min(2.0)
            }
        })
        .collect())
}

/// |x| of every stimulus, none of them 0.
fn norms(x: &Activations<impl Number>) -> Result<Vec<f64>> {
    x.rows()
        .enumerate()
        .map(|(stimulus, row)| {
            if row.iter().all(|&value| value.into() == 0.0) {
                return Err(Error::ZeroStimulus { stimulus });
            }
            Ok(sum_row(row, |value| value * value).sqrt())
        })
        .collect()
}

/// ½ |x/|x| − y/|y||², which is 1 − cosine without its cancellation, and exactly 0 for equal rows.
fn half_squared_chord<T: Number>(x: &[T], y: &[T], x_norm: f64, y_norm: f64) -> f64 {
    0.5 * sum_rows(x, y, |a, b| {
        let chord = a / x_norm - b / y_norm;
        chord * chord
    })
}
