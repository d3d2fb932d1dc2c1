//! Centred kernel alignment: how alike two layers' geometries are, whatever their units.
//!
//! Kornblith et al. 2019, "Similarity of neural network representations revisited", ICML; without
//! the centring Cristianini et al. 2001, "On kernel-target alignment", NeurIPS.

mod biased;
mod card;
mod debiased;
mod layers;
mod rbf;
mod uncentred;
mod variant;

pub(crate) use card::{CARDS, MEASURES};
pub use layers::CkaLayers;
pub use rbf::{Hsic, cka_rbf};
pub use uncentred::kernel_alignment_linear;
pub use variant::{CKAS, Cka};

use crate::activations::{Activations, Number};
use crate::error::{Error, LikenessError, Operand, Result};
use crate::gram::{Gram, gram, refuse_too_many};
use crate::unit_sums::sum_rows;

/// Linear CKA of two layers `[n_stimuli, n_units]` of the same stimuli; their units may differ.
///
/// Unchanged by rotations, isotropic scaling and translations of either layer. The biased one lies
/// between 0 and 1 and grows with units per stimulus even for unrelated layers; the debiased one
/// is 0 on average for unrelated layers and may be negative.
///
/// Cost: a [`gram`] of each; for many layers use [`CkaLayers`], or make the Grams once and use [`cka_from_grams`].
///
/// # Errors
/// Different numbers of stimuli, too few (2 for the biased one, which then is always 1; 4 for the
/// debiased one), too many for memory ([`MAX_SQUARE_BYTES`](crate::MAX_SQUARE_BYTES)), a layer whose
/// units answer alike to all stimuli, answers whose fourth powers leave f64's range.
pub fn cka(x: &Activations<impl Number>, y: &Activations<impl Number>, variant: Cka) -> Result<f64> {
    refuse_stimuli(x.n_stimuli(), y.n_stimuli(), variant)?;
    cka_from_grams(&gram(x), &gram(y), variant)
}

/// [`cka`] of two layers whose [`Gram`] matrices are already there. Cost: n_stimuli².
///
/// # Errors
/// As [`cka`].
pub fn cka_from_grams(a: &Gram, b: &Gram, variant: Cka) -> Result<f64> {
    refuse_stimuli(a.n_stimuli(), b.n_stimuli(), variant)?;
    let a = unit_entries(a, variant, Operand::First)?;
    let b = unit_entries(b, variant, Operand::Second)?;
    let range = layers::range(variant);
    Ok(alignment(&a, &b).clamp(*range.start(), *range.end()))
}

/// A layer's centred Gram matrix as a list of length 1.
fn unit_entries(gram: &Gram, variant: Cka, which: Operand) -> Result<Vec<f64>> {
    let (gram, measure) = (&gram.centred, variant.name());
    // Exactly 0 for a layer without variance: see the centring of units.
    if gram.trace() == 0.0 {
        return Err(Error::DeadLayer { measure, which });
    }
    let square = gram.dot(gram);
    if !square.is_normal() {
        return Err(Error::Likeness(LikenessError::LayerOutOfRange { measure, which }));
    }
    match variant {
        Cka::LinearBiased => Ok(biased::unit_entries(gram, square)),
        Cka::LinearDebiased => debiased::unit_entries(gram, square, measure, which),
    }
}

/// The inner product of two lists of length 1.
fn alignment(a: &[f64], b: &[f64]) -> f64 {
    sum_rows(a, b, |a, b| a * b)
}

fn refuse_stimuli(first: usize, second: usize, variant: Cka) -> Result<()> {
    let measure = variant.name();
    if first != second {
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    let (needs, why) = match variant {
        Cka::LinearBiased => (2, "a single one has nothing to differ from"),
        Cka::LinearDebiased => (4, "its correction divides by n_stimuli − 3"),
    };
    if first < needs {
        return Err(Error::TooFewStimuli { measure, needs, found: first, why });
    }
    refuse_too_many(measure, first)
}
