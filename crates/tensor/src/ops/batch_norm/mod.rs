//! Batch normalisation.

use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

/// What batch normalisation computed.
pub struct BatchNorm {
    /// The normalised numbers, in the shape of the input.
    pub y: Tensor,
    /// Mean of each channel over the batch: `[channels]`.
    pub mean: Tensor,
    /// Biased variance of each channel over the batch: `[channels]`. Torch keeps a running mean of
    /// `n / (n − 1)` times it, with n numbers a channel.
    pub variance: Tensor,
}

impl Tensor {
    /// `(x − mean) / √(var + eps) · gain + bias` for each channel of `[batch, channels, …]`, with the mean and
    /// the biased variance of this batch (Ioffe & Szegedy 2015, alg. 1; torch's `batch_norm` in training).
    /// `gain`, `bias`: `[channels]`. Errors when a channel has no numbers.
    pub fn batch_norm(&self, gain: Option<&Tensor>, bias: Option<&Tensor>, eps: f32) -> Result<BatchNorm> {
        let [batch, channels, rest] = in_channels("batch_norm", self)?;
        if batch * rest == 0 {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("batch_norm", "at least one number a channel", found));
        }
        let x = self.reshape(&[batch, channels, rest])?;
        let mean_of = |t: &Tensor| t.sum_to(&[1, channels, 1])?.scale(1.0 / (batch * rest) as f32);
        let mean = mean_of(&x)?;
        let variance = mean_of(&x.sub(&mean)?.square()?)?;
        let (mean, variance) = (mean.reshape(&[channels])?, variance.reshape(&[channels])?);
        let y = self.batch_norm_with(&mean, &variance, gain, bias, eps)?;
        Ok(BatchNorm { y, mean, variance })
    }

    /// [`Tensor::batch_norm`] with a given mean and variance `[channels]`: torch's in evaluation.
    pub fn batch_norm_with(
        &self,
        mean: &Tensor,
        variance: &Tensor,
        gain: Option<&Tensor>,
        bias: Option<&Tensor>,
        eps: f32,
    ) -> Result<Tensor> {
        let [batch, channels, rest] = in_channels("batch_norm", self)?;
        let vectors: Vec<&Tensor> = [mean, variance].into_iter().chain(gain).chain(bias).collect();
        if let Some(other) = vectors.iter().find(|vector| vector.shape() != [channels]) {
            let expected = format!("mean, variance, gain and bias [{channels}]");
            return Err(Error::shape("batch_norm", expected, format!("{:?}", other.shape())));
        }
        check_same_device("batch_norm", &[&[self], vectors.as_slice()].concat())?;
        let scale = variance.shift(eps)?.sqrt()?.recip()?;
        let scale = gain.map_or(Ok(scale.clone()), |gain| scale.mul(gain))?;
        let column = |vector: &Tensor| vector.reshape(&[channels, 1]);
        let y = self.reshape(&[batch, channels, rest])?.sub(&column(mean)?)?.mul(&column(&scale)?)?;
        let y = bias.map_or(Ok(y.clone()), |bias| y.add(&column(bias)?))?;
        y.reshape(self.shape())
    }
}

/// `[batch, channels, everything else]`.
pub(crate) fn in_channels(op: &'static str, x: &Tensor) -> Result<[usize; 3]> {
    match x.shape() {
        [batch, channels, rest @ ..] => Ok([*batch, *channels, rest.iter().product()]),
        shape => Err(Error::shape(op, "[batch, channels, …]", format!("{shape:?}"))),
    }
}
