//! The nearest neighbours of a stimulus.

use crate::rdm::Rdm;

/// The `k` nearest other stimuli and their distances, nearest first; of equally near ones the first
/// come first. Fewer if there are fewer. Cost: n_stimuli log n_stimuli.
pub(crate) fn nearest(rdm: &Rdm, stimulus: usize, k: usize) -> Vec<(usize, f64)> {
    let others = (0..rdm.n_stimuli()).filter(|&other| other != stimulus);
    let mut found: Vec<(usize, f64)> = others.map(|other| (other, rdm.get(stimulus, other))).collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    found.truncate(k);
    found
}
