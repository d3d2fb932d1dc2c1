//! Joining tensors along one dimension.

mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// The tensors one after another along `dim`; all other sizes must agree.
    pub fn concat(tensors: &[&Tensor], dim: usize) -> Result<Tensor> {
        let Some(first) = tensors.first() else {
            return Err(Error::shape("concat", "at least one tensor", "none"));
        };
        first.check_dim("concat", dim)?;
        check_same_device("concat", tensors)?;
        let mut shape = first.shape().to_vec();
        shape[dim] = 0;
        for tensor in tensors {
            let fits = tensor.rank() == first.rank()
                && tensor.shape().iter().enumerate().all(|(d, &size)| d == dim || size == shape[d]);
            if !fits {
                let expected = format!("{:?} but for dimension {dim}", first.shape());
                return Err(Error::shape("concat", expected, format!("{:?}", tensor.shape())));
            }
            shape[dim] += tensor.shape()[dim];
        }
        let parts: Vec<&Tensor> = tensors.iter().copied().filter(|t| t.count() > 0).collect();
        match parts.as_slice() {
            [] => Tensor::full(0.0, &shape, &first.device()),
            [only] => Ok((*only).clone()),
            parts => Tensor::from_op(Concat { dim }, parts, &shape),
        }
    }

    /// Zeros around the numbers: `before` and `after` along `dim`.
    pub fn pad(&self, dim: usize, before: usize, after: usize) -> Result<Tensor> {
        self.check_dim("pad", dim)?;
        let zeros = |size: usize| {
            let mut shape = self.shape().to_vec();
            shape[dim] = size;
            Tensor::full(0.0, &shape, &self.device())
        };
        Tensor::concat(&[&zeros(before)?, self, &zeros(after)?], dim)
    }

    /// The tensors, of equal shapes, along a new dimension `dim`.
    pub fn stack(tensors: &[&Tensor], dim: usize) -> Result<Tensor> {
        let parts: Vec<Tensor> = tensors.iter().map(|tensor| tensor.unsqueeze(dim)).collect::<Result<_>>()?;
        Tensor::concat(&parts.iter().collect::<Vec<_>>(), dim)
    }

    /// Moves entries along `dim` by `by` places towards the end; those that leave come in at the front.
    pub fn roll(&self, dim: usize, by: usize) -> Result<Tensor> {
        self.check_dim("roll", dim)?;
        let size = self.shape()[dim];
        if size == 0 || by.is_multiple_of(size) {
            return Ok(self.clone());
        }
        let cut = size - by % size;
        Tensor::concat(&[&self.slice(dim, cut, size - cut)?, &self.slice(dim, 0, cut)?], dim)
    }
}

struct Concat {
    dim: usize,
}

impl Op for Concat {
    fn name(&self) -> &'static str {
        "concat"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.dim]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let inner: usize = shape[self.dim + 1..].iter().product();
        let mut start = 0;
        for input in inputs {
            let block = input.shape()[self.dim] * inner;
            let blocks = out.chunks_exact_mut(shape[self.dim] * inner).zip(input.data().chunks_exact(block));
            blocks.for_each(|(out, part)| out[start..start + block].copy_from_slice(part));
            start += block;
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        gpu::concat(inputs, self.dim, shape)
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let mut start = 0;
        let part = |input: &Tensor| {
            let len = input.shape()[self.dim];
            start += len;
            Ok(Some(c.slice(self.dim, start - len, len)?))
        };
        inputs.iter().map(part).collect()
    }
}
