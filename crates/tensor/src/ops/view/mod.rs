//! Views: reshape, permute, slice, broadcast. Free, except [`Tensor::contiguous`], which copies.

mod gpu;

use crate::shape::count;
use crate::tensor::Storage;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// The same numbers in row-major order under another shape of equal count.
    /// Free on a contiguous tensor, one copy otherwise.
    pub fn reshape(&self, shape: &[usize]) -> Result<Tensor> {
        if count(shape) != self.count() {
            return Err(Error::shape(
                "reshape",
                format!("a shape of {} elements", self.count()),
                format!("{shape:?} with {}", count(shape)),
            ));
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.reshape(shape)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::contiguous(x)?.reshaped(shape))),
        }
    }

    /// Dimensions in another order: `out[i_order[0], …] = self[i_0, …]`, as numpy's `transpose`.
    pub fn permute(&self, order: &[usize]) -> Result<Tensor> {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if !sorted.iter().copied().eq(0..self.rank()) {
            return Err(Error::shape(
                "permute",
                format!("an order of 0..{}", self.rank()),
                format!("{order:?}"),
            ));
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.permute(order)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(x.with_layout(x.layout.permute(order)))),
        }
    }

    /// Swaps the last two dimensions.
    pub fn transpose(&self) -> Result<Tensor> {
        let rank = self.rank();
        if rank < 2 {
            return Err(Error::shape("transpose", "at least 2 dimensions", format!("{:?}", self.shape())));
        }
        let mut order: Vec<usize> = (0..rank).collect();
        order.swap(rank - 2, rank - 1);
        self.permute(&order)
    }

    /// `len` entries of dimension `dim`, from `start`.
    pub fn slice(&self, dim: usize, start: usize, len: usize) -> Result<Tensor> {
        self.check_dim("slice", dim)?;
        let size = self.shape()[dim];
        if start.checked_add(len).is_none_or(|end| end > size) {
            return Err(Error::shape(
                "slice",
                format!("a range within the {size} entries of dimension {dim}"),
                format!("{len} entries from {start}"),
            ));
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.narrow(dim, start, len)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(x.with_layout(x.layout.slice(dim, start, len)))),
        }
    }

    /// Stretches dimensions of size 1 (and adds leading ones), as numpy's `broadcast_to`.
    pub fn broadcast_to(&self, shape: &[usize]) -> Result<Tensor> {
        if crate::shape::broadcast("broadcast_to", self.shape(), shape)? != shape {
            return Err(Error::shape(
                "broadcast_to",
                format!("a target of {:?}", self.shape()),
                format!("{shape:?}"),
            ));
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.broadcast_as(shape)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(x.with_layout(x.layout.broadcast_to(shape)))),
        }
    }

    /// Inserts a dimension of size 1 before `dim`.
    pub fn unsqueeze(&self, dim: usize) -> Result<Tensor> {
        if dim > self.rank() {
            return Err(Error::shape(
                "unsqueeze",
                format!("a place up to {}", self.rank()),
                format!("{dim}"),
            ));
        }
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.unsqueeze(dim)?)),
            Storage::Gpu(x) => {
                let mut layout = x.layout.clone();
                layout.shape.insert(dim, 1);
                layout.strides.insert(dim, 0);
                Ok(Tensor::from_gpu(x.with_layout(layout)))
            }
        }
    }

    /// Row-major storage: itself when it is so already, one copy otherwise.
    pub fn contiguous(&self) -> Result<Tensor> {
        match &self.storage {
            Storage::Cpu(x) => Ok(Tensor::from_cpu(x.contiguous()?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::contiguous(x)?)),
        }
    }
}
