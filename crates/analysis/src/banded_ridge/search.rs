//! Choosing the spaces' penalties by nested cross-validation over a list of weights.

use draws::Draws;
use faer::Mat;

use super::side_by_side;
use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::folds::Folds;
use crate::ridge::{RidgeEncoding, choose, inner_errors, predict_fold, refuse_constant, refuse_unfit};

/// Held-out predictions of a banded ridge regression.
#[derive(Debug, Clone, PartialEq)]
pub struct BandedEncoding {
    /// The predictions, their scores, and the chosen alphas.
    pub encoding: RidgeEncoding,
    /// The weights wₛ that each fold's inner folds chose, `[n_folds, n_targets, n_spaces]`, row-major: space s
    /// was penalised by alpha / wₛ, and left out where wₛ is 0.
    pub weights: Vec<f64>,
}

const MEASURE: &str = "banded ridge encoding";

/// [`ridge_encoding`](crate::ridge_encoding) of several feature spaces, where the inner folds choose the weights
/// of the spaces from a list as well as alpha, for each target or for all.
///
/// `weights` are lists of one number a space, none below 0 and not all 0, such as [`simplex_weights`]; the
/// first of equally good ones, and for it the first alpha, is taken. himalaya: `GroupRidgeCV` with
/// `solver_params={"n_iter": weights}` within each fold.
///
/// Cost: [`ridge_encoding`](crate::ridge_encoding)'s for each list of weights.
///
/// # Errors
/// As [`ridge_encoding`](crate::ridge_encoding), but always at least 3 folds; no weights, weights of another number of
/// spaces, below 0 or all 0.
pub fn banded_ridge_encoding<T: Number>(
    spaces: &[&Activations<T>],
    y: &Activations<impl Number>,
    (weights, alphas): (&[Vec<f64>], &[f64]),
    folds: &Folds,
    per_target: bool,
) -> Result<BandedEncoding> {
    let usable = |w: &Vec<f64>| w.iter().all(|w| w.is_finite() && *w >= 0.0) && w.iter().any(|w| *w > 0.0);
    if weights.is_empty() || !weights.iter().all(usable) {
        return Err(Error::Decoding(DecodingError::ImpossibleWeights { measure: MEASURE }));
    }
    let stacked = |weights: &Vec<f64>| side_by_side(MEASURE, spaces, weights);
    let even = stacked(&vec![1.0; spaces.len()])?;
    refuse_unfit(MEASURE, &even, y, alphas)?;
    folds.refuse_other(MEASURE, y.n_stimuli())?;
    folds.refuse_too_few_to_nest(MEASURE)?;
    refuse_constant(MEASURE, &even, y)?;

    let (n_targets, n_alphas) = (y.n_units(), alphas.len());
    let mut errors = vec![Mat::<f64>::zeros(weights.len() * n_alphas, n_targets); folds.n_folds()];
    for (place, weights) in weights.iter().enumerate() {
        let of_folds = inner_errors(MEASURE, &stacked(weights)?, y, alphas, folds)?;
        for (all, own) in errors.iter_mut().zip(of_folds) {
            all.subrows_mut(place * n_alphas, n_alphas).copy_from(own);
        }
    }
    let chosen: Vec<Vec<usize>> = errors.iter().map(|errors| choose(errors.as_ref(), per_target)).collect();

    let mut predictions = vec![0.0; y.n_stimuli() * n_targets];
    for (place, weights) in weights.iter().enumerate() {
        let with_these = |chosen: &usize| chosen / n_alphas == place;
        if !chosen.iter().flatten().any(with_these) {
            continue;
        }
        let x = stacked(weights)?;
        for (fold, chosen) in chosen.iter().enumerate().filter(|(_, chosen)| chosen.iter().any(with_these)) {
            // Past the last alpha for targets that chose other weights: these are not predicted.
            let alpha_of = |chosen: &usize| if with_these(chosen) { chosen % n_alphas } else { n_alphas };
            let of_targets: Vec<usize> = chosen.iter().map(alpha_of).collect();
            let predicted = predict_fold(MEASURE, &x, y, alphas, (folds, fold), &of_targets)?;
            for (row, stimulus) in folds.test(fold).into_iter().enumerate() {
                for target in (0..n_targets).filter(|&target| of_targets[target] < n_alphas) {
                    predictions[stimulus * n_targets + target] = predicted[(row, target)];
                }
            }
        }
    }
    let chosen_alphas = chosen.iter().flatten().map(|chosen| alphas[chosen % n_alphas]).collect();
    Ok(BandedEncoding {
        encoding: RidgeEncoding::of(MEASURE, y, predictions, chosen_alphas)?,
        weights: chosen.iter().flatten().flat_map(|chosen| weights[chosen / n_alphas].clone()).collect(),
    })
}

/// Weights of `n_spaces` spaces that sum to 1: each space alone, all evenly, and `n_random` seeded ones that
/// are uniform on the simplex (the gaps between sorted uniform numbers; Devroye 1986, Non-uniform random
/// variate generation, chapter V). No space gives no weights.
pub fn simplex_weights(n_spaces: usize, n_random: usize, seed: u64) -> Vec<Vec<f64>> {
    if n_spaces == 0 {
        return Vec::new();
    }
    let alone = |space: usize| (0..n_spaces).map(move |other| f64::from(other == space)).collect::<Vec<_>>();
    let mut all: Vec<Vec<f64>> = (0..n_spaces).map(alone).collect();
    all.push(vec![1.0 / n_spaces as f64; n_spaces]);
    for number in 0..n_random {
        let draws = Draws::new(seed).stream(number as u64);
        let mut cuts: Vec<f64> = (1..n_spaces).map(|cut| draws.unit(cut as u64)).collect();
        cuts.extend([0.0, 1.0]);
        cuts.sort_by(f64::total_cmp);
        all.push(cuts.windows(2).map(|pair| pair[1] - pair[0]).collect());
    }
    all
}
