//! Root-mean-square normalisation.

mod gpu;

use crate::tensor::{Storage, check_same_device};
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
        let (x, gain) = (self.contiguous()?, gain.contiguous()?);
        match (&x.storage, &gain.storage) {
            (Storage::Gpu(x), Storage::Gpu(gain)) => Ok(Tensor::from_gpu(gpu::rms_norm(x, gain, eps)?)),
            (Storage::Cpu(x), Storage::Cpu(gain)) => {
                let gain = gain.to_vec1::<f32>()?;
                let out = crate::cpu::map_rows(x, |input, output| norm_row(input, output, &gain, eps))?;
                Ok(Tensor::from_cpu(out))
            }
            _ => unreachable!("both tensors were checked to be on one device"),
        }
    }
}

fn norm_row(input: &[f32], output: &mut [f32], gain: &[f32], eps: f32) {
    let mean_square = input.iter().map(|&v| f64::from(v).powi(2)).sum::<f64>() / input.len() as f64;
    let scale = 1.0 / (mean_square + f64::from(eps)).sqrt();
    for ((o, &i), g) in output.iter_mut().zip(input).zip(gain) {
        *o = (f64::from(i) * scale) as f32 * g;
    }
}
