//! Gram matrices: inner products between stimuli (or, for [`scatter`], between units).

mod blocks;
#[cfg(any(test, target_arch = "wasm32"))]
mod panels;
mod scatter;

pub(crate) use blocks::{Symmetric, gram_of_blocks};
pub(crate) use scatter::{for_each_centred_block, scatter};

use crate::activations::{Activations, Number};
use crate::centring::centre_units;
use crate::error::{Error, Result};

/// The most bytes that one square matrix may take before a measure is refused: 1 GiB where
/// addresses have 32 bits (wasm, whose memory ends at 4 GiB), 32 GiB elsewhere.
pub const MAX_SQUARE_BYTES: u64 = if usize::BITS == 32 { 1 << 30 } else { 1 << 35 };

/// The inner products between stimuli after each unit's mean over stimuli was taken away: all that
/// [`cka`](crate::cka) needs of a layer, so that a layer × layer matrix makes each Gram only once.
#[derive(Debug, Clone, PartialEq)]
pub struct Gram {
    pub(crate) centred: Symmetric,
}

impl Gram {
    /// How many stimuli the Gram matrix is of.
    pub fn n_stimuli(&self) -> usize {
        self.centred.size()
    }

    /// The inner product of the centred answers to stimuli `i` and `j` (unit: activation²).
    ///
    /// # Panics
    /// If `i` or `j` is not less than [`n_stimuli`](Self::n_stimuli), as a slice would.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        self.centred.row(i)[j]
    }

    /// The Gram matrix of some of the stimuli, centred anew: what [`gram`] gives of their rows, but for rounding, without a
    /// look at the units.
    ///
    /// Cost: `stimuli.len()²`.
    ///
    /// # Panics
    /// If one of them is not a stimulus, as a slice would.
    pub fn of_stimuli(&self, stimuli: &[usize]) -> Self {
        let of = |i: usize, j: usize| self.centred.row(stimuli[i])[stimuli[j]];
        let centred = Symmetric::from_fn(stimuli.len(), of).double_centred();
        // Exactly 0 for a layer that answers the same to all of them, as in `gram`.
        let is_dead = centred.trace() <= DEAD * self.centred.trace();
        Self { centred: if is_dead { Symmetric::from_fn(stimuli.len(), |_, _| 0.0) } else { centred } }
    }
}

/// Less of the variance than this is rounding.
const DEAD: f64 = 1e-13;

/// The column-centred Gram matrix `[n_stimuli, n_stimuli]` of a layer, in f64.
///
/// Cost: `n_stimuli² · n_units` multiply-adds; memory `8 · n_stimuli²` bytes and a block of at most
/// 2 MiB, never an f64 copy of the activations. See [`MAX_SQUARE_BYTES`] for what
/// [`cka`](crate::cka) and [`rdm`](crate::rdm()) refuse.
pub fn gram(x: &Activations<impl Number>) -> Gram {
    Gram { centred: gram_of_blocks(x.n_stimuli(), x.n_units(), |units, block| centre_units(x, units, block)) }
}

/// Refuses a number of stimuli whose square matrix would be larger than [`MAX_SQUARE_BYTES`].
pub(crate) fn refuse_too_many(measure: &'static str, n_stimuli: usize) -> Result<()> {
    let most = (MAX_SQUARE_BYTES / 8).isqrt();
    if n_stimuli as u64 > most {
        return Err(Error::TooManyStimuli {
            measure,
            n_stimuli,
            most: usize::try_from(most).unwrap_or(usize::MAX),
        });
    }
    Ok(())
}
