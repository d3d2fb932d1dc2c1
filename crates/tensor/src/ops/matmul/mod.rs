//! Matrix product, batched.

mod cpu;
mod gpu;

use crate::shape::broadcast;
use crate::tensor::{Storage, check_same_device};
use crate::{Error, Result, Tensor};

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
        let with_batch = |last: [usize; 2]| [batch.as_slice(), &last].concat();
        let shape = with_batch([rows, cols]);
        if inner == 0 || shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        match (&self.storage, &other.storage) {
            (Storage::Gpu(a), Storage::Gpu(b)) => {
                let a = a.with_layout(a.layout.broadcast_to(&with_batch([rows, inner])));
                let b = b.with_layout(b.layout.broadcast_to(&with_batch([inner, cols])));
                Ok(Tensor::from_gpu(gpu::matmul(&a, &b, &shape)?))
            }
            (Storage::Cpu(a), Storage::Cpu(b)) => Ok(Tensor::from_cpu(cpu::matmul(a, b, &shape)?)),
            _ => unreachable!("both tensors were checked to be on one device"),
        }
    }
}
