//! Information of a layer to whose answers Gaussian noise is added, from pairwise distances.
//!
//! Kolchinsky & Tracey 2017, "Estimating mixture entropy with pairwise distances", Entropy 19(7),
//! section 4, with the Kullback–Leibler divergence for the upper and the Bhattacharyya distance
//! (Chernoff's with α = ½) for the lower bound; for layers as in Saxe et al. 2018, ICLR, appendix.

use super::InformationUnit;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::gram::refuse_too_many;
use crate::labels::Labels;
use crate::rdm::{Distance, Rdm, rdm};

/// Which bound on the entropy of a mixture of Gaussians is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KdeBound {
    /// With the Kullback–Leibler divergence |x − y|² / 2σ².
    Upper,
    /// With the Bhattacharyya distance |x − y|² / 8σ².
    Lower,
}

/// A bound on I(T; X) of the stimuli X, all equally likely, and T = answers + noise of variance
/// σ² = `noise_variance` in each unit:
/// −1/n Σᵢ ln 1/n Σⱼ exp(−|xᵢ − xⱼ|² / s), s = 2σ² for the upper and 8σ² for the lower bound; 0 to
/// ln n_stimuli nats.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()).
///
/// # Errors
/// Fewer than 2 stimuli, a variance that is not above 0 and finite.
pub fn kde_stimulus_information(
    x: &Activations<impl Number>,
    noise_variance: f64,
    bound: KdeBound,
    unit: InformationUnit,
) -> Result<f64> {
    let measure = "stimulus information by noise";
    let kernel = Kernel::of(measure, x, noise_variance, bound)?;
    let all: Vec<usize> = (0..x.n_stimuli()).collect();
    Ok(unit.of_nats(kernel.spread(&all).max(0.0)))
}

/// I(T; Y) of the classes Y of the stimuli: the bound for all stimuli less the mean of the bounds for
/// each class alone, weighted by their shares. A difference of two upper (or lower) bounds, so itself none;
/// it may be slightly below 0.
///
/// Cost: that of a Euclidean [`rdm`](crate::rdm()).
///
/// # Errors
/// As [`kde_stimulus_information`], and labels for other stimuli.
pub fn kde_label_information(
    x: &Activations<impl Number>,
    labels: &Labels,
    noise_variance: f64,
    bound: KdeBound,
    unit: InformationUnit,
) -> Result<f64> {
    let measure = "label information by noise";
    let (n_labels, n_stimuli) = (labels.n_stimuli(), x.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure, n_labels, n_stimuli });
    }
    let kernel = Kernel::of(measure, x, noise_variance, bound)?;
    let all: Vec<usize> = (0..n_stimuli).collect();
    let mut nats = kernel.spread(&all);
    for class in 0..labels.n_classes() {
        let members: Vec<usize> = all.iter().copied().filter(|&i| labels.classes()[i] == class).collect();
        nats -= members.len() as f64 / n_stimuli as f64 * kernel.spread(&members);
    }
    Ok(unit.of_nats(nats))
}

struct Kernel {
    distances: Rdm,
    /// s in exp(−d² / s).
    width: f64,
}

impl Kernel {
    fn of(
        measure: &'static str,
        x: &Activations<impl Number>,
        noise_variance: f64,
        bound: KdeBound,
    ) -> Result<Self> {
        if !(noise_variance > 0.0 && noise_variance.is_finite()) {
            return Err(Error::Layer(LayerError::SettingOutOfRange {
                measure,
                asked: format!("noise of variance {noise_variance}"),
                expected: "a variance is above 0 and finite".to_owned(),
            }));
        }
        if x.n_stimuli() < 2 {
            let why = "a single one holds no information";
            return Err(Error::TooFewStimuli { measure, needs: 2, found: x.n_stimuli(), why });
        }
        refuse_too_many(measure, x.n_stimuli())?;
        let factor = match bound {
            KdeBound::Upper => 2.0,
            KdeBound::Lower => 8.0,
        };
        Ok(Self { distances: rdm(x, Distance::Euclidean)?, width: factor * noise_variance })
    }

    /// −1/n Σᵢ ln 1/n Σⱼ exp(−d² / s) over the given stimuli, in nats. The sum holds exp(0), so that its
    /// logarithm is finite.
    fn spread(&self, stimuli: &[usize]) -> f64 {
        let n = stimuli.len() as f64;
        let of_stimulus = |&i: &usize| {
            let kernels = stimuli.iter().map(|&j| {
                let distance = self.distances.get(i, j);
                (-distance * distance / self.width).exp()
            });
            (kernels.sum::<f64>() / n).ln()
        };
        0.0 - stimuli.iter().map(of_stimulus).sum::<f64>() / n
    }
}
