//! Gradients that grow too large.

use serde::{Deserialize, Serialize};
use tensor::Tensor;

use crate::Result;

/// What is done to a gradient that is too large.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Clip {
    /// Shortened to this length, over all parameters of a network (Pascanu et al. 2013; torch's
    /// `clip_grad_norm_`, which adds 1e-6 to the length).
    Norm {
        /// Longest.
        most: f32,
    },
    /// Each number is kept within ± this.
    Value {
        /// Largest.
        most: f32,
    },
}

impl Clip {
    /// `gradient` `[n_nets, n_trained]`, each network by its own length.
    pub fn apply(self, gradient: &Tensor) -> Result<Tensor> {
        match self {
            Self::Value { most } => Ok(gradient.clamp(-most, most)?),
            Self::Norm { most } => {
                let at = |value| Tensor::full(value, &[], &gradient.device());
                let length = gradient.square()?.sum(1)?.sqrt()?.unsqueeze(1)?;
                let factor = at(most)?.div(&length.shift(1e-6)?)?.minimum(&at(1.0)?)?;
                Ok(gradient.mul(&factor)?)
            }
        }
    }
}
