//! How often a probe does as well on shuffled labels.

use std::ops::Range;

use draws::Draws;

use super::{ProbeKind, accuracy, held_out, refuse};
use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::folds::Folds;
use crate::labels::Labels;

/// Among which stimuli labels are shuffled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shuffle {
    /// Among all. scikit-learn: `permutation_test_score`.
    Everywhere,
    /// Within each fold, as for the runs of a recording, whose stimuli can be exchanged only within a run
    /// (Etzel & Braver 2013, "MVPA permutation schemes", PRNI). Each fold keeps its number of each class.
    WithinFolds,
}

/// The accuracy of a probe against those on shuffled labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Permutation {
    /// The accuracy on the real labels.
    pub accuracy: f64,
    /// The accuracy on each shuffling, `[n_permutations]`.
    pub permuted: Vec<f64>,
    /// (1 + how many shufflings do at least as well) / (1 + n_permutations): Phipson & Smyth 2010,
    /// "Permutation p-values should never be zero".
    pub p_value: f64,
    /// How many stimuli there are.
    pub n_stimuli: usize,
}

/// [`probe`](crate::probe())'s accuracy, and that of the whole procedure, choice of penalties included, on
/// `n_permutations` shufflings of the labels.
///
/// What does not depend on the labels (decompositions) is done once for all shufflings. A shuffling may leave a training set
/// without a class, which then is never predicted. Cost: `n_permutations + 1` times [`probe`](crate::probe())'s
/// at most.
///
/// # Errors
/// As [`probe`](crate::probe()); no permutation.
pub fn probe_permutation(
    x: &Activations<impl Number>,
    labels: &Labels,
    folds: &Folds,
    kind: &ProbeKind,
    (n_permutations, shuffle, seed): (usize, Shuffle, u64),
) -> Result<Permutation> {
    refuse(x, labels, folds, kind)?;
    if n_permutations == 0 {
        return Err(Error::Decoding(DecodingError::NoPermutations { measure: kind.name() }));
    }
    let own = vec![labels.classes().to_vec()];
    let accuracy = accuracies(x, &own, folds, kind)?[0];
    let permuted = probe_shuffled(x, labels, folds, kind, (0..n_permutations, shuffle, seed))?;
    let as_good = permuted.iter().filter(|&&permuted| permuted >= accuracy).count();
    let p_value = (1 + as_good) as f64 / (1 + n_permutations) as f64;
    Ok(Permutation { accuracy, permuted, p_value, n_stimuli: x.n_stimuli() })
}

/// The accuracy of [`probe`](crate::probe()) on those shufflings of the labels whose numbers are given, `[numbers]`: the part
/// of [`probe_permutation`] that takes long, so that a caller can show how far it is.
///
/// # Errors
/// As [`probe`](crate::probe()).
pub fn probe_shuffled(
    x: &Activations<impl Number>,
    labels: &Labels,
    folds: &Folds,
    kind: &ProbeKind,
    (numbers, shuffle, seed): (Range<usize>, Shuffle, u64),
) -> Result<Vec<f64>> {
    refuse(x, labels, folds, kind)?;
    let draws = numbers.map(|number| Draws::new(seed).stream(number as u64));
    let labellings: Vec<Vec<usize>> =
        draws.map(|draws| shuffled(labels.classes(), folds, shuffle, draws)).collect();
    accuracies(x, &labellings, folds, kind)
}

/// The accuracy on each labelling.
fn accuracies(
    x: &Activations<impl Number>,
    labellings: &[Vec<usize>],
    folds: &Folds,
    kind: &ProbeKind,
) -> Result<Vec<f64>> {
    let found = held_out(x, labellings, folds, kind)?;
    Ok(found.iter().zip(labellings).map(|(found, truth)| accuracy(&found.predictions, truth)).collect())
}

fn shuffled(classes: &[usize], folds: &Folds, shuffle: Shuffle, draws: Draws) -> Vec<usize> {
    let blocks = match shuffle {
        Shuffle::Everywhere => vec![(0..classes.len()).collect()],
        Shuffle::WithinFolds => (0..folds.n_folds()).map(|fold| folds.test(fold)).collect::<Vec<_>>(),
    };
    let mut out = classes.to_vec();
    for (number, block) in blocks.iter().enumerate() {
        let order = draws.stream(number as u64).permutation(block.len());
        block.iter().zip(order).for_each(|(&stimulus, from)| out[stimulus] = classes[block[from]]);
    }
    out
}
