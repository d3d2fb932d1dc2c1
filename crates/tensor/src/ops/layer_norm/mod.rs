//! Layer normalisation.

mod gpu;

use crate::tensor::{Storage, check_same_device};
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
        let (x, gain, bias) = (self.contiguous()?, gain.contiguous()?, bias.contiguous()?);
        match (&x.storage, &gain.storage, &bias.storage) {
            (Storage::Gpu(x), Storage::Gpu(gain), Storage::Gpu(bias)) => {
                Ok(Tensor::from_gpu(gpu::layer_norm(x, gain, bias, eps)?))
            }
            (Storage::Cpu(x), Storage::Cpu(gain), Storage::Cpu(bias)) => {
                let (gain, bias) = (gain.to_vec1::<f32>()?, bias.to_vec1::<f32>()?);
                let out =
                    crate::cpu::map_rows(x, |input, output| norm_row(input, output, &gain, &bias, eps))?;
                Ok(Tensor::from_cpu(out))
            }
            _ => unreachable!("all tensors were checked to be on one device"),
        }
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
