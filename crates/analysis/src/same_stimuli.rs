//! What every comparison of two layers asks of its inputs first: the same stimuli, and enough of them.

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Result};
use crate::gram::MAX_SQUARE_BYTES;

/// Refuses layers of different numbers of stimuli, and fewer than `needs` of them.
pub(crate) fn refuse_stimuli(
    measure: &'static str,
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    needs: usize,
    why: &'static str,
) -> Result<()> {
    let (first, second) = (x.n_stimuli(), y.n_stimuli());
    if first != second {
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    if first < needs {
        return Err(Error::TooFewStimuli { measure, needs, found: first, why });
    }
    Ok(())
}

/// Refuses layers whose matrix `[first, second]` of all pairs of units would be larger than
/// [`MAX_SQUARE_BYTES`].
pub(crate) fn refuse_units(measure: &'static str, first: usize, second: usize) -> Result<()> {
    let bytes = (first as u128) * (second as u128) * 8;
    if bytes > u128::from(MAX_SQUARE_BYTES) {
        return Err(Error::Likeness(LikenessError::TooManyUnits { measure, first, second }));
    }
    Ok(())
}
