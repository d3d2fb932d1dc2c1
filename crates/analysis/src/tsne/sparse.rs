//! The divergence and its slope from near pairs, with far stimuli taken as groups.

use super::joint::{MEASURE, neighbours};
use super::quadtree::{QuadTree, Repulsion};
use super::settings::TsneSettings;
use super::vantage::nearest_rows;
use crate::activations::{Activations, Number};
use crate::error::{Error, MapError, Result};

/// Attraction between near pairs, and repulsion by a tree (van der Maaten 2014, sections 4.1 and 4.2).
#[derive(Debug, Clone)]
pub(super) struct NearPairs {
    theta: f64,
    /// p_ij of the pairs that are near in either direction, both directions listed.
    joint: Vec<Vec<(usize, f64)>>,
    repulsion: Repulsion,
}

impl NearPairs {
    pub(super) fn new(x: &Activations<impl Number>, settings: &TsneSettings, theta: f64) -> Result<Self> {
        let n = x.n_stimuli();
        let wrong = |setting, expected: String, found| {
            Err(Error::Maps(MapError::WrongSetting { measure: MEASURE, setting, expected, found }))
        };
        if settings.n_components != 2 {
            return wrong("n_components", "of 2 for many stimuli".into(), settings.n_components as f64);
        }
        if !(0.0..=1.0).contains(&theta) {
            return wrong("theta", "from 0 to 1".into(), theta);
        }
        let perplexity = settings.perplexity;
        if !(1.0..(n - 1) as f64).contains(&perplexity) {
            return wrong("perplexity", format!("from 1 to below {} for {n} stimuli", n - 1), perplexity);
        }
        let n_near = ((3.0 * perplexity + 1.0) as usize).min(n - 1);
        let near = nearest_rows(x, n_near);
        if near.iter().flatten().all(|(d, _)| *d == 0.0) {
            return Err(Error::Maps(MapError::NothingToMap { measure: MEASURE, n_stimuli: n }));
        }
        if near.iter().flatten().any(|(d, _)| !(d * d).is_finite()) {
            return Err(Error::Maps(MapError::AnswersTooFarApart { measure: MEASURE }));
        }
        let mut joint: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
        for (i, near) in near.iter().enumerate() {
            let squared: Vec<f64> = near.iter().map(|(d, _)| d * d).collect();
            for (weight, &(_, j)) in neighbours(&squared, None, perplexity.ln()).into_iter().zip(near) {
                joint[i].push((j, weight));
                joint[j].push((i, weight));
            }
        }
        let total: f64 = joint.iter().flatten().map(|(_, weight)| weight).sum();
        joint.iter_mut().for_each(|row| merge(row, total));
        Ok(Self { theta, joint, repulsion: Repulsion { forces: vec![0.0; 2 * n], kernel_sum: 0.0 } })
    }

    /// Takes up where the stimuli lie, `[n_stimuli, 2]`.
    pub(super) fn update(&mut self, coordinates: &[f64]) {
        self.repulsion = QuadTree::new(coordinates).repulsion(coordinates, self.theta);
    }

    /// 4 (Σ_j p · nearness · (y_i − y_j) − Σ_j nearness² · (y_i − y_j) / Σ nearness).
    pub(super) fn gradient(&self, coordinates: &[f64], exaggeration: f64) -> Vec<f64> {
        let mut gradient = Vec::with_capacity(coordinates.len());
        for (i, near) in self.joint.iter().enumerate() {
            let mut pull = [0.0; 2];
            for &(j, p) in near {
                let (dx, dy, nearness) = between(coordinates, i, j);
                pull[0] += p * nearness * dx;
                pull[1] += p * nearness * dy;
            }
            for (c, pull) in pull.into_iter().enumerate() {
                let push = self.repulsion.forces[2 * i + c] / self.repulsion.kernel_sum;
                gradient.push(4.0 * (exaggeration * pull - push));
            }
        }
        gradient
    }

    /// Σ p ln(p / q) over the near pairs, in nats.
    pub(super) fn kl_divergence(&self, coordinates: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (i, near) in self.joint.iter().enumerate() {
            for &(j, p) in near.iter().filter(|(_, p)| *p > 0.0) {
                let (_, _, nearness) = between(coordinates, i, j);
                sum += p * (p * self.repulsion.kernel_sum / nearness).ln();
            }
        }
        sum
    }
}

/// Sorts one stimulus's weights by the other stimulus, adds those of the same one, and divides all.
fn merge(row: &mut Vec<(usize, f64)>, total: f64) {
    row.sort_by_key(|(j, _)| *j);
    row.dedup_by(|later, kept| {
        let is_same = later.0 == kept.0;
        if is_same {
            kept.1 += later.1;
        }
        is_same
    });
    row.iter_mut().for_each(|(_, weight)| *weight /= total);
}

/// y_i − y_j, and 1 / (1 + its square).
fn between(coordinates: &[f64], i: usize, j: usize) -> (f64, f64, f64) {
    let dx = coordinates[2 * i] - coordinates[2 * j];
    let dy = coordinates[2 * i + 1] - coordinates[2 * j + 1];
    (dx, dy, 1.0 / (1.0 + dx * dx + dy * dy))
}
