//! Fewer stimuli than there are, and saying so.

use std::fmt;

use draws::Draws;

use crate::error::{Error, RdmError, Result};

/// Stimuli drawn at random without replacement, and what is to be said of it wherever the result is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StimulusChoice {
    /// The chosen stimuli, rising.
    pub stimuli: Vec<usize>,
    /// How many there were to choose from.
    pub n_stimuli: usize,
    /// The seed of the draw.
    pub seed: u64,
}

impl fmt::Display for StimulusChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.stimuli.len() {
            all if all == self.n_stimuli => write!(f, "All {all} stimuli were used."),
            some => write!(
                f,
                "{some} of {} stimuli were used, drawn at random without replacement with seed {}.",
                self.n_stimuli, self.seed
            ),
        }
    }
}

/// Draws `n_chosen` of `n_stimuli` stimuli: the first of `Draws::new(seed).permutation(n_stimuli)`, put in order.
///
/// # Errors
/// No stimulus asked for, or more than there are.
pub fn choose_stimuli(n_stimuli: usize, n_chosen: usize, seed: u64) -> Result<StimulusChoice> {
    if n_chosen == 0 || n_chosen > n_stimuli {
        return Err(Error::Rdms(RdmError::ImpossibleChoice { asked: n_chosen, n_stimuli }));
    }
    let mut stimuli = Draws::new(seed).permutation(n_stimuli);
    stimuli.truncate(n_chosen);
    stimuli.sort_unstable();
    Ok(StimulusChoice { stimuli, n_stimuli, seed })
}
