//! Where the largest or the smallest number is.

use crate::{Result, Tensor};

impl Tensor {
    /// Place along `dim`, which disappears, of the largest number; the first of equals. NaN is ignored; a
    /// line of only NaN gives 0. No gradient. Cost: two reductions. Errors on an empty dimension.
    pub fn argmax(&self, dim: usize) -> Result<Tensor> {
        first_equal(self, &self.max(dim)?, dim)
    }

    /// Place along `dim`, which disappears, of the smallest number, as [`Tensor::argmax`].
    pub fn argmin(&self, dim: usize) -> Result<Tensor> {
        first_equal(self, &self.min(dim)?, dim)
    }
}

/// The first place along `dim` where `x` equals `best`, which lacks that dimension; 0 where it never does.
fn first_equal(x: &Tensor, best: &Tensor, dim: usize) -> Result<Tensor> {
    let device = x.device();
    let size = x.shape()[dim];
    let mut line = vec![1; x.rank()];
    line[dim] = size;
    let place = Tensor::index(&[size], &device)?.reshape(&line)?;
    let nowhere = Tensor::full(size as f32, &[], &device)?;
    let is_best = x.detach()?.equal(&best.detach()?.unsqueeze(dim)?)?;
    let first = is_best.select(&place, &nowhere)?.min(dim)?;
    first.less(&nowhere)?.select(&first, &Tensor::full(0.0, &[], &device)?)
}
