//! First recurrent weights: of given rank, or shaped as in a brain, all of one norm.

use recipe::Result;
use tensor::{Device, Random, Tensor};

/// Ranks of the weights that the claims are about; the last is full where there are as many neurons.
pub const RANKS: [usize; 5] = [1, 3, 10, 30, 64];

/// Where first weights come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Normal numbers, cut to a rank by singular value decomposition.
    Rank(usize),
    /// 80 % of neurons excite all others and 20 % inhibit them, four times as strongly (Dale's law).
    Dale,
    /// Four equally large types of neurons; how strongly a type drives a type is drawn, e to the power of 1.5 normal numbers.
    CellTypes,
}

impl Family {
    /// In words.
    pub fn label(self) -> String {
        match self {
            Self::Rank(rank) => format!("rank {rank}"),
            Self::Dale => "Dale’s law".to_owned(),
            Self::CellTypes => "cell types".to_owned(),
        }
    }
}

/// Weights `[n, n]` of a family: Frobenius norm `gain · √n`, unless `is_rescaled` is false (a deliberate fake): then that
/// of the numbers as they were cut. One draw of `random` serves all ranks.
pub async fn draw(
    family: Family,
    n: usize,
    gain: f64,
    random: &Random,
    is_rescaled: bool,
) -> Result<Vec<f32>> {
    let mut own = random.split_named("recurrent");
    let full: Vec<f64> = (0..n * n).map(|_| own.normal() * gain / (n as f64).sqrt()).collect();
    let weights = match family {
        Family::Rank(rank) if rank >= n => full,
        Family::Rank(rank) => truncated(&full, n, rank).await?,
        Family::Dale => {
            let n_inhibitory = n / 5;
            let sign = |sender: usize| if sender < n - n_inhibitory { 1.0 } else { -4.0 };
            full.iter().enumerate().map(|(at, w)| w.abs() * sign(at % n)).collect()
        }
        Family::CellTypes => {
            let strengths: Vec<f64> = (0..16).map(|_| (1.5 * own.normal()).exp()).collect();
            let kind = |neuron: usize| 4 * neuron / n;
            full.iter().enumerate().map(|(at, w)| w * strengths[4 * kind(at / n) + kind(at % n)]).collect()
        }
    };
    let factor = if is_rescaled { gain * (n as f64).sqrt() / norm(&weights) } else { 1.0 };
    Ok(weights.iter().map(|w| (w * factor) as f32).collect())
}

/// Frobenius norm.
pub fn norm(weights: &[f64]) -> f64 {
    weights.iter().map(|w| w * w).sum::<f64>().sqrt()
}

/// The nearest matrix of a rank (Eckart & Young 1936).
async fn truncated(full: &[f64], n: usize, rank: usize) -> Result<Vec<f64>> {
    let [u, s, vt] = decompose(full, n).await?;
    let mut cut = vec![0.0; n * n];
    for (k, size) in s.iter().take(rank).enumerate() {
        for row in 0..n {
            let left = u[row * n + k] * size;
            for (entry, right) in cut[row * n..][..n].iter_mut().zip(&vt[k * n..][..n]) {
                *entry += left * right;
            }
        }
    }
    Ok(cut)
}

async fn decompose(matrix: &[f64], n: usize) -> Result<[Vec<f64>; 3]> {
    let numbers = matrix.iter().map(|&w| w as f32).collect();
    let found = Tensor::from_vec(numbers, &[n, n], &Device::Cpu)?.svd()?;
    let read = async |tensor: &Tensor| {
        let numbers = tensor.to_vec().await?;
        Ok::<Vec<f64>, recipe::Error>(numbers.into_iter().map(f64::from).collect())
    };
    Ok([read(&found.u).await?, read(&found.s).await?, read(&found.vt).await?])
}

/// Singular values of `[n, n]`, falling.
pub async fn singular_values(weights: &[f32], n: usize) -> Result<Vec<f64>> {
    let [_, s, _] = decompose(&weights.iter().map(|&w| f64::from(w)).collect::<Vec<_>>(), n).await?;
    Ok(s)
}

/// Σσ² / σ₁² (Rudelson & Vershynin 2007): 1 for rank 1, n for n equal singular values.
pub fn stable_rank(singular: &[f64]) -> f64 {
    let largest = singular.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    singular.iter().map(|s| s * s).sum::<f64>() / (largest * largest)
}

/// Exponential of the entropy of the singular values over their sum (Roy & Vetterli 2007).
pub fn entropy_rank(singular: &[f64]) -> f64 {
    let sum: f64 = singular.iter().sum();
    let parts = singular.iter().map(|s| s / sum).filter(|&part| part > 0.0);
    parts.map(|part| -part * part.ln()).sum::<f64>().exp()
}
