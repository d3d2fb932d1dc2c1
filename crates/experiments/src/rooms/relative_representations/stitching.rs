//! Every encoder with every head, without any further training.

use recipe::Result;

use super::population::{N_CLASSES, Population};
use crate::pictures::Pictures;

/// Scores of all encoders (rows) with all heads (columns).
pub struct Stitched {
    /// One name an encoder, which is that of its head too.
    pub names: Vec<String>,
    /// Row-major: mean squared error, or the share of right answers.
    pub values: Vec<f64>,
}

impl Stitched {
    /// Of populations that read alike: all latent vectors, or all angles.
    pub async fn new(populations: &[&Population], test: &Pictures) -> Result<Self> {
        let n = test.len();
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for population in populations {
            let x = test.tensor(&(0..n).collect::<Vec<_>>(), &[n], population.device())?;
            let read = population.read(&x)?;
            for net in 0..population.n_nets {
                let what = if population.kind.has_convolutions { "convolutions" } else { "dense" };
                names.push(format!("{what} {}", net + 1));
                let own = read.slice(0, net, 1)?.squeeze(0)?;
                for other in populations {
                    let out = other.heads(&own)?.to_vec().await?;
                    let of_head = out.chunks_exact(out.len() / other.n_nets);
                    values.extend(of_head.map(|out| match other.kind.rebuilds {
                        true => error(out, &test.pixels),
                        false => accuracy(out, &test.labels),
                    }));
                }
            }
        }
        Ok(Self { names, values })
    }

    /// Encoders with their own heads, one number each.
    pub fn own(&self) -> Vec<f64> {
        let n = self.names.len();
        (0..n).map(|k| self.values[k * (n + 1)]).collect()
    }

    /// Encoders with heads of others.
    pub fn others(&self) -> Vec<f64> {
        let n = self.names.len();
        (0..n * n).filter(|at| at / n != at % n).map(|at| self.values[at]).collect()
    }
}

/// Mean squared error of pixels.
pub fn error(found: &[f32], pixels: &[f32]) -> f64 {
    let squares = found.iter().zip(pixels).map(|(a, b)| f64::from(a - b).powi(2));
    squares.sum::<f64>() / pixels.len() as f64
}

/// Share of rows whose largest score is that of the label.
pub fn accuracy(scores: &[f32], labels: &[usize]) -> f64 {
    let best = |row: &[f32]| (0..N_CLASSES).fold(0, |best, k| if row[k] > row[best] { k } else { best });
    let right = scores.chunks_exact(N_CLASSES).zip(labels).filter(|(row, label)| best(row) == **label);
    right.count() as f64 / labels.len() as f64
}

/// Error of showing the mean picture for each.
pub fn error_of_mean(pictures: &Pictures) -> f64 {
    let area = pictures.side * pictures.side;
    let n = pictures.len() as f64;
    let mean = |pixel: usize| {
        pictures.pixels.iter().skip(pixel).step_by(area).map(|&v| f64::from(v)).sum::<f64>() / n
    };
    let means: Vec<f64> = (0..area).map(mean).collect();
    let squares =
        pictures.pixels.iter().enumerate().map(|(at, &v)| (f64::from(v) - means[at % area]).powi(2));
    squares.sum::<f64>() / pictures.pixels.len() as f64
}
