//! How choosy single units are: for classes of stimuli, or for few stimuli at all.
//!
//! Each gives a value for each unit (for [`population_sparseness`], each stimulus) and their mean;
//! those without a value, such as dead units, are left out of the mean and counted.

mod auc;
mod card;
mod class_index;
mod d_prime;
mod sparseness;

pub use auc::auc_best_class;
pub(crate) use card::{CARDS, SUMMARIES};
pub use class_index::class_selectivity_index;
pub use d_prime::d_prime_preferred_class;
pub use sparseness::{lifetime_sparseness, population_sparseness};

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;

/// A value for each unit or stimulus, and their mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Selectivity {
    /// The value of each; none where it is undefined, as for a dead unit.
    pub values: Vec<Option<f64>>,
    /// The mean of those that have a value.
    pub mean: f64,
    /// How many have no value.
    pub n_undefined: usize,
}

impl Selectivity {
    /// Refuses values none of which is defined; `what` names them and `why` says why they are not.
    fn new(measure: &'static str, values: Vec<Option<f64>>, what: &str, why: &str) -> Result<Self> {
        let defined = values.iter().flatten().count();
        if defined == 0 {
            return Err(Error::Layer(LayerError::Undefined {
                measure,
                because: format!("none of the {} {what} has a value ({why})", values.len()),
                next: "take another site or other stimuli",
            }));
        }
        let mean = finite(measure, values.iter().flatten().sum::<f64>() / defined as f64)?;
        Ok(Self { mean, n_undefined: values.len() - defined, values })
    }
}

/// Refuses an answer below 0, and names the first.
fn refuse_negative(measure: &'static str, x: &Activations<impl Number>) -> Result<()> {
    let first =
        x.data().iter().map(|&value| value.into()).enumerate().find(|&(_, value): &(usize, f64)| value < 0.0);
    match first {
        Some((place, value)) => {
            let (stimulus, unit) = (place / x.n_units(), place % x.n_units());
            Err(Error::Layer(LayerError::NegativeAnswer { measure, stimulus, unit, value }))
        }
        None => Ok(()),
    }
}

/// The answers of one unit, `[n_stimuli]`, and whether they are not all the same.
fn answers(x: &Activations<impl Number>, unit: usize) -> (Vec<f64>, bool) {
    let answers: Vec<f64> = x.rows().map(|row| row[unit].into()).collect();
    let varies = answers.iter().any(|&answer| answer != answers[0]);
    (answers, varies)
}
