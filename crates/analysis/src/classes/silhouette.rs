//! The silhouette: how much nearer a stimulus is to its own class than to the next one.
//!
//! Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of cluster
//! analysis", Journal of Computational and Applied Mathematics 20.

use super::refuse_labels;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::labels::Labels;
use crate::rdm::{Distance, Rdm, rdm};

/// What the refusals call it.
const NAME: &str = "silhouette";

/// A silhouette for each stimulus, and their mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Silhouette {
    /// (b − a) / max(a, b) of each stimulus, `[n_stimuli]`; −1 (in another class) to 1 (far from others).
    pub of_stimuli: Vec<f64>,
    /// The mean over stimuli.
    pub mean: f64,
}

/// (b − a) / max(a, b) with a the mean Euclidean distance to the other stimuli of the class and b the
/// least mean distance to those of another class, as scikit-learn's `silhouette_samples`.
///
/// The only stimulus of a class has 0, as has one with a = b = 0.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()).
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, as many classes as stimuli.
pub fn silhouette(x: &Activations<impl Number>, labels: &Labels) -> Result<Silhouette> {
    refuse_labels(NAME, x, labels, 1)?;
    refuse_single(labels)?;
    silhouette_of_rdm(&rdm(x, Distance::Euclidean)?, labels)
}

/// The same of any distances, as scikit-learn's with `metric="precomputed"`.
///
/// Cost: `n_stimuli`² steps.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, as many classes as stimuli.
pub fn silhouette_of_rdm(distances: &Rdm, labels: &Labels) -> Result<Silhouette> {
    let (n_labels, n_stimuli) = (labels.n_stimuli(), distances.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure: NAME, n_labels, n_stimuli });
    }
    if labels.n_classes() < 2 {
        return Err(Error::Layer(LayerError::OneClass { measure: NAME, n_stimuli }));
    }
    refuse_single(labels)?;
    let counts = labels.counts();
    let of_stimulus = |stimulus: usize| {
        let mut sums = vec![0.0; labels.n_classes()];
        for (other, &class) in labels.classes().iter().enumerate() {
            sums[class] += distances.get(stimulus, other);
        }
        let own = labels.classes()[stimulus];
        if counts[own] == 1 {
            return 0.0;
        }
        let within = sums[own] / (counts[own] - 1) as f64;
        let others = sums.iter().zip(&counts).enumerate().filter(|&(class, _)| class != own);
        let nearest = others.map(|(_, (sum, &count))| sum / count as f64).fold(f64::INFINITY, f64::min);
        let larger = within.max(nearest);
        if larger == 0.0 { 0.0 } else { (nearest - within) / larger }
    };
    let of_stimuli: Vec<f64> = (0..n_stimuli).map(of_stimulus).collect();
    let mean = of_stimuli.iter().sum::<f64>() / n_stimuli as f64;
    Ok(Silhouette { of_stimuli, mean })
}

/// Refuses labels by which no stimulus has another beside it.
fn refuse_single(labels: &Labels) -> Result<()> {
    let n_stimuli = labels.n_stimuli();
    if labels.n_classes() < n_stimuli {
        return Ok(());
    }
    Err(Error::Layer(LayerError::Undefined {
        measure: NAME,
        because: format!("each of the {n_stimuli} stimuli is a class of its own"),
        next: "give classes with more than one stimulus",
    }))
}
