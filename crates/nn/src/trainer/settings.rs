//! How to train, and what a model says of a batch.

use serde::{Deserialize, Serialize};
use tensor::Tensor;

use crate::{Clip, Error, Optimiser, Result, Schedule};

/// How to train; may be saved with the weights.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Which optimiser.
    pub optimiser: Optimiser,
    /// The learning rate, before the schedule.
    pub rate: f64,
    /// How it changes.
    #[serde(default)]
    pub schedule: Schedule,
    /// What is done to large gradients.
    #[serde(default)]
    pub clip: Option<Clip>,
    /// Keeps a moving average of the parameters, of which this share stays at each step (0.999).
    #[serde(default)]
    pub average: Option<f32>,
    /// What layers draw from.
    #[serde(default)]
    pub seed: u64,
}

impl Default for Settings {
    /// Adam at 0.001.
    fn default() -> Self {
        let optimiser = Optimiser::adam();
        Self { optimiser, rate: 1e-3, schedule: Schedule::Constant, clip: None, average: None, seed: 0 }
    }
}

impl Settings {
    pub(super) fn check(&self) -> Result<()> {
        if !(self.rate.is_finite() && self.rate >= 0.0) {
            return Err(Error::setting("learning rate", "a number from 0", format!("{}", self.rate)));
        }
        if let Some(share) = self.average.filter(|share| !(0.0..1.0).contains(share)) {
            return Err(Error::setting("average", "a share from 0 to below 1", format!("{share}")));
        }
        Ok(())
    }
}

/// What a model says of a batch: the loss (one number, or `[n_nets]`), and further numbers to watch (each
/// one number, or `[n_nets]`).
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What is made small.
    pub loss: Tensor,
    /// Name and value.
    pub metrics: Vec<(String, Tensor)>,
}

impl Outcome {
    /// A loss alone.
    pub fn of(loss: Tensor) -> Self {
        Self { loss, metrics: Vec::new() }
    }

    /// With one more number to watch.
    pub fn with(mut self, name: &str, value: Tensor) -> Self {
        self.metrics.push((name.to_owned(), value));
        self
    }

    /// Without the way back to the parameters, which would keep a whole step in memory.
    pub(super) fn detached(&self) -> Result<Self> {
        let detach = |(name, value): &(String, Tensor)| Ok((name.clone(), value.detach()?));
        Ok(Self {
            loss: self.loss.detach()?,
            metrics: self.metrics.iter().map(detach).collect::<Result<_>>()?,
        })
    }

    pub(super) fn tensors(&self) -> Vec<Tensor> {
        std::iter::once(&self.loss).chain(self.metrics.iter().map(|(_, value)| value)).cloned().collect()
    }

    /// Reads loss and metrics back at once: name and one number a network, the loss first.
    pub async fn read(&self) -> Result<Vec<(String, Vec<f32>)>> {
        let tensors = self.tensors();
        let flat: Vec<Tensor> =
            tensors.iter().map(|t| t.reshape(&[t.count()])).collect::<tensor::Result<_>>()?;
        let numbers = Tensor::concat(&flat.iter().collect::<Vec<_>>(), 0)?.to_vec().await?;
        let names = std::iter::once("loss").chain(self.metrics.iter().map(|(name, _)| name.as_str()));
        let mut rest = numbers.as_slice();
        let take = |(name, tensor): (&str, &Tensor)| {
            let (own, after) = rest.split_at(tensor.count());
            rest = after;
            (name.to_owned(), own.to_vec())
        };
        Ok(names.zip(&tensors).map(take).collect())
    }
}
