//! Whether likeness to a good network says how good a network is.

use analysis::{Activations, relative_cosine};
use recipe::{Error, Result};

use super::population::Population;
use super::space::made;
use super::stitching::accuracy;
use crate::pictures::Pictures;

/// Test pictures that serve as anchors here.
const N_ANCHORS: usize = 64;

/// A network on its way.
pub struct Checkpoint {
    pub step: u64,
    pub accuracy: f64,
    latent: Activations<f64>,
}

impl Checkpoint {
    /// Of network `net` as it stands.
    pub async fn new(population: &Population, net: usize, step: u64, test: &Pictures) -> Result<Self> {
        let n = test.len();
        let x = test.tensor(&(0..n).collect::<Vec<_>>(), &[n], population.device())?;
        let latent = population.latent(&x)?.slice(0, net, 1)?.squeeze(0)?;
        let scores = population.heads(&latent)?.slice(0, net, 1)?.to_vec().await?;
        let d = latent.shape()[1];
        let numbers = latent.to_vec().await?.into_iter().map(f64::from).collect();
        Ok(Self { step, accuracy: accuracy(&scores, &test.labels), latent: made(numbers, d)? })
    }

    /// Mean cosine of the relative representations of the same pictures, 64 of them as anchors.
    pub fn likeness(&self, other: &Self) -> Result<f64> {
        let anchors: Vec<usize> = (0..N_ANCHORS.min(self.latent.n_stimuli())).collect();
        relative_cosine(&self.latent, &other.latent, &anchors)
            .map_err(|source| Error::Analysis { site: "checkpoints".to_owned(), source })
    }
}

/// Spearman's rank correlation.
pub fn spearman(x: &[f64], y: &[f64]) -> f64 {
    let ranks = |values: &[f64]| -> Vec<f64> {
        let below = |v: f64| values.iter().filter(|&&other| other < v).count() as f64;
        let same = |v: f64| values.iter().filter(|&&other| other == v).count() as f64;
        values.iter().map(|&v| below(v) + (same(v) + 1.0) / 2.0).collect()
    };
    let (a, b) = (ranks(x), ranks(y));
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum::<f64>();
    dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt()
}
