//! The maximum-likelihood dimension from the distances to the k nearest neighbours.
//!
//! Levina & Bickel 2004, "Maximum likelihood estimation of intrinsic dimension", NIPS 17, equation 8,
//! averaged as MacKay & Ghahramani 2005 ask in their comments on it.

use super::nearest;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::rdm::{Distance, rdm};

/// What the refusals call it.
const NAME: &str = "intrinsic_dimension_mle_20";

/// How many neighbours there are in the variant with a name: scikit-dimension's default.
pub(super) const NEIGHBOURS: usize = 20;

/// n (k − 1) / Σᵢ Σⱼ ln(T_k(i) / T_j(i)), with T_j(i) the Euclidean distance from stimulus i to its
/// j-th neighbour, j < k.
///
/// This is the harmonic mean of the dimensions (k − 1) / Σⱼ ln(T_k / T_j) at the single stimuli:
/// MacKay & Ghahramani average their inverses, where Levina & Bickel average the dimensions.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()) and n_stimuli² log n_stimuli.
///
/// # Errors
/// k that is not from 2 to n_stimuli − 1, fewer than 3 stimuli, two stimuli with the same answers,
/// all neighbours equally far.
pub fn intrinsic_dimension_mle(x: &Activations<impl Number>, k: usize) -> Result<f64> {
    let n_stimuli = x.n_stimuli();
    if n_stimuli < 3 {
        let why = "each needs two neighbours";
        return Err(Error::TooFewStimuli { measure: NAME, needs: 3, found: n_stimuli, why });
    }
    if k < 2 || k >= n_stimuli {
        return Err(Error::Layer(LayerError::SettingOutOfRange {
            measure: NAME,
            asked: format!("{k} neighbours"),
            expected: format!("{n_stimuli} stimuli have between 2 and {}", n_stimuli - 1),
        }));
    }
    let rdm = rdm(x, Distance::Euclidean)?;
    let mut sum = 0.0;
    let mut is_equal = true;
    for stimulus in 0..n_stimuli {
        let near = nearest(&rdm, stimulus, k);
        let furthest = near.last().map_or(0.0, |&(_, distance)| distance);
        for &(other, distance) in &near {
            if distance == 0.0 {
                let (first, second) = (stimulus.min(other), stimulus.max(other));
                return Err(Error::Layer(LayerError::SameAnswers { measure: NAME, first, second }));
            }
            let log_ratio = (furthest / distance).ln();
            is_equal &= log_ratio <= EQUAL;
            sum += log_ratio;
        }
    }
    if is_equal {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: format!("the {k} neighbours of each stimulus are all as far as the nearest"),
            next: "take another site or other stimuli",
        }));
    }
    Ok((n_stimuli * (k - 1)) as f64 / finite(NAME, sum)?)
}

/// Ratios whose logarithms are all below this are rounding of equal distances.
const EQUAL: f64 = 1e-12;
