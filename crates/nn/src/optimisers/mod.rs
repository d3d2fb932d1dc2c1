//! Optimisers: from a gradient to the next numbers, with torch's definitions. Everything that changes
//! from step to step is a number outside of the plan ([`Tensor::scalar`]), so that one plan serves a
//! whole training. Parameters and states are one buffer each, so an update is one kernel or two.

mod adam;
mod lion;
mod rms_prop;
mod sgd;

use serde::{Deserialize, Serialize};
use tensor::Tensor;

use crate::Result;

/// Which optimiser, with its settings; defaults are torch's unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Optimiser {
    /// Stochastic gradient descent (torch's `SGD`, dampening 0).
    Sgd {
        /// Share of the last direction that is kept; 0 for none.
        momentum: f32,
        /// Look ahead (Sutskever et al. 2013).
        nesterov: bool,
        /// Added to the gradient, times the parameter.
        weight_decay: f32,
    },
    /// Kingma & Ba 2015, algorithm 1.
    Adam {
        /// Of the mean.
        beta1: f32,
        /// Of the mean square.
        beta2: f32,
        /// Added to the root.
        eps: f32,
        /// Added to the gradient, times the parameter.
        weight_decay: f32,
    },
    /// Loshchilov & Hutter 2019, algorithm 2.
    AdamW {
        /// Of the mean.
        beta1: f32,
        /// Of the mean square.
        beta2: f32,
        /// Added to the root.
        eps: f32,
        /// Taken from the parameter, times the learning rate.
        weight_decay: f32,
    },
    /// Tieleman & Hinton 2012 (torch's `RMSprop`, not centred).
    RmsProp {
        /// Of the mean square.
        alpha: f32,
        /// Added to the root.
        eps: f32,
        /// Share of the last direction that is kept; 0 for none.
        momentum: f32,
        /// Added to the gradient, times the parameter.
        weight_decay: f32,
    },
    /// Chen et al. 2023, algorithm 2.
    Lion {
        /// Of the direction.
        beta1: f32,
        /// Of the mean.
        beta2: f32,
        /// Taken from the parameter, times the learning rate.
        weight_decay: f32,
    },
}

/// Factors on learning rate and weight decay that differ between elements: each broadcasts to
/// `[n_nets, n_trained]`, so `[n_nets, 1]` sets them by network and [`crate::Parameters::spread`] by parameter.
#[derive(Clone, Debug, Default)]
pub struct Relative {
    /// Times the learning rate.
    pub rate: Option<Tensor>,
    /// Times the weight decay.
    pub decay: Option<Tensor>,
}

/// What one update starts from. All tensors are `[n_nets, n_trained]`.
pub(crate) struct Update<'a> {
    /// 1 for the first.
    pub step: u64,
    /// The learning rate now.
    pub rate: f64,
    pub relative: &'a Relative,
    pub numbers: &'a Tensor,
    pub gradient: &'a Tensor,
    pub state: &'a [Tensor],
}

impl Optimiser {
    /// SGD without momentum.
    pub fn sgd() -> Self {
        Self::Sgd { momentum: 0.0, nesterov: false, weight_decay: 0.0 }
    }

    /// Adam with its paper's settings.
    pub fn adam() -> Self {
        Self::Adam { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.0 }
    }

    /// AdamW with torch's settings.
    pub fn adam_w(weight_decay: f32) -> Self {
        Self::AdamW { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay }
    }

    /// RMSprop with torch's settings.
    pub fn rms_prop() -> Self {
        Self::RmsProp { alpha: 0.99, eps: 1e-8, momentum: 0.0, weight_decay: 0.0 }
    }

    /// Lion with its paper's settings.
    pub fn lion(weight_decay: f32) -> Self {
        Self::Lion { beta1: 0.9, beta2: 0.99, weight_decay }
    }

    /// What it remembers between steps, by name; all start at 0.
    pub fn state_names(&self) -> &'static [&'static str] {
        match self {
            Self::Sgd { momentum: 0.0, .. } => &[],
            Self::Sgd { .. } => &["momentum"],
            Self::Adam { .. } | Self::AdamW { .. } => &["mean", "mean_square"],
            Self::RmsProp { momentum: 0.0, .. } => &["mean_square"],
            Self::RmsProp { .. } => &["mean_square", "momentum"],
            Self::Lion { .. } => &["mean"],
        }
    }

    /// The next numbers, and the next state in the order of its names.
    pub(crate) fn update(&self, update: &Update<'_>) -> Result<(Tensor, Vec<Tensor>)> {
        match *self {
            Self::Sgd { momentum, nesterov, weight_decay } => {
                sgd::update(update, momentum, nesterov, weight_decay)
            }
            Self::Adam { beta1, beta2, eps, weight_decay } => {
                let gradient = update.decayed_gradient(weight_decay)?;
                adam::update(update, &gradient, [beta1, beta2, eps], update.numbers)
            }
            Self::AdamW { beta1, beta2, eps, weight_decay } => adam::update(
                update,
                update.gradient,
                [beta1, beta2, eps],
                &update.decayed_numbers(weight_decay)?,
            ),
            Self::RmsProp { alpha, eps, momentum, weight_decay } => {
                rms_prop::update(update, [alpha, eps, momentum, weight_decay])
            }
            Self::Lion { beta1, beta2, weight_decay } => lion::update(update, beta1, beta2, weight_decay),
        }
    }
}

impl Update<'_> {
    fn scalar(&self, value: f64) -> Result<Tensor> {
        Ok(Tensor::scalar(value as f32, &self.numbers.device())?)
    }

    /// `value`, a multiple of the learning rate, times the relative rates.
    fn rate_of(&self, value: f64) -> Result<Tensor> {
        let rate = self.scalar(value)?;
        Ok(match &self.relative.rate {
            Some(relative) => rate.mul(relative)?,
            None => rate,
        })
    }

    /// `factor` times the relative decay.
    fn decay_of(&self, factor: Tensor) -> Result<Tensor> {
        Ok(match &self.relative.decay {
            Some(relative) => factor.mul(relative)?,
            None => factor,
        })
    }

    /// Gradient + weight decay · numbers.
    fn decayed_gradient(&self, weight_decay: f32) -> Result<Tensor> {
        if weight_decay == 0.0 {
            return Ok(self.gradient.clone());
        }
        let decay = self.decay_of(Tensor::full(weight_decay, &[], &self.numbers.device())?)?;
        Ok(self.gradient.add(&self.numbers.mul(&decay)?)?)
    }

    /// Numbers · (1 − rate · weight decay).
    fn decayed_numbers(&self, weight_decay: f32) -> Result<Tensor> {
        if weight_decay == 0.0 {
            return Ok(self.numbers.clone());
        }
        let decay = self.decay_of(self.rate_of(self.rate * f64::from(weight_decay))?)?;
        Ok(self.numbers.sub(&self.numbers.mul(&decay)?)?)
    }
}

/// `share · before + (1 − share) · now`.
fn moving_mean(before: &Tensor, now: &Tensor, share: f32) -> Result<Tensor> {
    Ok(before.scale(share)?.add(&now.scale(1.0 - share)?)?)
}
