//! Layer normalisation (Ba et al. 2016, arXiv:1607.06450) in two steps, because the sites `hook_normalized` lie
//! between them.

use tensor::Tensor;

use crate::{Result, Weights};

/// `[…, width]` less its mean, over its standard deviation, row by row; without gain and bias.
pub(crate) fn normalise(x: &Tensor, width: usize, eps: f32) -> Result<Tensor> {
    let device = x.device();
    let (ones, zeros) = (Tensor::full(1.0, &[width], &device)?, Tensor::full(0.0, &[width], &device)?);
    Ok(x.layer_norm(&ones, &zeros, eps)?)
}

/// The gain and the bias of the norm called `name`, on normalised rows `[…, width]`.
pub(crate) fn gain_and_bias(x: &Tensor, width: usize, weights: &Weights, name: &str) -> Result<Tensor> {
    let gain = weights.get(&format!("{name}.weight"), &[width])?;
    let bias = weights.get(&format!("{name}.bias"), &[width])?;
    Ok(x.mul(&gain)?.add(&bias)?)
}
