//! Picking numbers by index along one dimension, and the transpose: adding them there.

mod cpu;
mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

/// Whole numbers are exact in f32 up to here.
const MAX_INDEX: usize = 1 << 24;

impl Tensor {
    /// `out[…, j, …] = self[…, indices[…, j, …], …]`, j along `dim` (torch's `gather`). The output has the
    /// shape of `indices`, whose other sizes may be below those of `self`. An index that is none is an
    /// error on the CPU; the GPU takes the last entry. The gradient is [`Tensor::scatter_add`].
    pub fn take(&self, dim: usize, indices: &Tensor) -> Result<Tensor> {
        self.take_by("take", dim, indices, false)
    }

    /// As [`Tensor::take`] where each line of `indices` holds every place once, so that the gradient is a
    /// take by the inverse order.
    pub(crate) fn take_permuted(&self, dim: usize, indices: &Tensor) -> Result<Tensor> {
        self.take_by("take", dim, indices, true)
    }

    fn take_by(
        &self,
        op: &'static str,
        dim: usize,
        indices: &Tensor,
        is_permutation: bool,
    ) -> Result<Tensor> {
        self.check_indexed(op, dim)?;
        check_same_device(op, &[self, indices])?;
        let fits = |(d, (&own, &wanted)): (usize, (&usize, &usize))| d == dim || wanted <= own;
        let sizes = self.shape().iter().zip(indices.shape()).enumerate();
        if indices.rank() != self.rank() || !sizes.clone().all(fits) {
            let expected = format!("indices within {:?} but for dimension {dim}", self.shape());
            return Err(Error::shape(op, expected, format!("{:?}", indices.shape())));
        }
        let mut x = self.clone();
        for (d, (_, &wanted)) in sizes {
            if d != dim {
                x = x.slice(d, 0, wanted)?;
            }
        }
        x.take_checked(Take { dim, is_shared: false, is_permutation }, indices, indices.shape())
    }

    /// The entries `indices` `[n]` along `dim`, which then has size n; one that is none, as in
    /// [`Tensor::take`].
    pub fn index_select(&self, dim: usize, indices: &Tensor) -> Result<Tensor> {
        self.check_indexed("index_select", dim)?;
        check_same_device("index_select", &[self, indices])?;
        let [n] = *indices.shape() else {
            return Err(Error::shape("index_select", "indices [n]", format!("{:?}", indices.shape())));
        };
        let mut shape = self.shape().to_vec();
        shape[dim] = n;
        self.take_checked(Take { dim, is_shared: true, is_permutation: false }, indices, &shape)
    }

    fn take_checked(&self, op: Take, indices: &Tensor, shape: &[usize]) -> Result<Tensor> {
        if shape.contains(&0) {
            return Tensor::full(0.0, shape, &self.device());
        }
        if self.shape()[op.dim] == 0 {
            let found = format!("{:?} along {}", self.shape(), op.dim);
            return Err(Error::shape(op.name(), "at least one entry to take", found));
        }
        Tensor::from_op(op, &[self, indices], shape)
    }

    /// `out[…, indices[…, j, …], …] += self[…, j, …]` on zeros with `size` entries along `dim` (torch's
    /// `scatter_add`); `indices` has the shape of `self`. Adds in the order of j, so a device repeats itself
    /// to the bit. Cost on the GPU: elements of the output × entries along `dim`.
    pub fn scatter_add(&self, dim: usize, indices: &Tensor, size: usize) -> Result<Tensor> {
        self.check_indexed("scatter_add", dim)?;
        check_same_device("scatter_add", &[self, indices])?;
        if indices.shape() != self.shape() {
            let found = format!("{:?}", indices.shape());
            return Err(Error::shape("scatter_add", format!("indices {:?}", self.shape()), found));
        }
        self.scatter(ScatterAdd { dim, is_shared: false }, indices, size)
    }

    fn scatter(&self, op: ScatterAdd, indices: &Tensor, size: usize) -> Result<Tensor> {
        let mut shape = self.shape().to_vec();
        shape[op.dim] = size;
        if self.count() == 0 || shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(op, &[self, indices], &shape)
    }

    fn check_indexed(&self, op: &'static str, dim: usize) -> Result<()> {
        self.check_dim(op, dim)?;
        let size = self.shape()[dim];
        if size > MAX_INDEX {
            return Err(Error::shape(op, format!("at most {MAX_INDEX} entries"), format!("{size}")));
        }
        Ok(())
    }
}

/// `[outer, n, inner]` by indices `[outer, m, inner]`, or `[m]` where shared → `[outer, m, inner]`.
struct Take {
    dim: usize,
    is_shared: bool,
    is_permutation: bool,
}

impl Op for Take {
    fn name(&self) -> &'static str {
        "take"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.dim, usize::from(self.is_shared)]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let sizes = Sizes::new(self.dim, inputs[0].shape(), shape);
        cpu::take(inputs[0].data(), inputs[1].data(), &sizes, self.is_shared, out)
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        let sizes = Sizes::new(self.dim, &inputs[0].shape, shape);
        Ok(vec![gpu::take(&inputs[0], &inputs[1], &sizes, self.is_shared)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (dim, is_shared) = (self.dim, self.is_shared);
        let of_x = if self.is_permutation {
            c.take_permuted(dim, &inputs[1].argsort(dim, false)?)?
        } else {
            c.scatter(ScatterAdd { dim, is_shared }, &inputs[1], inputs[0].shape()[dim])?
        };
        Ok(vec![Some(of_x), None])
    }
}

/// The transpose of [`Take`].
struct ScatterAdd {
    dim: usize,
    is_shared: bool,
}

impl Op for ScatterAdd {
    fn name(&self) -> &'static str {
        "scatter_add"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.dim, usize::from(self.is_shared)]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let sizes = Sizes::new(self.dim, shape, inputs[0].shape());
        cpu::scatter_add(inputs[0].data(), inputs[1].data(), &sizes, self.is_shared, out)
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        let sizes = Sizes::new(self.dim, shape, &inputs[0].shape);
        Ok(vec![gpu::scatter_add(&inputs[0], &inputs[1], &sizes, self.is_shared)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let take = Take { dim: self.dim, is_shared: self.is_shared, is_permutation: false };
        Ok(vec![Some(c.take_checked(take, &inputs[1], inputs[0].shape())?), None])
    }
}

/// A table `[outer, n, inner]` and what is picked from it, `[outer, m, inner]`.
struct Sizes {
    outer: usize,
    n: usize,
    m: usize,
    inner: usize,
}

impl Sizes {
    fn new(dim: usize, table: &[usize], picked: &[usize]) -> Self {
        let outer = table[..dim].iter().product();
        let inner = table[dim + 1..].iter().product();
        Self { outer, n: table[dim], m: picked[dim], inner }
    }
}
