//! The first numbers of a parameter, drawn on the host: the same on every machine, but for the last bits of
//! [`Init::EffectiveRank`] and [`Init::Waves`], whose exponentials and sines are the platform's.

mod orthogonal;
mod spectrum;
mod waves;

use serde::{Deserialize, Serialize};
use tensor::Random;

use crate::{Error, Result};

/// How a parameter's first numbers are drawn. A weight is `[n_out, n_in, …kernel]` as torch has it:
/// `fan_in` is `n_in · kernel`, `fan_out` is `n_out · kernel`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Init {
    /// 0.
    Zeros,
    /// One value.
    Constant {
        /// The value.
        value: f32,
    },
    /// Normal with mean 0.
    Normal {
        /// Standard deviation.
        std: f64,
    },
    /// Uniform in `-bound .. bound`.
    Uniform {
        /// Largest magnitude.
        bound: f64,
    },
    /// Uniform with standard deviation `gain · √(2 / (fan_in + fan_out))` (Glorot & Bengio 2010, eq. 16).
    XavierUniform {
        /// 1 for tanh's linear range.
        gain: f64,
    },
    /// Normal with that deviation.
    XavierNormal {
        /// 1 for tanh's linear range.
        gain: f64,
    },
    /// Uniform with standard deviation `gain / √fan_in` (He et al. 2015, eq. 10).
    KaimingUniform {
        /// √2 for ReLU.
        gain: f64,
    },
    /// Normal with that deviation.
    KaimingNormal {
        /// √2 for ReLU.
        gain: f64,
    },
    /// Rows (or columns, where they are fewer) orthonormal, times `gain`, uniform among all such
    /// (Saxe et al. 2014).
    Orthogonal {
        /// Every singular value.
        gain: f64,
    },
    /// A matrix of a given effective rank (Roy & Vetterli 2007: exp of the entropy of the normalised
    /// singular values), singular vectors uniform, singular values falling exponentially, norm that of
    /// `KaimingNormal` on average.
    EffectiveRank {
        /// From 1 to the smaller side.
        rank: f64,
        /// As for `KaimingNormal`.
        gain: f64,
    },
    /// Row k, a position, holds sines and cosines of k in turn, of wavelengths from 2π to 10,000 · 2π (Vaswani et al. 2017,
    /// §3.5), times `amplitude`.
    Waves {
        /// Largest magnitude.
        amplitude: f64,
    },
    /// Torch's default for weights and biases of `Linear` and `Conv`: uniform in ±1/√fan_in.
    Torch {
        /// Numbers that one output is summed from.
        fan_in: usize,
    },
}

impl Init {
    /// Row-major numbers for `shape`. Errors when the shape has no such numbers.
    pub fn draw(&self, shape: &[usize], random: &mut Random) -> Result<Vec<f32>> {
        let count: usize = shape.iter().product();
        let mut normal = |std: f64| (0..count).map(|_| (std * random.normal()) as f32).collect();
        Ok(match *self {
            Self::Zeros => vec![0.0; count],
            Self::Constant { value } => vec![value; count],
            Self::Normal { std } => normal(std),
            Self::XavierNormal { gain } => normal(gain * xavier(shape)?),
            Self::KaimingNormal { gain } => normal(gain * kaiming(shape)?),
            Self::Uniform { bound } => uniform(count, bound, random),
            Self::XavierUniform { gain } => uniform(count, gain * xavier(shape)? * 3_f64.sqrt(), random),
            Self::KaimingUniform { gain } => uniform(count, gain * kaiming(shape)? * 3_f64.sqrt(), random),
            Self::Torch { fan_in } => uniform(count, 1.0 / (fan_in.max(1) as f64).sqrt(), random),
            Self::Waves { amplitude } => {
                let (rows, columns) = matrix(shape)?;
                waves::draw(rows, columns).map(|wave| (amplitude * wave) as f32).collect()
            }
            Self::Orthogonal { gain } => {
                let (rows, columns) = matrix(shape)?;
                let basis = orthogonal::draw(rows, columns, random);
                basis.into_iter().map(|v| (gain * v) as f32).collect()
            }
            Self::EffectiveRank { rank, gain } => {
                let (rows, columns) = matrix(shape)?;
                let norm = gain * (rows as f64).sqrt();
                spectrum::draw(rows, columns, rank, norm, random)?
            }
        })
    }
}

fn uniform(count: usize, bound: f64, random: &mut Random) -> Vec<f32> {
    (0..count).map(|_| ((2.0 * random.uniform_f64() - 1.0) * bound) as f32).collect()
}

/// `fan_in`, `fan_out`.
fn fans(shape: &[usize]) -> Result<(f64, f64)> {
    let [n_out, n_in, kernel @ ..] = shape else {
        return Err(Error::setting("initialise", "a weight [n_out, n_in, …]", format!("{shape:?}")));
    };
    let kernel: usize = kernel.iter().product();
    Ok(((n_in * kernel) as f64, (n_out * kernel) as f64))
}

fn xavier(shape: &[usize]) -> Result<f64> {
    fans(shape).map(|(fan_in, fan_out)| (2.0 / (fan_in + fan_out)).sqrt())
}

fn kaiming(shape: &[usize]) -> Result<f64> {
    fans(shape).map(|(fan_in, _)| 1.0 / fan_in.sqrt())
}

fn matrix(shape: &[usize]) -> Result<(usize, usize)> {
    fans(shape).map(|(fan_in, _)| (shape[0], fan_in as usize))
}
