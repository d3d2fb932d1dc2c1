//! Means over the measurements of each condition.

use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::labels::Labels;

/// The mean of the rows of each condition among the rows that `is_in`, `[n_conditions, n_units]`, and how
/// many rows each has.
pub(super) fn means(
    x: &Activations<impl Number>,
    conditions: &Labels,
    is_in: impl Fn(usize) -> bool,
) -> (Vec<f64>, Vec<usize>) {
    let n_units = x.n_units();
    let mut means = vec![0.0; conditions.n_classes() * n_units];
    let mut counts = vec![0; conditions.n_classes()];
    for (place, (row, &condition)) in x.rows().zip(conditions.classes()).enumerate() {
        if is_in(place) {
            counts[condition] += 1;
            let mean = &mut means[condition * n_units..][..n_units];
            mean.iter_mut().zip(row).for_each(|(sum, &value)| *sum += value.into());
        }
    }
    for (mean, &count) in means.chunks_exact_mut(n_units).zip(&counts) {
        mean.iter_mut().for_each(|sum| *sum /= count as f64);
    }
    (means, counts)
}

/// Refuses labels of another number of rows.
pub(super) fn refuse_other_labels(measure: &'static str, n_stimuli: usize, labels: &Labels) -> Result<()> {
    if labels.n_stimuli() == n_stimuli {
        Ok(())
    } else {
        Err(Error::DifferentLabels { measure, n_labels: labels.n_stimuli(), n_stimuli })
    }
}

/// Refuses fewer than 2 conditions.
pub(super) fn refuse_few_conditions(measure: &'static str, conditions: &Labels) -> Result<()> {
    match conditions.n_classes() {
        0 | 1 => Err(Error::TooFewStimuli {
            measure,
            needs: 2,
            found: conditions.n_classes(),
            why: "its entries are distances between two conditions",
        }),
        _ => Ok(()),
    }
}
