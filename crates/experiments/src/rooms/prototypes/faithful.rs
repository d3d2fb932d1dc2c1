//! Whether what is shown of a decision is what the network computed.

use recipe::Result;
use tensor::{Device, Tensor};

use super::plan::N_CLASSES;

/// One network as it stands, with the codes of some pictures and its scores of them.
pub struct Shown<'a> {
    /// `[n, d]`
    pub codes: &'a [f32],
    /// `[m, d]`
    pub prototypes: &'a [f32],
    /// `[m, classes]`
    pub weights: &'a [f32],
    /// `[n, classes]`
    pub scores: &'a [f32],
    pub m: usize,
}

/// Largest differences, each divided by the largest score.
pub struct Faithful {
    /// Scores recomputed from the prototypes that are shown, in f64.
    pub recomputed: f64,
    /// The network without prototype j, against its scores less d_j · W_j; the worst j.
    pub removed: f64,
    /// The network with prototype j moved, against scores recomputed for the moved one; the worst j.
    pub moved: f64,
    /// How much moving a prototype changes scores.
    pub moved_by: f64,
}

impl Shown<'_> {
    fn d(&self) -> usize {
        self.prototypes.len() / self.m
    }

    fn n(&self) -> usize {
        self.scores.len() / N_CLASSES
    }

    /// Squared distances in f64, `[n, m]`.
    pub fn distances(&self, prototypes: &[f32]) -> Vec<f64> {
        let d = self.d();
        let to = |code: &[f32], p: &[f32]| {
            code.iter().zip(p).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum::<f64>()
        };
        let rows = self.codes.chunks_exact(d);
        rows.flat_map(|code| prototypes.chunks_exact(d).map(move |p| to(code, p))).collect()
    }

    /// Scores from distances in f64, `[n, classes]`.
    pub fn scores_of(&self, distances: &[f64]) -> Vec<f64> {
        let score = |row: &[f64], class: usize| {
            let parts = row.iter().enumerate();
            parts.map(|(j, d)| d * f64::from(self.weights[j * N_CLASSES + class])).sum::<f64>()
        };
        let rows = distances.chunks_exact(self.m);
        rows.flat_map(|row| (0..N_CLASSES).map(move |class| score(row, class))).collect()
    }

    /// The largest difference of scores from the network's, divided by the network's largest.
    pub fn off(&self, scores: &[f64]) -> f64 {
        largest(scores.iter().zip(self.scores).map(|(a, &b)| a - f64::from(b))) / self.largest_score()
    }

    fn largest_score(&self) -> f64 {
        largest(self.scores.iter().map(|&score| f64::from(score)))
    }

    /// What the network's last layers compute with these prototypes and weights.
    async fn network(&self, prototypes: &[f32], weights: &[f32], device: &Device) -> Result<Vec<f32>> {
        let (d, m) = (self.d(), prototypes.len() / self.d());
        let codes = Tensor::from_vec(self.codes.to_vec(), &[self.n(), d], device)?;
        let prototypes = Tensor::from_vec(prototypes.to_vec(), &[m, d], device)?;
        let weights = Tensor::from_vec(weights.to_vec(), &[m, N_CLASSES], device)?;
        Ok(codes.squared_distances(&prototypes)?.matmul(&weights)?.to_vec().await?)
    }

    /// Takes away and moves each prototype in turn; `shown` are the prototypes that the page shows.
    pub async fn test(&self, shown: &[f32], device: &Device) -> Result<Faithful> {
        let (d, m) = (self.d(), self.m);
        let distances = self.distances(shown);
        let scores = self.scores_of(&distances);
        let mut found =
            Faithful { recomputed: self.off(&scores), removed: 0.0, moved: 0.0, moved_by: f64::INFINITY };
        for j in 0..m {
            let keep = |numbers: &[f32], width: usize| -> Vec<f32> {
                let rows = numbers.chunks_exact(width).enumerate();
                rows.filter(|(row, _)| *row != j).flat_map(|(_, row)| row.iter().copied()).collect()
            };
            let without =
                self.network(&keep(self.prototypes, d), &keep(self.weights, N_CLASSES), device).await?;
            let expected = scores.iter().enumerate().map(|(at, score)| {
                let (picture, class) = (at / N_CLASSES, at % N_CLASSES);
                score - distances[picture * m + j] * f64::from(self.weights[j * N_CLASSES + class])
            });
            let off = largest(expected.zip(&without).map(|(a, &b)| a - f64::from(b)));
            found.removed = found.removed.max(off / self.largest_score());

            // Half of the way to the next prototype.
            let next = (j + 1) % m;
            let half = |prototypes: &[f32]| {
                let mut moved = prototypes.to_vec();
                for unit in 0..d {
                    moved[j * d + unit] = 0.5 * (prototypes[j * d + unit] + prototypes[next * d + unit]);
                }
                moved
            };
            let edited = self.network(&half(self.prototypes), self.weights, device).await?;
            let expected = self.scores_of(&self.distances(&half(shown)));
            let off = largest(expected.iter().zip(&edited).map(|(a, &b)| a - f64::from(b)));
            found.moved = found.moved.max(off / self.largest_score());
            let by = largest(edited.iter().zip(self.scores).map(|(a, b)| f64::from(a - b)));
            found.moved_by = found.moved_by.min(by / self.largest_score());
        }
        Ok(found)
    }
}

fn largest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |most, value| most.max(value.abs()))
}
