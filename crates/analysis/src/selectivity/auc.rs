//! The area under the ROC curve of a unit that tells one class from the rest.
//!
//! Hanley & McNeil 1982, "The meaning and use of the area under a receiver operating characteristic
//! (ROC) curve", Radiology 143: the probability that a stimulus of the class gets the larger answer.

use super::{Selectivity, answers};
use crate::activations::{Activations, Number};
use crate::classes::refuse_labels;
use crate::error::Result;
use crate::labels::Labels;
use crate::rdm_comparison::average_ranks;

/// The largest over classes of the probability that a unit answers more to a stimulus of the class
/// than to one of another class, equal answers counting half; for each unit, ½ to 1.
///
/// From ranks, as Mann and Whitney's U. A unit that answers the same to all stimuli has no value.
/// Cost: `n_units · n_stimuli log n_stimuli`.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, only dead units.
pub fn auc_best_class(x: &Activations<impl Number>, labels: &Labels) -> Result<Selectivity> {
    let measure = "auc_best_class";
    refuse_labels(measure, x, labels, 1)?;
    let counts = labels.counts();
    let of_unit = |unit: usize| {
        let (answers, varies) = answers(x, unit);
        if !varies {
            return None;
        }
        let mut sums = vec![0.0; labels.n_classes()];
        for (rank, &class) in average_ranks(&answers).into_iter().zip(labels.classes()) {
            sums[class] += rank;
        }
        let areas = sums.iter().zip(&counts).map(|(sum, &count)| {
            let (inside, outside) = (count as f64, (x.n_stimuli() - count) as f64);
            (sum - inside * (inside + 1.0) / 2.0) / (inside * outside)
        });
        Some(areas.fold(0.0, f64::max))
    };
    let values = (0..x.n_units()).map(of_unit).collect();
    Selectivity::new(measure, values, "units", "each answers the same to all stimuli")
}
