//! Rotary positions: what configurations say about them, and the rotation (Su et al. 2021, arXiv:2104.09864).

use tensor::Tensor;

use crate::fields::Fields;
use crate::{Error, Result};

const STRETCHED: &str = "rotary positions here are not stretched beyond the trained length in that way";

/// How the pairs of a head turn from one position to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rotation {
    /// Pair i of n turns by base^(−i / n) a position, in radians.
    pub base: f32,
    pub stretch: Stretch,
}

/// How a model that was trained on short texts was made to read longer ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stretch {
    /// Not at all.
    No,
    /// All pairs turn so many times slower (Chen et al. 2023, arXiv:2306.15595).
    Linear(f32),
    /// So do the pairs that turn fewer than `low` times within the trained positions, but none that turns more than `high`
    /// times; those between do in part (Llama 3.1; Grattafiori et al. 2024, arXiv:2407.21783).
    Llama3 { factor: f32, low: f32, high: f32, trained: f32 },
}

impl Rotation {
    /// Reads `rope_theta` and what stretches, which newer files keep inside `rope_parameters`. Refuses other ways to
    /// stretch by name.
    pub fn read(fields: &Fields) -> Result<Self> {
        let (mut base, mut stretch) = (fields.positive_or("rope_theta", 1e4, 1e12)?, Stretch::No);
        for name in ["rope_scaling", "rope_parameters"] {
            match fields.inside(name) {
                None => fields.refuse(name, &[], STRETCHED)?,
                Some(rope) => {
                    base = rope.positive_or("rope_theta", base, 1e12)?;
                    let found = Stretch::read(&rope)?;
                    if stretch != Stretch::No && found != Stretch::No && stretch != found {
                        return Err(Error::Config(
                            "rope_scaling and rope_parameters of this configuration stretch the positions in different ways; which one holds cannot be told.".to_owned(),
                        ));
                    }
                    stretch = if found == Stretch::No { stretch } else { found };
                }
            }
        }
        Ok(Self { base, stretch })
    }

    /// Rotates pairs `(x[i], x[i + d_head / 2])` of `[head, pos, d_head]` by their position, the first of which is `start`.
    pub fn rotate(self, x: &Tensor, start: usize) -> Result<Tensor> {
        if self.stretch == Stretch::No {
            return Ok(x.rope_from(self.base, start)?);
        }
        let [n_pos, half] = [x.shape()[1], x.shape()[2] / 2];
        let turns = self.turns(half);
        let table = |of: fn(f64) -> f64| {
            let positions = start..start + n_pos;
            let angles = positions.flat_map(|pos| turns.iter().map(move |turn| of(pos as f64 * turn) as f32));
            Tensor::from_vec(angles.collect(), &[n_pos, half], &x.device())
        };
        let (cos, sin) = (table(f64::cos)?, table(f64::sin)?);
        let (first, second) = (x.slice(2, 0, half)?, x.slice(2, half, half)?);
        let turned = [first.mul(&cos)?.sub(&second.mul(&sin)?)?, second.mul(&cos)?.add(&first.mul(&sin)?)?];
        Ok(Tensor::concat(&[&turned[0], &turned[1]], 2)?)
    }

    /// The angle by which each pair turns a position.
    fn turns(self, n_pairs: usize) -> Vec<f64> {
        let turn = |i: usize| f64::from(self.base).powf(-(i as f64) / n_pairs as f64);
        (0..n_pairs).map(|i| self.stretch.apply(turn(i))).collect()
    }
}

impl Stretch {
    fn read(rope: &Fields) -> Result<Self> {
        let known = ["default", "linear", "llama3"];
        for kind in ["rope_type", "type"] {
            rope.refuse(kind, &known.map(Into::into), STRETCHED)?;
        }
        let kind = if rope.has("rope_type") { "rope_type" } else { "type" };
        let factor = |name: &str| rope.positive(name, 1e6);
        Ok(match rope.choice(kind, &known)? {
            "linear" => Self::Linear(factor("factor")?),
            "llama3" => {
                let (low, high) = (factor("low_freq_factor")?, factor("high_freq_factor")?);
                if low >= high {
                    return Err(Error::Config(format!(
                        "The rotary positions have low_freq_factor = {low} and high_freq_factor = {high}; expected the first to be smaller."
                    )));
                }
                let trained = rope.positive("original_max_position_embeddings", 1e9)?;
                Self::Llama3 { factor: factor("factor")?, low, high, trained }
            }
            _ => {
                rope.refuse("factor", &[1.into(), 1.0.into()], STRETCHED)?;
                Self::No
            }
        })
    }

    fn apply(self, turn: f64) -> f64 {
        match self {
            Self::No => turn,
            Self::Linear(factor) => turn / f64::from(factor),
            Self::Llama3 { factor, low, high, trained } => {
                let [factor, low, high, trained] = [factor, low, high, trained].map(f64::from);
                let n_turns = trained * turn / std::f64::consts::TAU;
                let kept = ((n_turns - low) / (high - low)).clamp(0.0, 1.0);
                kept * turn + (1.0 - kept) * turn / factor
            }
        }
    }
}

/// Fails when a configuration stretches its rotary positions at all.
pub(crate) fn refuse_stretched(fields: &Fields) -> Result<()> {
    match Rotation::read(fields)?.stretch {
        Stretch::No => Ok(()),
        _ => fields
            .refuse("rope_scaling", &[], STRETCHED)
            .and_then(|()| fields.refuse("rope_parameters", &[], STRETCHED)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_pairs_are_stretched_and_fast_ones_are_not() {
        let stretch = Stretch::Llama3 { factor: 8.0, low: 1.0, high: 4.0, trained: 8192.0 };
        let turn = |n_turns: f64| n_turns * std::f64::consts::TAU / 8192.0;
        for (n_turns, factor) in [(0.5, 8.0), (1.0, 8.0), (4.0, 1.0), (100.0, 1.0)] {
            assert!((stretch.apply(turn(n_turns)) - turn(n_turns) / factor).abs() < 1e-15);
        }
        // Half way between, half of each.
        let half = turn(2.5) * (0.5 + 0.5 / 8.0);
        assert!((stretch.apply(turn(2.5)) - half).abs() < 1e-15);
    }
}
