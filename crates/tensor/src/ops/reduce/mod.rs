//! Sums, means and maxima along one dimension.

mod gpu;

use candle_core as candle;

use crate::tensor::Storage;
use crate::{Error, Result, Tensor};

/// The reductions, in the order that `reduce.wgsl` numbers them.
#[derive(Clone, Copy)]
enum Function {
    Sum,
    Max,
}

impl Tensor {
    /// Sum along `dim`, which disappears. 0 over an empty dimension. CPU: f64 accumulation.
    pub fn sum(&self, dim: usize) -> Result<Tensor> {
        apply(self, dim, Function::Sum, "sum")
    }

    /// Mean along `dim`, which disappears. Errors on an empty dimension.
    pub fn mean(&self, dim: usize) -> Result<Tensor> {
        self.check_filled("mean", dim)?;
        self.sum(dim)?.scale(1.0 / self.shape()[dim] as f32)
    }

    /// Largest value along `dim`, which disappears. Errors on an empty dimension; ignores NaN.
    pub fn max(&self, dim: usize) -> Result<Tensor> {
        self.check_filled("max", dim)?;
        apply(self, dim, Function::Max, "max")
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

fn apply(x: &Tensor, dim: usize, function: Function, op: &'static str) -> Result<Tensor> {
    x.check_dim(op, dim)?;
    let mut order: Vec<usize> = (0..x.rank()).filter(|&d| d != dim).collect();
    let shape: Vec<usize> = order.iter().map(|&d| x.shape()[d]).collect();
    order.push(dim);
    if x.count() == 0 {
        return Tensor::full(0.0, &shape, &x.device());
    }
    let rows = x.permute(&order)?.contiguous()?;
    match &rows.storage {
        Storage::Cpu(rows) => Ok(Tensor::from_cpu(on_cpu(rows, &shape, x.shape()[dim], function)?)),
        Storage::Gpu(rows) => Ok(Tensor::from_gpu(gpu::reduce(rows, &shape, function)?)),
    }
}

fn on_cpu(
    rows: &candle::Tensor,
    shape: &[usize],
    width: usize,
    function: Function,
) -> Result<candle::Tensor> {
    let data = crate::cpu::with_slice(rows, |data| {
        data.chunks_exact(width)
            .map(|row| match function {
                Function::Sum => row.iter().map(|&v| f64::from(v)).sum::<f64>() as f32,
                Function::Max => row.iter().copied().fold(f32::NEG_INFINITY, f32::max),
            })
            .collect()
    })?;
    crate::cpu::tensor_from(data, shape)
}
