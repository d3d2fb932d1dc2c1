//! Sums and means of rows that belong together.

use crate::{Error, Result, Tensor};

impl Tensor {
    /// Sums the entries `[n, …]` that have one number in `ids` `[n]` → `[n_segments, …]`; zeros where a
    /// segment has none. The ids need not be sorted. In the order of the entries, so a device repeats
    /// itself to the bit; cost as [`Tensor::add_rows`].
    pub fn segment_sum(&self, ids: &Tensor, n_segments: usize) -> Result<Tensor> {
        let Some((&n, rest)) = self.shape().split_first() else {
            return Err(Error::shape("segment_sum", "entries [n, …]", "a scalar"));
        };
        if ids.shape() != [n] {
            return Err(Error::shape("segment_sum", format!("ids [{n}]"), format!("{:?}", ids.shape())));
        }
        let rows = self.reshape(&[n, rest.iter().product()])?;
        rows.add_rows(ids, n_segments)?.reshape(&[&[n_segments], rest].concat())
    }

    /// As [`Tensor::segment_sum`], divided by how many entries each segment has; zeros where it has none.
    pub fn segment_mean(&self, ids: &Tensor, n_segments: usize) -> Result<Tensor> {
        let sum = self.segment_sum(ids, n_segments)?;
        let one = Tensor::full(1.0, ids.shape(), &ids.device())?;
        let n_each = one.segment_sum(ids, n_segments)?.maximum(&Tensor::full(1.0, &[], &ids.device())?)?;
        let mut column = vec![1; self.rank()];
        column[0] = n_segments;
        sum.div(&n_each.reshape(&column)?)
    }
}
