//! Matrix product, batched.

mod choice;
mod cpu;
mod gpu;
mod product;
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
        if let (1, Some(parts)) = (n_batch, long_sum_parts(&self.device(), rows * cols, inner)) {
            let part = inner / parts;
            let a = self.reshape(&[rows, parts, part])?.permute(&[1, 0, 2])?;
            let b = other.reshape(&[parts, part, cols])?;
            return Tensor::from_op(Matmul, &[&a, &b], &[parts, rows, cols])?.sum(0)?.reshape(&shape);
        }
        let a = self.broadcast_to(&[batch.as_slice(), &[rows, inner]].concat())?;
        let b = other.broadcast_to(&[batch.as_slice(), &[inner, cols]].concat())?;
        let (a, b) = (a.reshape(&[n_batch, rows, inner])?, b.reshape(&[n_batch, inner, cols])?);
        Tensor::from_op(Matmul, &[&a, &b], &[n_batch, rows, cols])?.reshape(&shape)
    }
}

/// Into how many products a long sum is cut on a GPU where few outputs would leave most of it idle (as in
/// the gradient of a weight, over all examples); the parts are summed after. A divisor of `inner`, `None` where
/// one product is as good.
fn long_sum_parts(device: &Device, n_out: usize, inner: usize) -> Option<usize> {
    // Shorter sums are not worth another kernel; an invocation computes 32 outputs, so that as many partial
    // sums keep 8,192 of them busy.
    const MIN_PART: usize = 128;
    const MAX_PARTIAL_SUMS: usize = 1 << 18;
    if matches!(device, Device::Cpu) || inner < 4 * MIN_PART {
        return None;
    }
    (2..=(inner / MIN_PART).min(MAX_PARTIAL_SUMS / n_out)).rev().find(|&parts| inner.is_multiple_of(parts))
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

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        cpu::matmul(&inputs[0], &inputs[1], shape, out)
    }

    fn run_gpu(&self, gpu: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        gpu::matmul(gpu, &inputs[0], &inputs[1], shape)
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
