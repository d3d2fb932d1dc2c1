//! Inner products between units: the smaller matrix when there are more stimuli than units.

use std::ops::Range;

use faer::MatRef;

use super::blocks::{BLOCK_LEN, Symmetric};
use crate::activations::{Activations, Number};
use crate::centring::{centre_block, unit_offsets};

/// `XᵀX [n_units, n_units]` of the column-centred activations: (n_stimuli − 1) × covariance.
///
/// Cost: `n_stimuli · n_units²` multiply-adds; memory `8 · n_units²` bytes and one block of stimuli.
pub(crate) fn scatter(x: &Activations<impl Number>) -> Symmetric {
    let mut scatter = Symmetric::zeros(x.n_units());
    for_each_centred_block(x, |_, block| scatter.add_product(block.transpose()));
    scatter.mirror();
    scatter
}

/// Calls `visit(stimuli, block)` with the column-centred activations, a block of stimuli at a time:
/// `block` is `[stimuli.len(), n_units]`.
pub(crate) fn for_each_centred_block(
    x: &Activations<impl Number>,
    mut visit: impl FnMut(Range<usize>, MatRef<'_, f64>),
) {
    let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
    let offsets = unit_offsets(x, 0..n_units);
    let height = (BLOCK_LEN / n_units).clamp(16, n_stimuli.max(16));
    let mut block = vec![0.0; n_units * height.min(n_stimuli)];
    for start in (0..n_stimuli).step_by(height) {
        let stimuli = start..n_stimuli.min(start + height);
        let block = &mut block[..n_units * stimuli.len()];
        centre_block(x, stimuli.clone(), 0..n_units, &offsets, block);
        visit(stimuli.clone(), MatRef::from_row_major_slice(block, stimuli.len(), n_units));
    }
}
