//! Patches of an image as columns (im2col), so that a convolution is a matrix product.

mod cpu;
mod geometry;
mod gpu;

use super::Op;
use super::conv2d::{Conv, Padding2d};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Error, Result, Tensor};

pub(crate) use geometry::Geometry;

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels·kernel_h·kernel_w, out_h·out_w]`:
    /// each column is the zero-padded patch under one output pixel, in torch's `unfold` order.
    pub fn unfold2d(&self, kernel: [usize; 2], stride: usize, padding: Padding2d) -> Result<Tensor> {
        let conv = Conv { stride: [stride; 2], padding, ..Conv::default() };
        self.columns(kernel, &conv)?.0.permute(&[1, 0, 2])
    }

    /// As [`Tensor::unfold2d`] but `[channels·kernel_h·kernel_w, batch, out_h·out_w]`, so that the batch
    /// joins the columns of one product; and `[out_h, out_w]`. The groups of `conv` do not matter here.
    pub(crate) fn columns(&self, kernel: [usize; 2], conv: &Conv) -> Result<(Tensor, [usize; 2])> {
        let [batch, channels, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("unfold2d", "[batch, channels, height, width]", found));
        };
        let geometry = Geometry::new([height, width], kernel, conv)?;
        let shape = [channels * geometry.n_taps(), batch, geometry.n_out()];
        if shape.contains(&0) || self.count() == 0 {
            // Nothing to write, or an image of padding alone.
            return Ok((Tensor::full(0.0, &shape, &self.device())?, geometry.out));
        }
        Ok((Tensor::from_op(Unfold(geometry), &[self], &shape)?, geometry.out))
    }

    /// The transpose of [`Tensor::columns`]: adds columns `[channels·taps, batch, out_h·out_w]` to images
    /// `[batch, channels, height, width]`. The shapes must fit the geometry.
    pub(crate) fn fold_columns(&self, geometry: Geometry) -> Result<Tensor> {
        let (channels, batch) = (self.shape()[0] / geometry.n_taps(), self.shape()[1]);
        let shape = [batch, channels, geometry.image[0], geometry.image[1]];
        if shape.contains(&0) || self.count() == 0 {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(Fold(geometry), &[self], &shape)
    }
}

struct Unfold(Geometry);

impl Op for Unfold {
    fn name(&self) -> &'static str {
        "unfold2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::unfold(inputs[0].data(), shape[1], &self.0, out);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::unfold2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(c.fold_columns(self.0)?)])
    }
}

/// Adds the patches back to an image (col2im): the transpose of [`Unfold`].
struct Fold(Geometry);

impl Op for Fold {
    fn name(&self) -> &'static str {
        "fold2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::fold(inputs[0].data(), shape[0], &self.0, out);
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::fold2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(Tensor::from_op(Unfold(self.0), &[c], inputs[0].shape())?)])
    }
}
