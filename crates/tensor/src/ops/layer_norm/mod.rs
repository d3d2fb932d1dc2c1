//! Layer normalisation.

mod gpu;

use super::{Op, each_row};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `(x − mean) / √(var + eps) · gain + bias` over the last dimension, with the biased variance
    /// (Ba et al. 2016, eq. 3; torch's `LayerNorm`). `gain`, `bias`: `[width]`. CPU: f64 sums.
    pub fn layer_norm(&self, gain: &Tensor, bias: &Tensor, eps: f32) -> Result<Tensor> {
        check_same_device("layer_norm", &[self, gain, bias])?;
        let width = *self.shape().last().unwrap_or(&0);
        if width == 0 || gain.shape() != [width] || bias.shape() != [width] {
            let found = format!("{:?}, {:?}, {:?}", self.shape(), gain.shape(), bias.shape());
            return Err(Error::shape("layer_norm", "x […, width], gain [width], bias [width]", found));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        Tensor::from_op(LayerNorm { eps }, &[self, gain, bias], self.shape())
    }
}

struct LayerNorm {
    eps: f32,
}

impl Op for LayerNorm {
    fn name(&self) -> &'static str {
        "layer_norm"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.eps.to_bits() as usize]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (gain, bias) = (inputs[1].data(), inputs[2].data());
        each_row(inputs[0].data(), out, shape[shape.len() - 1], |input, output| {
            norm_row(input, output, gain, bias, self.eps);
        });
        Ok(())
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::layer_norm(gpu, &inputs[0], &inputs[1], &inputs[2], self.eps)])
    }

    /// With n = (x − mean) · s, s = 1 / √(var + eps) and g = c · gain: s (g − mean(g) − n mean(g n)).
    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (x, gain) = (&inputs[0], &inputs[1]);
        let last = x.rank() - 1;
        let mean = |t: &Tensor| t.mean(last)?.unsqueeze(last);
        let centred = x.sub(&mean(x)?)?;
        let scale = mean(&centred.square()?)?.shift(self.eps)?.sqrt()?.recip()?;
        let normed = centred.mul(&scale)?;
        let weighted = c.mul(gain)?;
        let along = normed.mul(&mean(&weighted.mul(&normed)?)?)?;
        let of_x = weighted.sub(&mean(&weighted)?)?.sub(&along)?.mul(&scale)?;
        Ok(vec![Some(of_x), Some(c.mul(&normed)?.sum_to(gain.shape())?), Some(c.sum_to(gain.shape())?)])
    }
}

fn norm_row(input: &[f32], output: &mut [f32], gain: &[f32], bias: &[f32], eps: f32) {
    let n = input.len() as f64;
    let mean = input.iter().map(|&v| f64::from(v)).sum::<f64>() / n;
    let variance = input.iter().map(|&v| (f64::from(v) - mean).powi(2)).sum::<f64>() / n;
    let scale = 1.0 / (variance + f64::from(eps)).sqrt();
    for (((o, &i), g), b) in output.iter_mut().zip(input).zip(gain).zip(bias) {
        *o = ((f64::from(i) - mean) * scale) as f32 * g + b;
    }
}
