//! How alike two RDMs of the same stimuli are.
//!
//! Which one to take: Nili et al. 2014, "A toolbox for representational similarity analysis", PLoS
//! Computational Biology 10(4): Kendall's tau-a when a model predicts ties, otherwise a correlation.

mod card;
mod cosine;
mod kendall;
mod pearson;
mod ranks;
mod variant;

pub(crate) use card::{CARDS, MEASURES};
pub(crate) use ranks::average_ranks;
pub use variant::{RDM_COMPARISONS, RdmComparison};

use crate::error::{Error, Operand, Result};
use crate::rdm::Rdm;

/// Compares the entries above the diagonals of two RDMs; 1 is alike, 0 unrelated, −1 opposite.
///
/// Cost: linear in the number of entries m = n_stimuli (n_stimuli − 1) / 2 for Pearson and cosine,
/// m log m for Spearman and Kendall's tau-a.
///
/// # Errors
/// Different numbers of stimuli, fewer than 3 of them, and RDMs on which the comparison is
/// undefined: a constant one for Pearson and Spearman, an all-zero one for cosine. Kendall's tau-a
/// is defined on every RDM: ties count as neither concordant nor discordant.
pub fn compare_rdms(a: &Rdm, b: &Rdm, c: RdmComparison) -> Result<f64> {
    let measure = c.name();
    if a.n_stimuli() != b.n_stimuli() {
        return Err(Error::DifferentStimuli { measure, first: a.n_stimuli(), second: b.n_stimuli() });
    }
    if a.n_stimuli() < 3 {
        return Err(Error::TooFewStimuli {
            measure,
            needs: 3,
            found: a.n_stimuli(),
            why: "an RDM of 2 has a single entry, which is alike to any other",
        });
    }
    match c {
        RdmComparison::Pearson => {
            refuse_constant(measure, a, b)?;
            Ok(pearson::correlation(a.upper(), b.upper()))
        }
        RdmComparison::Spearman => {
            refuse_constant(measure, a, b)?;
            let (a, b) = (ranks::average_ranks(a.upper()), ranks::average_ranks(b.upper()));
            Ok(pearson::correlation(&a, &b))
        }
        RdmComparison::KendallTauA => Ok(kendall::tau_a(a.upper(), b.upper())),
        RdmComparison::Cosine => {
            for (rdm, which) in [(a, Operand::First), (b, Operand::Second)] {
                if rdm.upper().iter().all(|&d| d == 0.0) {
                    return Err(Error::ZeroRdm { which });
                }
            }
            Ok(cosine::cosine(a.upper(), b.upper()))
        }
    }
}

/// An RDM whose entries differ by no more than this part of the largest is constant: what differs
/// is rounding (f64 keeps 16 digits; sums over many units lose two or three).
const CONSTANT: f64 = 1e-12;

fn refuse_constant(measure: &'static str, a: &Rdm, b: &Rdm) -> Result<()> {
    for (rdm, which) in [(a, Operand::First), (b, Operand::Second)] {
        let entries = rdm.upper().iter().copied();
        let (least, most) =
            (entries.clone().fold(f64::INFINITY, f64::min), entries.fold(f64::NEG_INFINITY, f64::max));
        if most - least <= CONSTANT * most.abs().max(least.abs()) {
            return Err(Error::ConstantRdm { measure, which, value: most });
        }
    }
    Ok(())
}
