//! The nearest neighbours of each stimulus.

use crate::rdm::Rdm;

/// Distances are told apart to this part of the largest: twelve of f64's 16 digits, so that the
/// rounding of sums over units does not decide between stimuli equally far.
const TOLD_APART: f64 = 1e-12;

/// The `k` nearest other stimuli of each one, by falling nearness; of equally far ones the first.
pub(super) fn neighbours(distances: &Rdm, k: usize) -> Vec<Vec<usize>> {
    let largest = distances.upper().iter().fold(0.0_f64, |most, d| most.max(*d));
    let step = if largest > 0.0 { TOLD_APART * largest } else { 1.0 };
    let n_stimuli = distances.n_stimuli();
    let of = |stimulus: usize| {
        let mut others: Vec<(f64, usize)> = (0..n_stimuli)
            .filter(|&other| other != stimulus)
            .map(|other| ((distances.get(stimulus, other) / step).round(), other))
            .collect();
        others.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        others.truncate(k);
        others.into_iter().map(|(_, other)| other).collect()
    };
    (0..n_stimuli).map(of).collect()
}
