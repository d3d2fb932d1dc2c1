//! Nested cross-validation of a probe, for several labellings of the same stimuli at once: the real one, and
//! shuffled ones to compare it with.

use super::ProbeKind;
use super::trained::TrainingSet;
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::folds::Folds;

/// What one labelling came to.
#[derive(Debug, Clone)]
pub(crate) struct HeldOut {
    /// The class that the fold without it predicts for each stimulus, `[n_stimuli]`.
    pub(crate) predictions: Vec<usize>,
    /// The penalty of each fold, `[n_folds]`.
    pub(crate) penalties: Vec<f64>,
}

/// Held-out predictions for each labelling. See [`ridge_encoding`](crate::ridge_encoding) for how folds are
/// nested: here the mean accuracy on the inner folds decides.
pub(crate) fn held_out(
    x: &Activations<impl Number>,
    labellings: &[Vec<usize>],
    folds: &Folds,
    kind: &ProbeKind,
) -> Result<Vec<HeldOut>> {
    let penalties = kind.penalties();
    let chosen = if penalties.len() == 1 {
        vec![vec![0; folds.n_folds()]; labellings.len()]
    } else {
        folds.refuse_too_few_to_nest(kind.name())?;
        choices(x, labellings, folds, kind)?
    };
    let nothing = HeldOut { predictions: vec![0; x.n_stimuli()], penalties: Vec::new() };
    let mut out = vec![nothing; labellings.len()];
    for fold in 0..folds.n_folds() {
        let test = folds.test(fold);
        let set = TrainingSet::of(kind, x, folds.train(fold), vec![test.clone()])?;
        for ((labelling, chosen), out) in labellings.iter().zip(&chosen).zip(&mut out) {
            let penalty = penalties[chosen[fold]];
            let predicted = set.predict(labelling, &[penalty])?;
            let of_test = predicted.iter().flatten().flatten();
            test.iter().zip(of_test).for_each(|(&stimulus, &class)| out.predictions[stimulus] = class);
            out.penalties.push(penalty);
        }
    }
    Ok(out)
}

/// The place of the best penalty, `[labelling][fold]`.
fn choices(
    x: &Activations<impl Number>,
    labellings: &[Vec<usize>],
    folds: &Folds,
    kind: &ProbeKind,
) -> Result<Vec<Vec<usize>>> {
    let penalties = kind.penalties();
    let mut accuracies = vec![vec![vec![0.0; penalties.len()]; folds.n_folds()]; labellings.len()];
    for a in 0..folds.n_folds() {
        for b in a + 1..folds.n_folds() {
            let set = TrainingSet::of(kind, x, folds.without(a, b), vec![folds.test(b), folds.test(a)])?;
            for (labelling, accuracies) in labellings.iter().zip(&mut accuracies) {
                let predicted = set.predict(labelling, penalties)?;
                for ((fold, tested), predicted) in [(a, b), (b, a)].into_iter().zip(&predicted) {
                    let truth: Vec<usize> =
                        folds.test(tested).iter().map(|&stimulus| labelling[stimulus]).collect();
                    for (sum, predicted) in accuracies[fold].iter_mut().zip(predicted) {
                        *sum += accuracy(predicted, &truth);
                    }
                }
            }
        }
    }
    let best = |sums: &Vec<f64>| {
        // Means over folds that differ by rounding only are equal.
        let most = sums.iter().copied().fold(0.0, f64::max) - 1e-9;
        sums.iter().position(|&sum| sum >= most).unwrap_or_default()
    };
    Ok(accuracies.iter().map(|folds| folds.iter().map(best).collect()).collect())
}

/// The part of the predictions that is right.
pub(crate) fn accuracy(predicted: &[usize], truth: &[usize]) -> f64 {
    let right = predicted.iter().zip(truth).filter(|(a, b)| a == b).count();
    right as f64 / truth.len().max(1) as f64
}
