//! Running sums.

mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Result, Tensor};

impl Tensor {
    /// `out[i] = x[0] + … + x[i]` along `dim`; keeps the shape. CPU: f64 sums. Its gradient is the running
    /// sum from the other end.
    pub fn cumsum(&self, dim: usize) -> Result<Tensor> {
        self.check_dim("cumsum", dim)?;
        if self.count() == 0 {
            return Ok(self.clone());
        }
        Tensor::from_op(CumSum { dim }, &[self], self.shape())
    }
}

struct CumSum {
    dim: usize,
}

impl Op for CumSum {
    fn name(&self) -> &'static str {
        "cumsum"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.dim]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let inner: usize = shape[self.dim + 1..].iter().product();
        let block = shape[self.dim] * inner;
        let mut sums = vec![0.0_f64; inner];
        for (x, out) in inputs[0].data().chunks_exact(block).zip(out.chunks_exact_mut(block)) {
            if inner == 1 {
                let mut sum = 0.0_f64;
                for (&x, out) in x.iter().zip(out) {
                    sum += f64::from(x);
                    *out = sum as f32;
                }
                continue;
            }
            sums.fill(0.0);
            for (x, out) in x.chunks_exact(inner).zip(out.chunks_exact_mut(inner)) {
                for ((&x, out), sum) in x.iter().zip(out).zip(&mut sums) {
                    *sum += f64::from(x);
                    *out = *sum as f32;
                }
            }
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::cumsum(&inputs[0], self.dim, shape)])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(c.flip(self.dim)?.cumsum(self.dim)?.flip(self.dim)?)])
    }
}
