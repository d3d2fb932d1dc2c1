//! Information by equally wide bins.
//!
//! Shwartz-Ziv & Tishby 2017, "Opening the black box of deep neural networks via information" (30 bins);
//! Saxe et al. 2018, "On the information bottleneck theory of deep learning", ICLR, appendix, which shows
//! that the number of bins decides much of what is found.

use super::InformationUnit;
use super::cells::{cells, counts, numbered};
use super::entropy::nats;
use crate::activations::{Activations, Number};
use crate::error::{Error, Result};
use crate::labels::Labels;

/// I(X; Y) = H(X) + H(Y) − H(X, Y) of two layers (or single units) of the same stimuli, each cut into
/// `n_bins` equally wide bins a unit from its least to its largest answer; 0 up.
///
/// The plug-in estimate, biased up. Cost: `n_stimuli · n_units` and a sort of the stimuli.
///
/// # Errors
/// Different numbers of stimuli, no bin.
pub fn binned_mutual_information(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    n_bins: usize,
    unit: InformationUnit,
) -> Result<f64> {
    let measure = "binned mutual information";
    let (first, second) = (x.n_stimuli(), y.n_stimuli());
    if first != second {
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    let (of_x, of_y) = (cells(measure, x, n_bins)?, cells(measure, y, n_bins)?);
    Ok(unit.of_nats(shared(&of_x, &of_y)))
}

/// I(T; X) of a layer T and the stimuli X, all equally likely: since the layer follows from the
/// stimulus, the entropy H(T) of its cells; 0 to ln n_stimuli nats (each stimulus in a cell of its own).
///
/// Bins and cost as in [`binned_mutual_information`].
///
/// # Errors
/// No bin.
pub fn binned_stimulus_information(
    x: &Activations<impl Number>,
    n_bins: usize,
    unit: InformationUnit,
) -> Result<f64> {
    let of_x = cells("binned stimulus information", x, n_bins)?;
    Ok(unit.of_nats(entropy(&of_x)))
}

/// I(T; Y) = H(T) + H(Y) − H(T, Y) of a layer T and the classes Y of its stimuli; 0 to H(Y).
///
/// Bins and cost as in [`binned_mutual_information`].
///
/// # Errors
/// Labels for other stimuli, no bin.
pub fn binned_label_information(
    x: &Activations<impl Number>,
    labels: &Labels,
    n_bins: usize,
    unit: InformationUnit,
) -> Result<f64> {
    let measure = "binned label information";
    let (n_labels, n_stimuli) = (labels.n_stimuli(), x.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure, n_labels, n_stimuli });
    }
    Ok(unit.of_nats(shared(&cells(measure, x, n_bins)?, labels.classes())))
}

/// H(a) + H(b) − H(a, b), in nats.
fn shared(a: &[usize], b: &[usize]) -> f64 {
    let both = numbered(a.iter().zip(b));
    (entropy(a) + entropy(b) - entropy(&both)).max(0.0)
}

fn entropy(numbers: &[usize]) -> f64 {
    nats(counts(numbers).into_iter(), numbers.len() as f64)
}
