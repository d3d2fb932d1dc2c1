//! Elementwise nonlinearities by name.

use serde::{Deserialize, Serialize};
use tensor::Tensor;

use super::Layer;
use crate::{Parameters, Result};

/// A function applied to each number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activation {
    /// The number itself.
    Identity,
    /// max(x, 0).
    #[default]
    Relu,
    /// x · Φ(x) with the exact error function.
    GeluErf,
    /// GPT-2's approximation of it.
    GeluTanh,
    /// x · sigmoid(x).
    Silu,
    /// Hyperbolic tangent.
    Tanh,
    /// 1 / (1 + e⁻ˣ).
    Sigmoid,
    /// x above 0, eˣ − 1 below.
    Elu,
    /// x above 0, x / 100 below (torch's default slope).
    LeakyRelu,
    /// x².
    Square,
}

impl Activation {
    /// The function of each number.
    pub fn apply(self, x: &Tensor) -> Result<Tensor> {
        Ok(match self {
            Self::Identity => x.clone(),
            Self::Relu => x.relu()?,
            Self::GeluErf => x.gelu_erf()?,
            Self::GeluTanh => x.gelu_tanh()?,
            Self::Silu => x.silu()?,
            Self::Tanh => x.tanh()?,
            Self::Sigmoid => x.sigmoid()?,
            Self::Elu => x.elu()?,
            Self::LeakyRelu => x.leaky_relu(0.01)?,
            Self::Square => x.square()?,
        })
    }
}

impl Layer for Activation {
    fn forward(&self, _: &Parameters, x: &Tensor) -> Result<Tensor> {
        self.apply(x)
    }
}
