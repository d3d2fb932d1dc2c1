//! The RDM that knows nothing of stimuli but their classes.

use super::{Rdm, pairs};
use crate::error::Result;
use crate::labels::Labels;

/// The category model of Kriegeskorte et al. 2008: 0 between stimuli of the same class, 1 between
/// stimuli of different classes. Compare it with a layer's RDM by
/// [`compare_rdms`](crate::compare_rdms), best by Kendall's tau-a, because it is full of ties.
///
/// Cost: n_stimuli².
///
/// # Errors
/// Fewer than 2 stimuli. (With a single class all entries are 0, which comparisons then refuse.)
pub fn label_rdm(labels: &Labels) -> Result<Rdm> {
    let classes = labels.classes();
    let upper = pairs(classes.len()).map(|(i, j)| if classes[i] == classes[j] { 0.0 } else { 1.0 });
    Rdm::from_upper(upper.collect(), classes.len())
}
