//! Largest value under a moving window.

mod cpu;
mod gpu;
mod window;

use super::{Op, no_second_gradient};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Error, Result, Tensor};

pub use window::Pool;
pub(crate) use window::Windows;

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels, out_h, out_w]` without padding.
    /// `ceil`: a last window that hangs over the edge counts, clipped (torch's `ceil_mode`).
    /// NaN is ignored; a window of only NaN gives −inf.
    pub fn max_pool2d(&self, kernel: usize, stride: usize, ceil: bool) -> Result<Tensor> {
        self.max_pool2d_with(&Pool { ceil, ..Pool::new([kernel; 2], [stride; 2]) })
    }

    /// As [`Tensor::max_pool2d`] with windows that are no squares, and with padding (which never wins), as
    /// torch's `max_pool2d`. The gradient goes to the first of the largest. No second gradient.
    pub fn max_pool2d_with(&self, pool: &Pool) -> Result<Tensor> {
        let [batch, channels, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("max_pool2d", "[batch, channels, height, width]", found));
        };
        let windows = Windows::new("max_pool2d", [height, width], pool)?;
        let shape = [batch, channels, windows.out[0], windows.out[1]];
        if shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(MaxPool(windows), &[self], &shape)
    }

    /// `[batch, channels, width]` → `[batch, channels, out]`: [`Tensor::max_pool2d_with`] along one
    /// dimension.
    pub fn max_pool1d(&self, kernel: usize, stride: usize, padding: usize) -> Result<Tensor> {
        let [batch, channels, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("max_pool1d", "[batch, channels, width]", found));
        };
        let pool = Pool { padding: [0, padding], ..Pool::new([1, kernel], [1, stride]) };
        self.reshape(&[batch, channels, 1, width])?.max_pool2d_with(&pool)?.squeeze(2)
    }
}

struct MaxPool(Windows);

impl Op for MaxPool {
    fn name(&self) -> &'static str {
        "max_pool2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::max_pool(inputs[0].data(), &self.0, out);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::max_pool2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(Tensor::from_op(MaxPoolGradient(self.0), &[&inputs[0], c], inputs[0].shape())?)])
    }
}

/// Gives each window's cotangent to the first of its largest pixels, as torch does.
struct MaxPoolGradient(Windows);

impl Op for MaxPoolGradient {
    fn name(&self) -> &'static str {
        "max_pool2d_gradient"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::max_pool_gradient(inputs[0].data(), inputs[1].data(), &self.0, out);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::max_pool2d_gradient(&inputs[0], &inputs[1], &self.0, shape)])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, _: &Tensor) -> Result<Vec<Option<Tensor>>> {
        no_second_gradient("max_pool2d")
    }
}
