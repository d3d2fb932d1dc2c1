//! Looking up rows of a table.

mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

impl Tensor {
    /// Rows of a table `[n_rows, width]` by index (an embedding) → `[indices.len(), width]`.
    /// Errors on an index that the table lacks.
    pub fn gather_rows(&self, indices: &[u32]) -> Result<Tensor> {
        let [n_rows, width] = *self.shape() else {
            return Err(Error::shape(
                "gather_rows",
                "a table [n_rows, width]",
                format!("{:?}", self.shape()),
            ));
        };
        let rows = index_tensor("gather_rows", indices, n_rows, &self.device())?;
        if indices.is_empty() || width == 0 {
            return Tensor::from_vec(Vec::new(), &[indices.len(), width], &self.device());
        }
        self.take_rows(&rows)
    }

    /// As [`Tensor::gather_rows`] with the indices in a tensor `[n]` of whole numbers. One that the
    /// table lacks is an error on the CPU; the GPU takes the last row.
    pub fn take_rows(&self, indices: &Tensor) -> Result<Tensor> {
        let ([n_rows, width], [n]) = (self.shape(), indices.shape()) else {
            let found = format!("{:?} and {:?}", self.shape(), indices.shape());
            return Err(Error::shape("take_rows", "a table [n_rows, width] and indices [n]", found));
        };
        if *n_rows == 0 || *n_rows > MAX_ROWS {
            return Err(Error::shape("take_rows", format!("1 to {MAX_ROWS} rows"), format!("{n_rows}")));
        }
        check_same_device("take_rows", &[self, indices])?;
        if *n == 0 || *width == 0 {
            return Tensor::full(0.0, &[*n, *width], &self.device());
        }
        Tensor::from_op(TakeRows, &[self, indices], &[*n, *width])
    }

    /// The transpose of [`Tensor::take_rows`]: adds row i of `self` `[n, width]` to row `indices[i]` of
    /// a table `[n_rows, width]` of zeros. In the order of i, so a device repeats itself to the bit.
    pub fn add_rows(&self, indices: &Tensor, n_rows: usize) -> Result<Tensor> {
        let ([n, width], [m]) = (self.shape(), indices.shape()) else {
            let found = format!("{:?} and {:?}", self.shape(), indices.shape());
            return Err(Error::shape("add_rows", "rows [n, width] and indices [n]", found));
        };
        if n != m || n_rows > MAX_ROWS {
            let expected = format!("{n} indices for {n} rows, and at most {MAX_ROWS} rows of the table");
            return Err(Error::shape("add_rows", expected, format!("{m} indices, {n_rows} rows")));
        }
        check_same_device("add_rows", &[self, indices])?;
        if *n == 0 || n_rows * width == 0 {
            return Tensor::full(0.0, &[n_rows, *width], &self.device());
        }
        Tensor::from_op(AddRows, &[self, indices], &[n_rows, *width])
    }
}

/// Whole numbers are exact in f32 up to here.
pub(super) const MAX_ROWS: usize = 1 << 24;

struct TakeRows;

impl Op for TakeRows {
    fn name(&self) -> &'static str {
        "take_rows"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n_rows, width) = (inputs[0].shape()[0], shape[1]);
        for (&index, out) in inputs[1].data().iter().zip(out.chunks_exact_mut(width)) {
            let row = check_index("take_rows", index, n_rows)?;
            out.copy_from_slice(&inputs[0].data()[row * width..][..width]);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::take_rows(&inputs[0], &inputs[1], shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(c.add_rows(&inputs[1], inputs[0].shape()[0])?), None])
    }
}

struct AddRows;

impl Op for AddRows {
    fn name(&self) -> &'static str {
        "add_rows"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n_rows, width) = (shape[0], shape[1]);
        out.fill(0.0);
        for (&index, row) in inputs[1].data().iter().zip(inputs[0].data().chunks_exact(width)) {
            let to = check_index("add_rows", index, n_rows)?;
            out[to * width..][..width].iter_mut().zip(row).for_each(|(out, &v)| *out += v);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::add_rows(&inputs[0], &inputs[1], shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(c.take_rows(&inputs[1])?), None])
    }
}

/// Indices as a tensor, all of them below `n_rows`.
pub(super) fn index_tensor(
    op: &'static str,
    indices: &[u32],
    n_rows: usize,
    device: &Device,
) -> Result<Tensor> {
    if let Some(bad) = indices.iter().find(|&&i| i as usize >= n_rows) {
        return Err(Error::shape(op, format!("indices below {n_rows}"), format!("index {bad}")));
    }
    Tensor::from_vec(indices.iter().map(|&i| i as f32).collect(), &[indices.len()], device)
}

pub(super) fn check_index(op: &'static str, index: f32, n_rows: usize) -> Result<usize> {
    if index >= 0.0 && index < n_rows as f32 && index.fract() == 0.0 {
        return Ok(index as usize);
    }
    Err(Error::shape(op, format!("whole indices below {n_rows}"), format!("{index}")))
}
