//! How likely two stimuli are to be neighbours, by their distances.

use crate::error::{Error, MapError, Result};
use crate::gram::refuse_too_many;
use crate::rdm::Rdm;

/// Ends the search for a width when the entropy is this near to ln(perplexity): scikit-learn's
/// `PERPLEXITY_TOLERANCE`, in nats.
const TOLERANCE: f64 = 1e-5;
/// At most so many steps of the search: scikit-learn's `n_steps`.
const STEPS: usize = 100;
/// What stands for a sum of weights that vanish: scikit-learn's `EPSILON_DBL`.
const NO_WEIGHT: f64 = 1e-8;

pub(super) const MEASURE: &str = "tsne";

/// t-SNE's joint probabilities p_ij of every pair, in the order of an RDM's upper triangle; with their
/// mirror images they sum to 1. None is below f64's epsilon.
///
/// Around each stimulus stands a Gaussian whose width is found by halving, so that its perplexity (how
/// many neighbours it reaches, 2 to the entropy in bits) is the wanted one; p_ij is the mean of both
/// stimuli's views, divided by their number (van der Maaten & Hinton 2008, equation 1 and section 3.1).
///
/// Cost: up to 100 · `n_stimuli`² exponentials; memory `8 · n_stimuli²` bytes.
///
/// # Errors
/// A perplexity below 1 or not below the number of stimuli; a distance below 0 or above 1e150; more stimuli than memory
/// is allowed for.
pub fn joint_probabilities(rdm: &Rdm, perplexity: f64) -> Result<Vec<f64>> {
    let n = rdm.n_stimuli();
    refuse_too_many(MEASURE, n)?;
    rdm.refuse_out_of_range(MEASURE)?;
    if !(1.0..n as f64).contains(&perplexity) {
        return Err(Error::Maps(MapError::WrongSetting {
            measure: MEASURE,
            setting: "perplexity",
            expected: format!("from 1 to below {n} for {n} stimuli"),
            found: perplexity,
        }));
    }
    let mut views = rdm.square();
    views.iter_mut().for_each(|d| *d *= *d);
    for (i, row) in views.chunks_exact_mut(n).enumerate() {
        let weights = neighbours(row, Some(i), perplexity.ln());
        row.copy_from_slice(&weights);
    }
    let total = views.iter().sum::<f64>() * 2.0;
    let both = |i: usize, j: usize| (views[i * n + j] + views[j * n + i]) / total.max(f64::EPSILON);
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    Ok(pairs.map(|(i, j)| both(i, j).max(f64::EPSILON)).collect())
}

/// How likely each stimulus is to be a neighbour of one, given squared distances from it; `own` is where
/// that one stands among them, if it does.
pub(super) fn neighbours(squared: &[f64], own: Option<usize>, wanted_entropy: f64) -> Vec<f64> {
    // The Gaussian's precision, 1 / 2σ², and what it is known to lie between.
    let (mut precision, mut low, mut high) = (1.0, f64::NEG_INFINITY, f64::INFINITY);
    let mut weights = vec![0.0; squared.len()];
    for _ in 0..STEPS {
        for (weight, d) in weights.iter_mut().zip(squared) {
            *weight = (-d * precision).exp();
        }
        if let Some(own) = own {
            weights[own] = 0.0;
        }
        let sum: f64 = weights.iter().sum();
        let sum = if sum == 0.0 { NO_WEIGHT } else { sum };
        weights.iter_mut().for_each(|weight| *weight /= sum);
        let mean_square: f64 = weights.iter().zip(squared).map(|(weight, d)| weight * d).sum();
        let excess = sum.ln() + precision * mean_square - wanted_entropy;
        if excess.abs() <= TOLERANCE {
            break;
        }
        if excess > 0.0 {
            low = precision;
            precision = if high.is_infinite() { 2.0 * precision } else { (precision + high) / 2.0 };
        } else {
            high = precision;
            precision = if low.is_infinite() { precision / 2.0 } else { (precision + low) / 2.0 };
        }
    }
    weights
}
