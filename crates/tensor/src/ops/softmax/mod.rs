//! Softmax and its logarithm over the last dimension.

mod gpu;

use super::{Op, each_row};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
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
        Tensor::from_op(Softmax, &[self], self.shape())
    }

    /// `x − max − ln Σ exp(x − max)` over the last dimension; keeps the shape.
    pub fn log_softmax(&self) -> Result<Tensor> {
        if self.rank() == 0 {
            return Err(Error::shape("log_softmax", "at least 1 dimension", "a scalar"));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        let last = self.rank() - 1;
        let centred = self.sub(&self.detach()?.max(last)?.unsqueeze(last)?)?;
        centred.sub(&centred.exp()?.sum(last)?.ln()?.unsqueeze(last)?)
    }
}

struct Softmax;

impl Op for Softmax {
    fn name(&self) -> &'static str {
        "softmax"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        each_row(inputs[0].data(), out, shape[shape.len() - 1], softmax_row);
        Ok(())
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::softmax(gpu, &inputs[0])])
    }

    /// y (c − Σ y c)
    fn gradient(&self, _: &[Tensor], y: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let last = y.rank() - 1;
        let mean = y.mul(c)?.sum(last)?.unsqueeze(last)?;
        Ok(vec![Some(y.mul(&c.sub(&mean)?)?)])
    }
}

fn softmax_row(input: &[f32], output: &mut [f32]) {
    let max = input.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for (o, &i) in output.iter_mut().zip(input) {
        *o = crate::element::exp(i - max);
    }
    let total: f64 = output.iter().map(|&v| f64::from(v)).sum();
    let scale = (1.0 / total) as f32;
    for o in output {
        *o *= scale;
    }
}
