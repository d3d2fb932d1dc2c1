//! Workloads that train: one update a step, the loss read when asked for.

mod cnn;
mod mlp;
mod transformer;
mod update;

pub(crate) use cnn::cnn;
pub(crate) use mlp::{mlp, tiny, tiny_many};
pub(crate) use transformer::transformer;

use tensor::{Device, Result, Tensor, gradients};
use update::Update;

use crate::seeded::fill;

/// A loss of the parameters: what is minimised, and what is reported (one number each).
type Loss = Box<dyn Fn(&[Tensor]) -> Result<(Tensor, Tensor)>>;

/// A network in training.
pub struct Training {
    parameters: Vec<Tensor>,
    loss: Loss,
    update: Update,
    last: Option<Tensor>,
}

impl Training {
    fn new(parameters: Vec<Tensor>, loss: Loss, update: Update) -> Result<Self> {
        let parameters = parameters.iter().map(Tensor::parameter).collect::<Result<_>>()?;
        Ok(Self { parameters, loss, update, last: None })
    }

    /// One update; keeps the loss from before it.
    pub fn step(&mut self) -> Result<()> {
        let mut next = self.next()?;
        let n = self.parameters.len();
        let given: Vec<&Tensor> = self.parameters.iter().chain(self.update.state()).collect();
        Tensor::evaluate_all_giving(&next, &given)?;
        self.last = next.pop();
        self.update.keep(&next[n..]);
        self.parameters = next[..n].iter().map(Tensor::parameter).collect::<Result<_>>()?;
        Ok(())
    }

    /// The next parameters, the next state, and the loss, still to be computed.
    fn next(&mut self) -> Result<Vec<Tensor>> {
        let (loss, reported) = (self.loss)(&self.parameters)?;
        let gradients = gradients(&loss, &self.parameters.iter().collect::<Vec<_>>())?;
        let mut next = self.update.apply(&self.parameters, &gradients)?;
        next.push(reported.detach()?);
        Ok(next)
    }

    /// The loss from before the last update.
    pub async fn loss(&self) -> Result<f32> {
        match &self.last {
            Some(loss) => Ok(loss.to_vec().await?[0]),
            None => Ok(f32::NAN),
        }
    }
}

/// A weight of the workloads: `fill · 2 / √fan_in`.
fn weight(shape: &[usize], fan_in: usize, seed: u32, device: &Device) -> Result<Tensor> {
    Tensor::from_vec(fill(shape.iter().product(), seed, 2.0 / (fan_in as f32).sqrt()), shape, device)
}

/// Mean over rows of the negative log-probability of the labels `[n]`; logits `[n, classes]`, or
/// `[nets, n, classes]`, of which each net's mean is summed.
fn cross_entropy(logits: &Tensor, labels: &Tensor) -> Result<Tensor> {
    let last = logits.rank() - 1;
    let classes = Tensor::index(&[logits.shape()[last]], &logits.device())?;
    let is_label = labels.unsqueeze(1)?.equal(&classes)?;
    let picked = logits.log_softmax()?.mul(&is_label)?.sum_all()?;
    picked.scale(-1.0 / logits.shape()[last - 1] as f32)
}
