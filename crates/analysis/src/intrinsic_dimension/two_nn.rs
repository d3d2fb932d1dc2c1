//! TwoNN: the dimension from the ratio of the distances to the two nearest neighbours.
//!
//! Facco, d'Errico, Rodriguez & Laio 2017, "Estimating the intrinsic dimension of datasets by a
//! minimal neighborhood information", Scientific Reports 7:12140.

use super::nearest;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::rdm::{Distance, rdm};

/// What the refusals call it.
const NAME: &str = "intrinsic_dimension_two_nn";

/// A dimension by TwoNN, and of how many stimuli it was made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoNn {
    /// The dimension.
    pub dimension: f64,
    /// How many ratios the line was fitted through.
    pub n_fitted: usize,
    /// How many of the largest ratios were discarded.
    pub n_discarded: usize,
    /// How many stimuli were dropped because another one has the same answers.
    pub n_dropped: usize,
}

/// The part of the ratios that is discarded, the largest ones: 10 %, as in the paper and in
/// scikit-dimension.
pub(super) const DISCARDED: f64 = 0.1;

/// Ratios whose logarithms are all below this are rounding of equal distances.
const EQUAL: f64 = 1e-12;

/// The slope of −ln(1 − F(μ)) over ln μ through the origin; μ is each stimulus's distance (Euclidean)
/// to its second neighbour over that to its first, and F(μ₍ᵢ₎) = i / n for the i-th smallest.
///
/// A stimulus with the same answers as another one has no ratio and is dropped, as in
/// scikit-dimension; then the part `discarded` of largest ratios is left out of the fit.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()) and n_stimuli² log n_stimuli.
///
/// # Errors
/// A part that is not from 0 to below 1, fewer than 3 stimuli, fewer than 2 ratios left, all
/// neighbours equally far.
pub fn two_nn(x: &Activations<impl Number>, discarded: f64) -> Result<TwoNn> {
    if !(0.0..1.0).contains(&discarded) {
        return Err(Error::Layer(LayerError::SettingOutOfRange {
            measure: NAME,
            asked: format!("a discarded part of {discarded}"),
            expected: "the part is from 0 to below 1".to_owned(),
        }));
    }
    let n_stimuli = x.n_stimuli();
    if n_stimuli < 3 {
        let why = "each needs two neighbours";
        return Err(Error::TooFewStimuli { measure: NAME, needs: 3, found: n_stimuli, why });
    }
    let mut ratios = log_ratios(x)?;
    ratios.sort_by(f64::total_cmp);
    let n = ratios.len();
    // The last ratio has 1 − F = 0 and no logarithm, so it is never fitted.
    let n_fitted = ((n as f64 * (1.0 - discarded)) as usize).min(n.saturating_sub(1));
    let fitted = &ratios[..n_fitted];
    if n_fitted < 2 {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: format!(
                "{n_fitted} of {n_stimuli} stimuli are left to fit a line through, after those that share their answers with another one and the largest ratios"
            ),
            next: "give more stimuli with answers of their own",
        }));
    }
    if fitted.iter().all(|&ratio| ratio <= EQUAL) {
        return Err(Error::Layer(LayerError::Undefined {
            measure: NAME,
            because: "the second neighbour of each stimulus is as far as the first".to_owned(),
            next: "take another site or other stimuli",
        }));
    }
    let heights = (1..=n_fitted).map(|i| -(1.0 - i as f64 / n as f64).ln());
    let along: f64 = fitted.iter().zip(heights).map(|(ratio, height)| ratio * height).sum();
    let squares: f64 = fitted.iter().map(|ratio| ratio * ratio).sum();
    Ok(TwoNn {
        dimension: finite(NAME, along / squares)?,
        n_fitted,
        n_discarded: n - n_fitted,
        n_dropped: n_stimuli - n,
    })
}

/// ln μ of every stimulus whose answers no other one has.
fn log_ratios(x: &Activations<impl Number>) -> Result<Vec<f64>> {
    let rdm = rdm(x, Distance::Euclidean)?;
    let of_stimulus = |stimulus| match nearest(&rdm, stimulus, 2)[..] {
        [(_, first), (_, second)] if first > 0.0 => Some((second / first).ln()),
        _ => None,
    };
    Ok((0..x.n_stimuli()).filter_map(of_stimulus).collect())
}
