//! Sums, means and extremes along one dimension.

use crate::graph::{Reducer, Reduction, Source};
use crate::{Error, Result, Tensor};

impl Tensor {
    /// Sum along `dim`, which disappears. 0 over an empty dimension. CPU: f64 accumulation.
    pub fn sum(&self, dim: usize) -> Result<Tensor> {
        self.check_dim("sum", dim)?;
        reduce(self, dim, Reducer::Sum)
    }

    /// Mean along `dim`, which disappears. Errors on an empty dimension.
    pub fn mean(&self, dim: usize) -> Result<Tensor> {
        self.check_filled("mean", dim)?;
        self.sum(dim)?.scale(1.0 / self.shape()[dim] as f32)
    }

    /// Largest value along `dim`, which disappears. Errors on an empty dimension; ignores NaN. Equals
    /// share the gradient.
    pub fn max(&self, dim: usize) -> Result<Tensor> {
        self.check_filled("max", dim)?;
        reduce(self, dim, Reducer::Max)
    }

    /// Smallest value along `dim`, as [`Tensor::max`].
    pub fn min(&self, dim: usize) -> Result<Tensor> {
        self.check_filled("min", dim)?;
        reduce(self, dim, Reducer::Min)
    }

    /// Sum of all elements, shape `[]`.
    pub fn sum_all(&self) -> Result<Tensor> {
        self.reshape(&[self.count()])?.sum(0)
    }

    /// Mean of all elements, shape `[]`. Errors when there are none.
    pub fn mean_all(&self) -> Result<Tensor> {
        self.reshape(&[self.count()])?.mean(0)
    }

    /// Sum over the dimensions along which `shape` broadcasts to this tensor's shape: what
    /// [`Tensor::broadcast_to`] is undone by.
    pub fn sum_to(&self, shape: &[usize]) -> Result<Tensor> {
        if crate::shape::broadcast("sum_to", shape, self.shape())? != self.shape() {
            let found = format!("{shape:?}");
            return Err(Error::shape(
                "sum_to",
                format!("a shape that broadcasts to {:?}", self.shape()),
                found,
            ));
        }
        let missing = self.rank() - shape.len();
        let is_summed = |dim: usize| dim < missing || (shape[dim - missing] == 1 && self.shape()[dim] != 1);
        let mut out = self.clone();
        // Neighbouring summed dimensions are summed at once, from the last.
        let mut end = self.rank();
        while end > 0 {
            let start = (0..end).rev().take_while(|&dim| is_summed(dim)).last().unwrap_or(end);
            if start < end {
                let joined: usize = self.shape()[start..end].iter().product();
                let (lead, rest) = (&out.shape()[..start], &out.shape()[end..]);
                out = out.reshape(&[lead, &[joined], rest].concat())?.sum(start)?;
                let (lead, rest) = (&out.shape()[..start], &out.shape()[start..]);
                out = out.reshape(&[lead, &vec![1; end - start], rest].concat())?;
                end = start;
            } else {
                end -= 1;
            }
        }
        out.reshape(shape)
    }

    fn check_filled(&self, op: &'static str, dim: usize) -> Result<()> {
        self.check_dim(op, dim)?;
        if self.shape()[dim] == 0 {
            return Err(Error::shape(
                op,
                "at least one entry to reduce",
                format!("{:?} along {dim}", self.shape()),
            ));
        }
        Ok(())
    }
}

fn reduce(x: &Tensor, dim: usize, reducer: Reducer) -> Result<Tensor> {
    let (lead, rest) = (&x.shape()[..dim], &x.shape()[dim + 1..]);
    let shape = [lead, rest].concat();
    if x.count() == 0 {
        return Tensor::full(0.0, &shape, &x.device());
    }
    let reduction = Reduction {
        reducer,
        outer: lead.iter().product(),
        middle: x.shape()[dim],
        inner: rest.iter().product(),
    };
    Tensor::pending(Source::Reduce(reduction, x.clone()), &shape, &x.device())
}
