//! Rotary position embedding.

use crate::{Error, Result, Tensor};

impl Tensor {
    /// Rotates pairs `(x[i], x[i + d_head/2])` by position (Su et al. 2021, eq. 34, in the
    /// half-split order of Llama checkpoints). x `[head, pos, d_head]`, angles by position `0..pos`
    /// with base `theta`.
    pub fn rope(&self, theta: f32) -> Result<Tensor> {
        self.rope_from(theta, 0)
    }

    /// As [`Tensor::rope`] for the positions `start..start + pos`: a text that goes on.
    pub fn rope_from(&self, theta: f32, start: usize) -> Result<Tensor> {
        let [_, n_pos, d_head] = *self.shape() else {
            return Err(Error::shape("rope", "[head, pos, d_head]", format!("{:?}", self.shape())));
        };
        if d_head % 2 != 0 {
            return Err(Error::shape("rope", "an even d_head", format!("{d_head}")));
        }
        let half = d_head / 2;
        let angles: Vec<f64> = (start..start + n_pos)
            .flat_map(|pos| {
                (0..half).map(move |i| pos as f64 / f64::from(theta).powf(2.0 * i as f64 / d_head as f64))
            })
            .collect();
        let table = |f: fn(f64) -> f64| {
            let data = angles.iter().map(|&angle| f(angle) as f32).collect();
            Tensor::from_vec(data, &[n_pos, half], &self.device())
        };
        let (cos, sin) = (table(f64::cos)?, table(f64::sin)?);
        let (first, second) = (self.slice(2, 0, half)?, self.slice(2, half, half)?);
        let rotated_first = first.mul(&cos)?.sub(&second.mul(&sin)?)?;
        let rotated_second = second.mul(&cos)?.add(&first.mul(&sin)?)?;
        Tensor::concat(&[&rotated_first, &rotated_second], 2)
    }
}
