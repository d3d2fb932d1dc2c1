//! How well the classes of the stimuli stand apart in a layer.
//!
//! All of these take [`Labels`]; distances are Euclidean unless a measure says otherwise.

mod card;
mod gdv;
mod means;
mod nearest_mean;
mod scatters;
mod separation;
mod silhouette;

pub(crate) use card::{CARDS, SUMMARIES};
pub use gdv::gdv;
pub(crate) use means::class_means;
pub use nearest_mean::nearest_class_mean_accuracy;
pub use scatters::{nc1, within_between_ratio};
pub use separation::class_separation_r2;
pub use silhouette::{Silhouette, silhouette, silhouette_of_rdm};

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::labels::Labels;

/// Refuses labels for other stimuli, fewer than 2 classes, and classes of fewer than `least` stimuli.
pub(crate) fn refuse_labels(
    measure: &'static str,
    x: &Activations<impl Number>,
    labels: &Labels,
    least: usize,
) -> Result<()> {
    let (n_labels, n_stimuli) = (labels.n_stimuli(), x.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure, n_labels, n_stimuli });
    }
    if labels.n_classes() < 2 {
        return Err(Error::Layer(LayerError::OneClass { measure, n_stimuli }));
    }
    match labels.counts().into_iter().enumerate().find(|&(_, count)| count < least) {
        Some((class, found)) => {
            Err(Error::Layer(LayerError::TooFewOfClass { measure, class, needs: least, found }))
        }
        None => Ok(()),
    }
}
