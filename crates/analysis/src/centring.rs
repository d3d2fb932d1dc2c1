//! Taking each unit's mean over stimuli away, a block of the matrix at a time, in f64.
//!
//! The mean is taken of differences from stimulus 0, so that a large common offset costs no digits
//! and a unit that answers the same to all stimuli becomes exactly 0.

use std::ops::Range;

use crate::activations::{Activations, Number};

/// Mean over stimuli of `x[i, j] − x[0, j]` for the units `j` of a block, `[units.len()]`.
pub(crate) fn unit_offsets(x: &Activations<impl Number>, units: Range<usize>) -> Vec<f64> {
    let reference = &x.row(0)[units.clone()];
    let mut offsets = vec![0.0; units.len()];
    for row in x.rows().skip(1) {
        for ((offset, &value), &zero) in offsets.iter_mut().zip(&row[units.clone()]).zip(reference) {
            let (value, zero): (f64, f64) = (value.into(), zero.into());
            *offset += value - zero;
        }
    }
    let n_stimuli = x.n_stimuli() as f64;
    offsets.iter_mut().for_each(|offset| *offset /= n_stimuli);
    offsets
}

/// Writes all stimuli of the units of a block, centred, `[n_stimuli, units.len()]` row-major into `block`: the same bits
/// as [`unit_offsets`] and [`centre_block`], in one pass over the activations.
pub(crate) fn centre_units(x: &Activations<impl Number>, units: Range<usize>, block: &mut [f64]) {
    let reference = &x.row(0)[units.clone()];
    let mut offsets = vec![0.0; units.len()];
    for (row, out) in x.rows().zip(block.chunks_exact_mut(units.len())) {
        for (((out, offset), &value), &zero) in
            out.iter_mut().zip(&mut offsets).zip(&row[units.clone()]).zip(reference)
        {
            let (value, zero): (f64, f64) = (value.into(), zero.into());
            *out = value - zero;
            *offset += *out;
        }
    }
    let n_stimuli = x.n_stimuli() as f64;
    offsets.iter_mut().for_each(|offset| *offset /= n_stimuli);
    for out in block.chunks_exact_mut(units.len()) {
        out.iter_mut().zip(&offsets).for_each(|(out, offset)| *out -= offset);
    }
}

/// Writes the centred block `[stimuli.len(), units.len()]` row-major into `block`, given the
/// [`unit_offsets`] of the same units.
pub(crate) fn centre_block(
    x: &Activations<impl Number>,
    stimuli: Range<usize>,
    units: Range<usize>,
    offsets: &[f64],
    block: &mut [f64],
) {
    let reference = &x.row(0)[units.clone()];
    for (stimulus, out) in stimuli.zip(block.chunks_exact_mut(units.len())) {
        let row = &x.row(stimulus)[units.clone()];
        for (((out, &value), &zero), &offset) in out.iter_mut().zip(row).zip(reference).zip(offsets) {
            let (value, zero): (f64, f64) = (value.into(), zero.into());
            *out = (value - zero) - offset;
        }
    }
}
