//! Principal component analysis of the answers: the few directions in which stimuli differ most.

mod components;

use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::gram::refuse_too_many;

/// The first principal components of a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Pca {
    /// Where each stimulus lies: `[n_stimuli, n_components]`, row-major (unit: activation).
    ///
    /// A component's sign is arbitrary; here its score of largest size is positive, and among
    /// scores equally large to 1e-6 the one of the first stimulus.
    pub scores: Vec<f64>,
    /// Variance of each component over stimuli, divided by n_stimuli − 1, in falling order.
    pub explained_variance: Vec<f64>,
    /// Each variance as a part of the variance of all units together.
    pub explained_variance_ratio: Vec<f64>,
    /// How many stimuli there are.
    pub n_stimuli: usize,
    /// How many components were asked for.
    pub n_components: usize,
}

/// The first `n_components` principal components, columns centred and not scaled, as scikit-learn's
/// `PCA` up to the sign of each component.
///
/// Computed from the smaller of the Gram `[n_stimuli, n_stimuli]` and scatter `[n_units, n_units]`
/// matrices, in f64. Components beyond the rank of the activations (a variance below about 1e-15
/// of the largest for each stimulus or unit) have variance 0 and scores 0; a component with a part v
/// of the first one's variance keeps about 16 + log₁₀ v digits.
///
/// Cost: `n_stimuli · n_units · m` multiply-adds and an eigendecomposition, m³, of the smaller
/// matrix, m = min(n_stimuli, n_units).
///
/// # Errors
/// Fewer than 2 stimuli, no component or more than min(n_stimuli − 1, n_units), activations without
/// variance, too large for memory.
pub fn pca(x: &Activations<impl Number>, n_components: usize) -> Result<Pca> {
    let (n_stimuli, n_units) = (x.n_stimuli(), x.n_units());
    if n_stimuli < 2 {
        return Err(Error::TooFewStimuli {
            measure: "PCA",
            needs: 2,
            found: n_stimuli,
            why: "a single one has no variance",
        });
    }
    let most = n_units.min(n_stimuli - 1);
    if n_components == 0 || n_components > most {
        return Err(Error::ImpossibleComponents { asked: n_components, most, n_stimuli, n_units });
    }
    refuse_too_many("PCA", n_stimuli.min(n_units))?;
    let mut found = if n_units < n_stimuli {
        components::from_scatter(x, n_components)?
    } else {
        components::from_gram(x, n_components)?
    };
    fix_signs(&mut found.scores, n_components);
    let freedom = (n_stimuli - 1) as f64;
    let parts = found.eigenvalues.iter();
    Ok(Pca {
        explained_variance: parts.clone().map(|value| value / freedom).collect(),
        explained_variance_ratio: parts.map(|value| value / found.trace).collect(),
        scores: found.scores,
        n_stimuli,
        n_components,
    })
}

/// Scores this near to the largest count as equally large, so that rounding cannot flip a sign.
const AS_LARGE: f64 = 1.0 - 1e-6;

/// Turns each component so that the first of its largest scores is positive.
pub(crate) fn fix_signs(scores: &mut [f64], n_components: usize) {
    for component in 0..n_components {
        let column = || scores.iter().skip(component).step_by(n_components).copied();
        let largest = column().fold(0.0, |most: f64, score| most.max(score.abs()));
        let first = column().find(|score| score.abs() >= AS_LARGE * largest);
        if first.is_some_and(|score| score < 0.0) {
            let column = scores.iter_mut().skip(component).step_by(n_components);
            column.for_each(|score| *score = -*score);
        }
    }
}
