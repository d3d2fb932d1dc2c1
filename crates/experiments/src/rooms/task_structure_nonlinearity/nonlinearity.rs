//! What a hidden neuron does with its input.

use nn::Result;
use tensor::Tensor;

/// Slope of the leaky one below 0.
const LEAK: f32 = 0.1;

/// A function of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nonlinearity {
    /// Saturates on both sides; a line through the origin.
    Tanh,
    /// max(z, 0): nothing below the origin.
    Relu,
    /// z above 0, z / 10 below.
    LeakyRelu,
    /// ln(1 + eᶻ) − ln 2: bends like ReLU, but goes through the origin as a line.
    Softplus,
    /// z between −1 and 1, which it never leaves: ReLU's corners on both sides.
    Clip,
    /// ReLU that never exceeds 1: a second corner, but still nothing below the origin.
    Capped,
    /// z itself; only in a deliberate fake.
    Identity,
}

impl Nonlinearity {
    /// What tanh may be held against: name in links, name on the page, what it is. The first is the default.
    pub const RIVALS: [(Nonlinearity, (&str, &str, &str)); 5] = [
        (Self::Relu, ("relu", "ReLU", "max(z, 0)")),
        (Self::LeakyRelu, ("leaky_relu", "leaky ReLU", "z above 0, z / 10 below")),
        (Self::Softplus, ("softplus", "softplus through the origin", "ln(1 + exp z) − ln 2")),
        (Self::Clip, ("clip", "clip to ±1", "z between −1 and 1, which it never leaves")),
        (Self::Capped, ("capped", "ReLU capped at 1", "z between 0 and 1, which it never leaves")),
    ];

    /// The rival of that name; the default for one that no card offers.
    pub fn named(name: &str) -> Self {
        Self::RIVALS.iter().find(|(_, (known, ..))| *known == name).map_or(Self::Relu, |(found, _)| *found)
    }

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        let rival = Self::RIVALS.iter().find(|(rival, _)| *rival == self);
        rival.map_or(if self == Self::Tanh { "tanh" } else { "identity" }, |(_, texts)| texts.1)
    }

    /// Of every number.
    pub fn apply(self, z: &Tensor) -> Result<Tensor> {
        Ok(match self {
            Self::Tanh => z.tanh()?,
            Self::Relu => z.relu()?,
            Self::LeakyRelu => z.leaky_relu(LEAK)?,
            Self::Softplus => z.softplus()?.shift(-std::f32::consts::LN_2)?,
            Self::Clip => z.clamp(-1.0, 1.0)?,
            Self::Capped => z.clamp(0.0, 1.0)?,
            Self::Identity => z.clone(),
        })
    }

    /// Its slope at one number.
    pub fn slope(self, z: f64) -> f64 {
        let within = |low: f64| if z > low && z < 1.0 { 1.0 } else { 0.0 };
        match self {
            Self::Tanh => 1.0 - z.tanh().powi(2),
            Self::Relu => f64::from(u8::from(z > 0.0)),
            Self::LeakyRelu => {
                if z > 0.0 {
                    1.0
                } else {
                    f64::from(LEAK)
                }
            }
            Self::Softplus => 1.0 / (1.0 + (-z).exp()),
            Self::Clip => within(-1.0),
            Self::Capped => within(0.0),
            Self::Identity => 1.0,
        }
    }
}
