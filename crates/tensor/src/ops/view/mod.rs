//! Views: the same numbers seen in another way. Nothing is computed; whoever needs them without
//! gaps gets a copy, fused with what is computed from them.

use crate::element::Unary;
use crate::graph::{Source, View};
use crate::shape::count;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// The same numbers in row-major order under another shape of equal count.
    pub fn reshape(&self, shape: &[usize]) -> Result<Tensor> {
        if count(shape) != self.count() {
            return Err(Error::shape(
                "reshape",
                format!("a shape of {} elements", self.count()),
                format!("{shape:?} with {}", count(shape)),
            ));
        }
        if shape == self.shape() {
            return Ok(self.clone());
        }
        self.view(View::Reshape, shape)
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
        if order.is_sorted() {
            return Ok(self.clone());
        }
        let shape: Vec<usize> = order.iter().map(|&dim| self.shape()[dim]).collect();
        self.view(View::Permute(order.to_vec()), &shape)
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
        if len == size {
            return Ok(self.clone());
        }
        let mut shape = self.shape().to_vec();
        shape[dim] = len;
        self.view(View::Slice { dim, start }, &shape)
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
        if shape == self.shape() {
            return Ok(self.clone());
        }
        self.view(View::Broadcast, shape)
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
        let mut shape = self.shape().to_vec();
        shape.insert(dim, 1);
        self.reshape(&shape)
    }

    /// A copy in row-major order.
    pub fn contiguous(&self) -> Result<Tensor> {
        self.unary(Unary::Copy)
    }

    /// Dimension `dim` backwards.
    pub fn flip(&self, dim: usize) -> Result<Tensor> {
        self.check_dim("flip", dim)?;
        self.view(View::Flip(dim), self.shape())
    }

    /// Removes dimension `dim`, which must have size 1.
    pub fn squeeze(&self, dim: usize) -> Result<Tensor> {
        self.check_dim("squeeze", dim)?;
        if self.shape()[dim] != 1 {
            return Err(Error::shape(
                "squeeze",
                format!("size 1 in dimension {dim}"),
                format!("{:?}", self.shape()),
            ));
        }
        let mut shape = self.shape().to_vec();
        shape.remove(dim);
        self.reshape(&shape)
    }

    fn view(&self, view: View, shape: &[usize]) -> Result<Tensor> {
        Tensor::pending(Source::View(view, self.clone()), shape, &self.device())
    }
}
