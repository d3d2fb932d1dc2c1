//! Random numbers made where they are used, and what is done with them: noise, coin flips, dropout.

use crate::element::fold_key;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// Normal numbers of mean 0 and variance 1 (Box & Muller 1958): `√(−2 ln u) cos 2πv` of uniform
    /// numbers u in (0, 1] and v by two keys made from `key`. No number is beyond ±5.77, since u is a
    /// multiple of 2⁻²⁴. Devices agree as far as their logarithm and cosine do: measured 2e-6 of the
    /// largest; WebGPU promises 5e-4 of the radius.
    pub fn random_normal(key: [u32; 2], shape: &[usize], device: &crate::Device) -> Result<Tensor> {
        let draw = |part| Tensor::random_uniform(fold_key(key, part), shape, device);
        let radius = draw(0)?.neg()?.shift(1.0)?.ln()?.scale(-2.0)?.sqrt()?;
        // Angles in [−π, π), where every device's cosine is best.
        radius.mul(&draw(1)?.shift(-0.5)?.scale(std::f32::consts::TAU)?.cos()?)
    }

    /// 1 with the probability that `self` holds, else 0; the same on every device. No gradient.
    pub fn bernoulli(&self, key: [u32; 2]) -> Result<Tensor> {
        Tensor::random_uniform(key, self.shape(), &self.device())?.less(&self.detach()?)
    }

    /// Each number is 0 with probability `p`, else divided by 1 − p (Srivastava et al. 2014; torch's
    /// "inverted" scale). Which ones depends on `key` and place alone, so that devices agree to the bit,
    /// and another key uses the same plan. Takes no memory for the mask: it is drawn again for the
    /// gradient. Errors unless `p` is in 0 ..= 1.
    pub fn dropout(&self, p: f32, key: [u32; 2]) -> Result<Tensor> {
        if !(0.0..=1.0).contains(&p) {
            return Err(Error::shape("dropout", "a probability in 0 ..= 1", format!("{p}")));
        }
        if p == 0.0 {
            return Ok(self.clone());
        }
        let at = |value| Tensor::full(value, &[], &self.device());
        if p == 1.0 {
            return self.mul(&at(0.0)?);
        }
        let is_kept = at(p)?.less_equal(&Tensor::random_uniform(key, self.shape(), &self.device())?)?;
        is_kept.select(&self.scale(1.0 / (1.0 - p))?, &at(0.0)?)
    }
}
