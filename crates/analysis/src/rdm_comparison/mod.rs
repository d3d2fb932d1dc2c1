//! How alike two RDMs of the same stimuli are.
//!
//! Which one to take: Nili et al. 2014, "A toolbox for representational similarity analysis", PLoS
//! Computational Biology 10(4): Kendall's tau-a when a model predicts ties, otherwise a correlation.
//! Schütt et al. 2023, "Statistical inference on representational geometries", eLife 12:e82566: rho-a
//! in place of tau-a, which it agrees with and is faster, and the whitened comparisons for estimates
//! of distances, whose entries are correlated.

mod card;
mod chosen;
mod cosine;
mod kendall;
mod pearson;
mod ranks;
mod rho_a;
mod variant;
mod whitened;

pub(crate) use card::{CARDS, MEASURES};
pub use chosen::compare_rdms_on;
pub(crate) use chosen::{Ready, Room, compare_chosen};
pub(crate) use ranks::average_ranks;
pub use variant::{RDM_COMPARISONS, RdmComparison};

use crate::error::{Error, Operand, Result};
use crate::rdm::Rdm;

/// Compares the entries above the diagonals of two RDMs; 1 is alike, 0 unrelated, −1 opposite.
///
/// Cost: linear in the number of entries m = n_stimuli (n_stimuli − 1) / 2 for Pearson, cosine and
/// the whitened ones, m log m for Spearman, rho-a and Kendall's tau-a.
///
/// # Errors
/// Different numbers of stimuli, fewer than 3 of them, and RDMs on which the comparison is
/// undefined: a constant one for both Pearsons and Spearman, an all-zero one for both cosines.
/// Kendall's tau-a and rho-a are defined on every RDM, and 0 for a constant one.
pub fn compare_rdms(a: &Rdm, b: &Rdm, c: RdmComparison) -> Result<f64> {
    let measure = c.name();
    refuse_stimuli(measure, a, b)?;
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
        RdmComparison::RhoA => {
            let (a, b) = (ranks::average_ranks(a.upper()), ranks::average_ranks(b.upper()));
            Ok(rho_a::rho_a(&a, &b))
        }
        RdmComparison::Cosine => {
            refuse_zero(measure, a, b)?;
            Ok(cosine::cosine(a.upper(), b.upper()))
        }
        RdmComparison::WhitenedCosine => {
            refuse_zero(measure, a, b)?;
            Ok(whitened(a, b))
        }
        RdmComparison::WhitenedPearson => {
            refuse_constant(measure, a, b)?;
            let without_mean = |rdm: &Rdm| Rdm::from_upper(pearson::centred(rdm.upper()), rdm.n_stimuli());
            Ok(whitened(&without_mean(a)?, &without_mean(b)?))
        }
    }
}

/// The whitened cosine of two RDMs on all their stimuli, once each.
fn whitened(a: &Rdm, b: &Rdm) -> f64 {
    let all: Vec<usize> = (0..a.n_stimuli()).collect();
    whitened::whitened_cosine(&mut a.square(), &mut b.square(), &all)
}

/// Refuses RDMs of different or of fewer than 3 stimuli.
pub(crate) fn refuse_stimuli(measure: &'static str, a: &Rdm, b: &Rdm) -> Result<()> {
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
    Ok(())
}

fn refuse_zero(measure: &'static str, a: &Rdm, b: &Rdm) -> Result<()> {
    for (rdm, which) in [(a, Operand::First), (b, Operand::Second)] {
        if rdm.upper().iter().all(|&d| d == 0.0) {
            return Err(Error::ZeroRdm { measure, which });
        }
    }
    Ok(())
}

/// An RDM whose entries differ by no more than this part of the largest is constant: what differs
/// is rounding (f64 keeps 16 digits; sums over many units lose two or three).
const CONSTANT: f64 = 1e-12;

fn refuse_constant(measure: &'static str, a: &Rdm, b: &Rdm) -> Result<()> {
    for (rdm, which) in [(a, Operand::First), (b, Operand::Second)] {
        if is_constant(rdm.upper()) {
            let value = rdm.upper().iter().copied().fold(f64::NEG_INFINITY, f64::max);
            return Err(Error::ConstantRdm { measure, which, value });
        }
    }
    Ok(())
}

/// Whether the entries differ by rounding only.
pub(crate) fn is_constant(entries: &[f64]) -> bool {
    is_constant_of(entries.iter().copied())
}

fn is_constant_of(entries: impl Iterator<Item = f64>) -> bool {
    let (least, most) = entries.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), entry| {
        (f64::min(least, entry), f64::max(most, entry))
    });
    most - least <= CONSTANT * most.abs().max(least.abs())
}
