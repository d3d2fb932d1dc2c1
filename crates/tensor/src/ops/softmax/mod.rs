//! Softmax over the last dimension.

mod gpu;

use crate::tensor::Storage;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// `exp(x − max) / Σ exp(x − max)` over the last dimension; keeps the shape. Rows may hold
    /// −inf (masked); a row of only −inf, or with a NaN, gives NaN. CPU: f64 sums.
    pub fn softmax(&self) -> Result<Tensor> {
        if self.rank() == 0 {
            return Err(Error::shape("softmax", "at least 1 dimension", "a scalar"));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(crate::cpu::map_rows(x, softmax_row)?)),
            Storage::Gpu(_) => match &self.contiguous()?.storage {
                Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::softmax(x)?)),
                Storage::Cpu(_) => unreachable!("a copy stays on its device"),
            },
        }
    }
}

fn softmax_row(input: &[f32], output: &mut [f32]) {
    let max = input.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut total = 0.0_f64;
    for (o, &i) in output.iter_mut().zip(input) {
        *o = (i - max).exp();
        total += f64::from(*o);
    }
    let scale = (1.0 / total) as f32;
    for o in output {
        *o *= scale;
    }
}
