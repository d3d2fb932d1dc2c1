//! Sparseness over stimuli (lifetime) or over units (population).
//!
//! Vinje & Gallant 2000, "Sparse coding and decorrelation in primary visual cortex during natural
//! vision", Science 287, whose S is Rolls & Tovee's 1995 activity ratio rescaled; over units as in
//! Willmore & Tolhurst 2001, "Characterizing the sparseness of neural codes", Network 12.

use super::{Selectivity, answers, refuse_negative};
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};

/// S = (1 − (Σr/n)² / (Σr²/n)) / (1 − 1/n) of each unit over its answers r to the n stimuli; 0 (the
/// same to all) to 1 (one stimulus only).
///
/// A unit that answers 0 to all stimuli has no value. Cost: one pass through the activations.
///
/// # Errors
/// Fewer than 2 stimuli, answers below 0, only dead units.
pub fn lifetime_sparseness(x: &Activations<impl Number>) -> Result<Selectivity> {
    let measure = "lifetime_sparseness";
    let n_stimuli = x.n_stimuli();
    if n_stimuli < 2 {
        let why = "a single one cannot be told from others";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n_stimuli, why });
    }
    refuse_negative(measure, x)?;
    let values = (0..x.n_units()).map(|unit| sparseness(&answers(x, unit).0)).collect();
    Selectivity::new(measure, values, "units", "each answers 0 to all stimuli")
}

/// The same S of each stimulus over the answers of the n units to it; 0 (the same of all) to 1 (one
/// unit only).
///
/// A stimulus that no unit answers has no value. Cost: one pass through the activations.
///
/// # Errors
/// A single unit, answers below 0, no answer to any stimulus.
pub fn population_sparseness(x: &Activations<impl Number>) -> Result<Selectivity> {
    let measure = "population_sparseness";
    if x.n_units() < 2 {
        return Err(Error::Layer(LayerError::Undefined {
            measure,
            because: "a single unit cannot be told from others".to_owned(),
            next: "take a site with at least 2 units",
        }));
    }
    refuse_negative(measure, x)?;
    let of_row = |row: &[_]| sparseness(&widened(row));
    let values = x.rows().map(of_row).collect();
    Selectivity::new(measure, values, "stimuli", "no unit answers them")
}

fn widened<T: Number>(row: &[T]) -> Vec<f64> {
    row.iter().map(|&value| value.into()).collect()
}

fn sparseness(answers: &[f64]) -> Option<f64> {
    let largest = answers.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 {
        return None;
    }
    // Divided by the largest, so that no square overflows or vanishes.
    let n = answers.len() as f64;
    let (mut sum, mut squares) = (0.0, 0.0);
    for answer in answers.iter().map(|answer| answer / largest) {
        sum += answer;
        squares += answer * answer;
    }
    let activity_ratio = (sum / n) * (sum / n) / (squares / n);
    Some(((1.0 - activity_ratio) / (1.0 - 1.0 / n)).clamp(0.0, 1.0))
}
