//! Root-mean-square normalisation.

mod gpu;

use super::{Op, each_row};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `x / √(mean(x²) + eps) · gain` over the last dimension (Zhang & Sennrich 2019, eq. 4;
    /// Llama's norm). `gain`: `[width]`. CPU: f64 sums.
    pub fn rms_norm(&self, gain: &Tensor, eps: f32) -> Result<Tensor> {
        check_same_device("rms_norm", &[self, gain])?;
        let width = *self.shape().last().unwrap_or(&0);
        if width == 0 || gain.shape() != [width] {
            let found = format!("{:?}, {:?}", self.shape(), gain.shape());
            return Err(Error::shape("rms_norm", "x […, width], gain [width]", found));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        Tensor::from_op(RmsNorm { eps }, &[self, gain], self.shape())
    }
}

struct RmsNorm {
    eps: f32,
}

impl Op for RmsNorm {
    fn name(&self) -> &'static str {
        "rms_norm"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.eps.to_bits() as usize]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let gain = inputs[1].data();
        each_row(inputs[0].data(), out, shape[shape.len() - 1], |input, output| {
            norm_row(input, output, gain, self.eps);
        });
        Ok(())
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::rms_norm(gpu, &inputs[0], &inputs[1], self.eps)])
    }

    /// With n = x · s, s = 1 / √(mean(x²) + eps) and g = c · gain: s (g − n mean(g n)).
    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (x, gain) = (&inputs[0], &inputs[1]);
        let last = x.rank() - 1;
        let mean = |t: &Tensor| t.mean(last)?.unsqueeze(last);
        let scale = mean(&x.square()?)?.shift(self.eps)?.sqrt()?.recip()?;
        let normed = x.mul(&scale)?;
        let weighted = c.mul(gain)?;
        let of_x = weighted.sub(&normed.mul(&mean(&weighted.mul(&normed)?)?)?)?.mul(&scale)?;
        Ok(vec![Some(of_x), Some(c.mul(&normed)?.sum_to(gain.shape())?)])
    }
}

fn norm_row(input: &[f32], output: &mut [f32], gain: &[f32], eps: f32) {
    let mean_square = input.iter().map(|&v| f64::from(v).powi(2)).sum::<f64>() / input.len() as f64;
    let scale = 1.0 / (mean_square + f64::from(eps)).sqrt();
    for ((o, &i), g) in output.iter_mut().zip(input).zip(gain) {
        *o = (f64::from(i) * scale) as f32 * g;
    }
}
