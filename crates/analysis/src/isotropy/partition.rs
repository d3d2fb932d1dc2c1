//! Isotropy by the partition function Z(c) = Σ exp(c·x) over directions c.
//!
//! Mu & Viswanath 2018, "All-but-the-top: simple and effective postprocessing for word
//! representations", ICLR, after Arora et al. 2016.

use std::ops::Range;

use faer::Side;

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::gram::{Symmetric, gram_of_blocks, refuse_too_many};

/// What the refusals call it.
const NAME: &str = "partition_isotropy";

/// min Z(c) / max Z(c) over the unit eigenvectors c of XᵀX, each in both directions; 0 to 1
/// (isotropic).
///
/// Activations are taken as they are, not centred. The paper leaves the sign of an eigenvector open,
/// so both are taken here. Directions in which no stimulus answers count with Z = n_stimuli.
///
/// Cost: `n_stimuli · n_units · m` multiply-adds and m³ for the eigenvectors, m = min(n_stimuli,
/// n_units).
///
/// # Errors
/// Fewer than 2 stimuli, only zeros, too large for memory.
pub fn partition_isotropy(x: &Activations<impl Number>) -> Result<f64> {
    let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
    if n_stimuli < 2 {
        let why = "a single one points in one direction";
        return Err(Error::TooFewStimuli { measure: NAME, needs: 2, found: n_stimuli, why });
    }
    refuse_too_many(NAME, n_stimuli.min(n_units))?;
    let by_units = n_units < n_stimuli;
    let products = if by_units { products_of_units(x) } else { products_of_stimuli(x) };
    if finite(NAME, products.trace())? == 0.0 {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: "every unit answers 0 to every stimulus".to_owned(),
            next: "take another site or other stimuli",
        }));
    }
    let eigen = products
        .as_mat()
        .self_adjoint_eigen(Side::Lower)
        .map_err(|_| Error::NoConvergence { measure: NAME })?;
    let (values, vectors) = (eigen.S(), eigen.U());
    let size = products.size();
    let rounding = values[size - 1] * f64::EPSILON * n_stimuli.max(n_units) as f64;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut n_directions = 0;
    for component in (0..size).filter(|&component| values[component] > rounding) {
        // c·x of every stimulus: X v from units, σ u from stimuli.
        let along: Vec<f64> = if by_units {
            let of_row = |row: &[_]| along_units(row, |unit| vectors[(unit, component)]);
            x.rows().map(of_row).collect()
        } else {
            let length = values[component].sqrt();
            (0..n_stimuli).map(|stimulus| length * vectors[(stimulus, component)]).collect()
        };
        for sign in [1.0, -1.0] {
            let log_z = log_of_sum_of_exponentials(along.iter().map(|value| sign * value));
            least = least.min(log_z);
            most = most.max(log_z);
        }
        n_directions += 1;
    }
    if n_directions < n_units {
        let nothing_there = (n_stimuli as f64).ln();
        least = least.min(nothing_there);
        most = most.max(nothing_there);
    }
    Ok((least - most).exp())
}

/// XXᵀ `[n_stimuli, n_stimuli]`.
fn products_of_stimuli(x: &Activations<impl Number>) -> Symmetric {
    gram_of_blocks(x.n_stimuli(), x.n_units(), |units: Range<usize>, block| {
        for (row, out) in x.rows().zip(block.chunks_exact_mut(units.len())) {
            for (out, &value) in out.iter_mut().zip(&row[units.clone()]) {
                *out = value.into();
            }
        }
    })
}

/// XᵀX `[n_units, n_units]`.
fn products_of_units(x: &Activations<impl Number>) -> Symmetric {
    gram_of_blocks(x.n_units(), x.n_stimuli(), |stimuli: Range<usize>, block| {
        let n_stimuli = stimuli.len();
        for (column, stimulus) in stimuli.enumerate() {
            for (unit, &value) in x.row(stimulus).iter().enumerate() {
                block[unit * n_stimuli + column] = value.into();
            }
        }
    })
}

fn along_units<T: Number>(row: &[T], direction: impl Fn(usize) -> f64) -> f64 {
    row.iter().enumerate().map(|(unit, &value)| value.into() * direction(unit)).sum()
}

/// ln Σ exp(v), with the largest v taken out so that nothing overflows.
fn log_of_sum_of_exponentials(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = values.clone().fold(f64::NEG_INFINITY, f64::max);
    largest + values.map(|value| (value - largest).exp()).sum::<f64>().ln()
}
