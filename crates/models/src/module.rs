//! The names that checkpoints of several libraries give to a module's weights.

use tensor::Tensor;

use crate::{Result, WeightRequest, Weights};

/// A module by its name in checkpoints, and by those of other libraries.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    name: String,
    others: Vec<String>,
}

impl Module {
    /// A module that other libraries call otherwise.
    pub fn new(name: impl Into<String>, others: &[String]) -> Self {
        Self { name: name.into(), others: others.to_vec() }
    }

    /// A request for one of its tensors.
    pub fn request(&self, part: &str, shape: &[usize]) -> WeightRequest {
        let others = self.others.iter().map(|other| format!("{other}.{part}")).collect();
        WeightRequest { alternatives: others, ..WeightRequest::new(format!("{}.{part}", self.name), shape) }
    }

    /// Requests for `weight` and `bias` of a dense layer.
    pub fn dense(&self, n_out: usize, n_in: usize) -> Vec<WeightRequest> {
        vec![self.request("weight", &[n_out, n_in]), self.request("bias", &[n_out])]
    }

    /// The dense layer applied: `[…, n_in] → […, n_out]`.
    pub fn run_dense(&self, weights: &Weights, x: &Tensor, n_out: usize, n_in: usize) -> Result<Tensor> {
        weights.dense(x, &self.name, [n_out, n_in], true)
    }

    /// One of its tensors, among those that were loaded.
    pub fn get(&self, weights: &Weights, part: &str, shape: &[usize]) -> Result<Tensor> {
        weights.get(&format!("{}.{part}", self.name), shape)
    }
}
