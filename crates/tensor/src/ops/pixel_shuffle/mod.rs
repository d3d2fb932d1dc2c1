//! Channels laid out as pixels, and back. Views: nothing is computed.

use crate::{Error, Result, Tensor};

impl Tensor {
    /// `[batch, channels·r², height, width]` → `[batch, channels, height·r, width·r]` with
    /// `out[b, c, y·r + i, x·r + j] = in[b, (c·r + i)·r + j, y, x]` (Shi et al. 2016, eq. 4; torch's
    /// `pixel_shuffle`).
    pub fn pixel_shuffle(&self, r: usize) -> Result<Tensor> {
        let found = || format!("{:?} with r = {r}", self.shape());
        match *self.shape() {
            [batch, channels, height, width] if r > 0 && channels % (r * r) == 0 => {
                let channels = channels / (r * r);
                let apart = self.reshape(&[batch, channels, r, r, height, width])?;
                apart.permute(&[0, 1, 4, 2, 5, 3])?.reshape(&[batch, channels, height * r, width * r])
            }
            _ => Err(Error::shape("pixel_shuffle", "[batch, channels · r², height, width]", found())),
        }
    }

    /// The inverse of [`Tensor::pixel_shuffle`] (torch's `pixel_unshuffle`).
    pub fn pixel_unshuffle(&self, r: usize) -> Result<Tensor> {
        let found = || format!("{:?} with r = {r}", self.shape());
        match *self.shape() {
            [batch, channels, height, width] if r > 0 && height % r == 0 && width % r == 0 => {
                let (height, width) = (height / r, width / r);
                let apart = self.reshape(&[batch, channels, height, r, width, r])?;
                apart.permute(&[0, 1, 3, 5, 2, 4])?.reshape(&[batch, channels * r * r, height, width])
            }
            _ => Err(Error::shape("pixel_unshuffle", "[batch, channels, height · r, width · r]", found())),
        }
    }
}
