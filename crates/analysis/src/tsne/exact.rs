//! The divergence and its slope, summed over every pair.

use super::joint::joint_probabilities;
use crate::error::Result;
use crate::rdm::Rdm;

/// Forces between every two stimuli.
#[derive(Debug, Clone)]
pub(super) struct AllPairs {
    n_stimuli: usize,
    n_components: usize,
    /// p_ij of each pair.
    joint: Vec<f64>,
    /// 1 / (1 + |y_i − y_j|² / ν) of each pair, its nearness on the map.
    nearness: Vec<f64>,
    /// The sum of Student's kernel over all pairs and their mirror images.
    kernel_sum: f64,
}

impl AllPairs {
    pub(super) fn new(rdm: &Rdm, perplexity: f64, n_components: usize) -> Result<Self> {
        let joint = joint_probabilities(rdm, perplexity)?;
        let nearness = vec![0.0; joint.len()];
        Ok(Self { n_stimuli: rdm.n_stimuli(), n_components, joint, nearness, kernel_sum: 0.0 })
    }

    /// Takes up where the stimuli lie, `[n_stimuli, n_components]`.
    pub(super) fn update(&mut self, coordinates: &[f64]) {
        let (freedom, k) = (self.freedom(), self.n_components);
        let mut pairs = self.nearness.iter_mut();
        for i in 0..self.n_stimuli {
            let place = &coordinates[i * k..(i + 1) * k];
            for (other, nearness) in coordinates[(i + 1) * k..].chunks_exact(k).zip(pairs.by_ref()) {
                let squared: f64 = place.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum();
                *nearness = 1.0 / (1.0 + squared / freedom);
            }
        }
        self.kernel_sum = 2.0 * self.nearness.iter().map(|&nearness| self.kernel(nearness)).sum::<f64>();
    }

    /// 2 (ν + 1) / ν Σ_j (p − q) · nearness · (y_i − y_j): van der Maaten & Hinton 2008, equation 5, for any ν.
    /// With three dimensions and more scikit-learn has the kernel in place of the nearness, which is not
    /// the slope of the divergence.
    pub(super) fn gradient(&self, coordinates: &[f64], exaggeration: f64) -> Vec<f64> {
        let k = self.n_components;
        let scale = 2.0 * (self.freedom() + 1.0) / self.freedom();
        let mut gradient = vec![0.0; coordinates.len()];
        let mut pairs = self.joint.iter().zip(&self.nearness);
        for i in 0..self.n_stimuli {
            for (j, (p, nearness)) in (i + 1..self.n_stimuli).zip(pairs.by_ref()) {
                let force = scale * (exaggeration * p - self.likeness(*nearness)) * nearness;
                for c in 0..k {
                    let pull = force * (coordinates[i * k + c] - coordinates[j * k + c]);
                    gradient[i * k + c] += pull;
                    gradient[j * k + c] -= pull;
                }
            }
        }
        gradient
    }

    /// Σ p ln(p / q), in nats.
    pub(super) fn kl_divergence(&self) -> f64 {
        let pairs = self.joint.iter().zip(&self.nearness);
        2.0 * pairs.map(|(p, nearness)| p * (p / self.likeness(*nearness)).ln()).sum::<f64>()
    }

    /// q of a pair, by its nearness.
    fn likeness(&self, nearness: f64) -> f64 {
        (self.kernel(nearness) / self.kernel_sum).max(f64::EPSILON)
    }

    /// Student's kernel, (1 + |y_i − y_j|² / ν)^(−(ν + 1) / 2), by the pair's nearness.
    fn kernel(&self, nearness: f64) -> f64 {
        let freedom = self.freedom();
        if freedom == 1.0 { nearness } else { nearness.powf((freedom + 1.0) / 2.0) }
    }

    /// ν, the degrees of freedom of Student's distribution: one less than the map's dimensions, at least 1
    /// (van der Maaten 2009, "Learning a parametric embedding by preserving local structure", section 3).
    fn freedom(&self) -> f64 {
        (self.n_components.max(2) - 1) as f64
    }
}
