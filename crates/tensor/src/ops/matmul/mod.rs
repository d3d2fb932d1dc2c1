//! Matrix product, batched.

mod choice;
pub(super) mod cpu;
pub(super) mod gpu;
pub(super) mod product;
mod tune;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::graph::{Source, View};
use crate::shape::{Layout, broadcast};
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

impl Tensor {
    /// `[…, rows, inner] · […, inner, cols] → […, rows, cols]`; leading dimensions broadcast.
    /// Transposed views are read in place; on the GPU at most 4 leading dimensions. Cost 2·batch·rows·inner·cols flops.
    pub fn matmul(&self, other: &Tensor) -> Result<Tensor> {
        check_same_device("matmul", &[self, other])?;
        let (a, b) = (self.shape(), other.shape());
        if a.len() < 2 || b.len() < 2 || a[a.len() - 1] != b[b.len() - 2] {
            return Err(Error::shape(
                "matmul",
                format!("[…, m, k] · […, k, n] with {a:?} first"),
                format!("{b:?}"),
            ));
        }
        let (rows, inner, cols) = (a[a.len() - 2], a[a.len() - 1], b[b.len() - 1]);
        let batch = broadcast("matmul", &a[..a.len() - 2], &b[..b.len() - 2])?;
        let n_batch: usize = batch.iter().product();
        let shape = [batch.as_slice(), &[rows, cols]].concat();
        if inner == 0 || shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        if b.len() == 2 {
            // One matrix for all: the batch joins the rows, and the matrix is read once.
            let joined = self.reshape(&[n_batch * rows, inner])?;
            return Tensor::from_op(Matmul, &[&joined, other], &[n_batch * rows, cols])?.reshape(&shape);
        }
        let a = self.broadcast_to(&[batch.as_slice(), &[rows, inner]].concat())?;
        let b = other.broadcast_to(&[batch.as_slice(), &[inner, cols]].concat())?;
        let (a, b) = (a.reshape(&[n_batch, rows, inner])?, b.reshape(&[n_batch, inner, cols])?);
        Tensor::from_op(Matmul, &[&a, &b], &[n_batch, rows, cols])?.reshape(&shape)
    }
}

/// `[rows, inner] · [inner, cols]`, or the same with one leading batch dimension.
struct Matmul;

impl Op for Matmul {
    fn name(&self) -> &'static str {
        "matmul"
    }

    fn takes_strided(&self, _: usize) -> bool {
        true
    }

    fn takes_finish(&self, _: &Device) -> bool {
        true
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::matmul(&inputs[0], &inputs[1], shape, out, &mut |_| {})
    }

    fn run_cpu_finished(
        &self,
        inputs: &[CpuView<'_>],
        shape: &[usize],
        out: &mut Vec<f32>,
        finish: &mut dyn FnMut(&mut [f32]),
    ) -> Result<()> {
        cpu::matmul(&inputs[0], &inputs[1], shape, out, finish)
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        gpu::matmul(gpu, &inputs[0], &inputs[1], shape, shape[shape.len() - 1])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (a, b) = (&inputs[0], &inputs[1]);
        // Where b is a transposed view (a layer's weight), its gradient is computed transposed too: to be
        // seen back it then needs no copy.
        let of_b = match b.node.source().as_deref() {
            Some(Source::View(View::Permute(_), _)) => c.transpose()?.matmul(a)?.transpose()?,
            _ => a.transpose()?.matmul(c)?,
        };
        Ok(vec![Some(c.matmul(&b.transpose()?)?), Some(of_b)])
    }
}
