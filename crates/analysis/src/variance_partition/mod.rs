//! Variance partitioning: what only one feature space explains of a target, and what several share.
//!
//! Borcard, Legendre & Drapeau 1992, "Partialling out the spatial component of ecological variation", Ecology
//! 73; for encoding models de Heer et al. 2017, "The hierarchical cortical organization of human speech
//! processing", Journal of Neuroscience 37.

mod card;

pub(crate) use card::CARDS;

use crate::activations::{Activations, Number};
use crate::banded_ridge::side_by_side;
use crate::error::{DecodingError, Error, Result};
use crate::folds::Folds;
use crate::ridge::ridge_encoding;

/// Held-out R² parted among feature spaces. Sets of spaces are numbered in binary: set `s` has space `k` if
/// bit `k` of `s + 1` is set, so that for two spaces they are {0}, {1}, {0, 1}.
#[derive(Debug, Clone, PartialEq)]
pub struct VariancePartition {
    /// The spaces of each set, `[n_sets]`, n_sets = 2^n_spaces − 1.
    pub sets: Vec<Vec<usize>>,
    /// R² of the ridge regression on a set's spaces together, `[n_sets, n_targets]`, row-major.
    pub r2: Vec<f64>,
    /// The part that exactly the spaces of a set share: for one space its unique R². `[n_sets, n_targets]`;
    /// the parts of a target sum to the R² of all spaces.
    pub parts: Vec<f64>,
    /// How many stimuli were predicted.
    pub n_stimuli: usize,
    /// How many targets were predicted.
    pub n_targets: usize,
}

/// Parts the pooled held-out R² of [`ridge_encoding`](crate::ridge_encoding) of each target among 2 or 3 feature
/// spaces: unique and shared parts by inclusion and exclusion.
///
/// Cost: 3 or 7 times [`ridge_encoding`](crate::ridge_encoding)'s.
///
/// # Errors
/// As [`ridge_encoding`](crate::ridge_encoding); another number of spaces than 2 or 3.
pub fn variance_partition<T: Number>(
    spaces: &[&Activations<T>],
    y: &Activations<impl Number>,
    alphas: &[f64],
    folds: &Folds,
    per_target: bool,
) -> Result<VariancePartition> {
    let n_spaces = spaces.len();
    if !(2..=3).contains(&n_spaces) {
        return Err(Error::Decoding(DecodingError::ImpossiblePartition { n_spaces }));
    }
    let n_targets = y.n_units();
    let all = (1_usize << n_spaces) - 1;
    let members = |set: usize| (0..n_spaces).filter(move |space| set >> space & 1 == 1);
    // The empty set explains nothing.
    let mut r2_of = vec![vec![0.0; n_targets]];
    for set in 1..=all {
        let chosen: Vec<&Activations<T>> = members(set).map(|space| spaces[space]).collect();
        let x = side_by_side("variance partitioning", &chosen, &vec![1.0; chosen.len()])?;
        r2_of.push(ridge_encoding(&x, y, alphas, folds, per_target)?.r2_pooled);
    }
    // What is lost without a set is the sum of the parts of all its subsets; inclusion and exclusion turns
    // these sums into the parts.
    let lost = |set: usize, target: usize| r2_of[all][target] - r2_of[all & !set][target];
    let part = |set: usize, target: usize| -> f64 {
        let subsets = (1..=set).filter(|subset| subset & !set == 0);
        let signed = |subset: usize| {
            let odd = (set.count_ones() - subset.count_ones()) % 2 == 1;
            if odd { -lost(subset, target) } else { lost(subset, target) }
        };
        subsets.map(signed).sum()
    };
    let parts = (1..=all).flat_map(|set| (0..n_targets).map(move |target| (set, target)));
    let parts = parts.map(|(set, target)| part(set, target)).collect();
    Ok(VariancePartition {
        sets: (1..=all).map(|set| members(set).collect()).collect(),
        r2: r2_of.split_off(1).concat(),
        parts,
        n_stimuli: y.n_stimuli(),
        n_targets,
    })
}
