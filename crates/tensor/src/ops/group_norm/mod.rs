//! Group and instance normalisation: layer normalisation of rows that hold a group of channels.

use crate::ops::batch_norm::in_channels;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `(x − mean) / √(var + eps) · gain + bias` for each image and group of neighbouring channels of
    /// `[batch, channels, …]`, with the biased variance (Wu & He 2018, eq. 1; torch's `group_norm`).
    /// `gain`, `bias`: `[channels]`. Errors when groups do not divide the channels.
    pub fn group_norm(
        &self,
        groups: usize,
        gain: Option<&Tensor>,
        bias: Option<&Tensor>,
        eps: f32,
    ) -> Result<Tensor> {
        let [batch, channels, rest] = in_channels("group_norm", self)?;
        if groups == 0 || channels % groups != 0 {
            let expected = format!("groups that divide {channels} channels");
            return Err(Error::shape("group_norm", expected, format!("{groups} groups")));
        }
        if let Some(other) = gain.into_iter().chain(bias).find(|vector| vector.shape() != [channels]) {
            let expected = format!("gain and bias [{channels}]");
            return Err(Error::shape("group_norm", expected, format!("{:?}", other.shape())));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        let width = channels / groups * rest;
        let same = |value: f32| Tensor::full(value, &[width], &self.device());
        let rows = self.reshape(&[batch * groups, width])?.layer_norm(&same(1.0)?, &same(0.0)?, eps)?;
        let mut y = rows.reshape(&[batch, channels, rest])?;
        if let Some(gain) = gain {
            y = y.mul(&gain.reshape(&[channels, 1])?)?;
        }
        if let Some(bias) = bias {
            y = y.add(&bias.reshape(&[channels, 1])?)?;
        }
        y.reshape(self.shape())
    }

    /// [`Tensor::group_norm`] with a group for each channel (Ulyanov et al. 2016; torch's `instance_norm`
    /// without running statistics).
    pub fn instance_norm(&self, gain: Option<&Tensor>, bias: Option<&Tensor>, eps: f32) -> Result<Tensor> {
        let [_, channels, _] = in_channels("instance_norm", self)?;
        self.group_norm(channels.max(1), gain, bias, eps)
    }
}
