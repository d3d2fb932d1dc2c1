//! How far rows are from one another: every row of one tensor with every row of another.

mod gpu;
mod manhattan;

use crate::{Error, Result, Tensor};

impl Tensor {
    /// Squared Euclidean distances: `[…, n, d]` and `[…, m, d]` → `[…, n, m]`, as |x|² + |y|² − 2 x·y,
    /// not below 0. One product, hence fast, but what cancels is lost: the error is about 1e-7 (|x|² +
    /// |y|²), so subtract a common mean first where rows lie close together and far from zero.
    pub fn squared_distances(&self, other: &Tensor) -> Result<Tensor> {
        check_rows("squared_distances", self, other)?;
        let last = |x: &Tensor| x.rank() - 1;
        let own = self.square()?.sum(last(self))?;
        let own = own.unsqueeze(own.rank())?;
        let others = other.square()?.sum(last(other))?;
        let others = others.unsqueeze(others.rank() - 1)?;
        own.add(&others)?.add(&self.matmul(&other.transpose()?)?.scale(-2.0)?)?.relu()
    }

    /// Euclidean distances, the root of [`Tensor::squared_distances`]; error about 3e-4 |x| where rows
    /// are equal. The gradient is 0 where the distance is.
    pub fn distances(&self, other: &Tensor) -> Result<Tensor> {
        let squared = self.squared_distances(other)?;
        let at = |value| Tensor::full(value, &[], &self.device());
        let is_apart = at(0.0)?.less(&squared)?;
        is_apart.select(&is_apart.select(&squared, &at(1.0)?)?.sqrt()?, &at(0.0)?)
    }

    /// Cosines of the angles between rows: `[…, n, d]` and `[…, m, d]` → `[…, n, m]`. A row shorter than
    /// 1e-8 counts as that long, as in torch, so that a row of zeros gives zeros.
    pub fn cosine_similarities(&self, other: &Tensor) -> Result<Tensor> {
        check_rows("cosine_similarities", self, other)?;
        unit_rows(self)?.matmul(&unit_rows(other)?.transpose()?)
    }

    /// Manhattan distances Σ |x − y|: `[n, d]` and `[m, d]` → `[n, m]`. CPU: f64 sums. Gradient 0 where
    /// two numbers are equal.
    pub fn manhattan_distances(&self, other: &Tensor) -> Result<Tensor> {
        check_rows("manhattan_distances", self, other)?;
        if self.rank() != 2 || other.rank() != 2 {
            let found = format!("{:?} and {:?}", self.shape(), other.shape());
            return Err(Error::shape("manhattan_distances", "[n, d] and [m, d]", found));
        }
        let shape = [self.shape()[0], other.shape()[0]];
        if self.count() == 0 || other.count() == 0 {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(manhattan::Manhattan, &[self, other], &shape)
    }
}

fn check_rows(op: &'static str, a: &Tensor, b: &Tensor) -> Result<()> {
    crate::tensor::check_same_device(op, &[a, b])?;
    if a.rank() >= 2 && b.rank() >= 2 && a.shape().last() == b.shape().last() {
        return Ok(());
    }
    Err(Error::shape(op, "[…, n, d] and […, m, d]", format!("{:?} and {:?}", a.shape(), b.shape())))
}

/// Rows of length 1; ones shorter than 1e-8 are divided by that.
fn unit_rows(x: &Tensor) -> Result<Tensor> {
    let last = x.rank() - 1;
    let smallest = Tensor::full(1e-16, &[], &x.device())?;
    x.div(&x.square()?.sum(last)?.maximum(&smallest)?.sqrt()?.unsqueeze(last)?)
}
