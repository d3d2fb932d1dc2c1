//! Sorting along a dimension.

mod gpu;

use super::Op;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Error, Result, Tensor};

/// Numbers in order, and where they were.
pub struct Sorted {
    /// The numbers; differentiable.
    pub values: Tensor,
    /// The place of each along the sorted dimension.
    pub indices: Tensor,
}

/// Places are exact in f32 up to here.
const MAX_LINE: usize = 1 << 24;

impl Tensor {
    /// The places along `dim` in the order of their numbers: `self.take(dim, &order)` is sorted. Stable:
    /// equals (−0 and 0 are) keep their order, in both directions. NaN comes last, in both directions.
    /// Keeps the shape; no gradient. Cost of a line of n: n log n on the CPU; n log² n on the GPU, in one
    /// kernel up to n = 1024, else in about ½ (log₂ n − 9)² of them (66 for a million).
    pub fn argsort(&self, dim: usize, is_descending: bool) -> Result<Tensor> {
        self.check_dim("argsort", dim)?;
        let size = self.shape()[dim];
        if size > MAX_LINE {
            return Err(Error::shape("argsort", format!("at most {MAX_LINE} entries"), format!("{size}")));
        }
        if self.count() == 0 {
            return Ok(self.clone());
        }
        let last = self.rank() - 1;
        let mut order: Vec<usize> = (0..=last).collect();
        order.swap(dim, last);
        let x = self.detach()?.permute(&order)?;
        Tensor::from_op(ArgSort { is_descending }, &[&x], x.shape())?.permute(&order)
    }

    /// Sorts along `dim`, as [`Tensor::argsort`] does.
    pub fn sort(&self, dim: usize, is_descending: bool) -> Result<Sorted> {
        let indices = self.argsort(dim, is_descending)?;
        Ok(Sorted { values: self.take_permuted(dim, &indices)?, indices })
    }

    /// The `k` largest along `dim`, largest first, the first of equals first; that dimension gets size k.
    /// NaN counts as smallest. Cost: that of [`Tensor::sort`]. Errors when there are fewer than k.
    pub fn top_k(&self, dim: usize, k: usize) -> Result<Sorted> {
        self.check_dim("top_k", dim)?;
        let size = self.shape()[dim];
        if k > size {
            return Err(Error::shape(
                "top_k",
                format!("at most the {size} entries of dimension {dim}"),
                format!("{k}"),
            ));
        }
        let indices = self.argsort(dim, true)?.slice(dim, 0, k)?;
        Ok(Sorted { values: self.take(dim, &indices)?, indices })
    }
}

/// The places of `[…, n]` in order, row by row.
struct ArgSort {
    is_descending: bool,
}

impl Op for ArgSort {
    fn name(&self) -> &'static str {
        "argsort"
    }

    fn key(&self) -> Vec<usize> {
        vec![usize::from(self.is_descending)]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let width = shape[shape.len() - 1];
        let mut line: Vec<u64> = Vec::with_capacity(width);
        for (x, out) in inputs[0].data().chunks_exact(width).zip(out.chunks_exact_mut(width)) {
            line.clear();
            // With the place in the low half no two are equal, which makes the order stable.
            line.extend(
                x.iter().zip(0u64..).map(|(&x, place)| u64::from(rank(x, self.is_descending)) << 32 | place),
            );
            line.sort_unstable();
            for (out, &entry) in out.iter_mut().zip(&line) {
                *out = entry as u32 as f32;
            }
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(gpu::argsort(&inputs[0], shape[shape.len() - 1], self.is_descending))
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, _: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![None])
    }
}

/// A whole number that orders as the number does; the largest for NaN. As `rank` in the kernels.
fn rank(x: f32, is_descending: bool) -> u32 {
    let bits = x.to_bits();
    let size = bits & 0x7FFF_FFFF;
    if size > 0x7F80_0000 {
        return u32::MAX;
    }
    // −0 as 0.
    let bits = if size == 0 { 0 } else { bits };
    let up = if bits >> 31 == 1 { !bits } else { bits | 0x8000_0000 };
    if is_descending { !up } else { up }
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn ranks_order_as_numbers_do_and_nan_is_last() {
        let up = [f32::NEG_INFINITY, -2.0, -1e-40, 0.0, 1e-40, 1.0, f32::INFINITY];
        assert!(up.windows(2).all(|pair| rank(pair[0], false) < rank(pair[1], false)));
        assert!(up.windows(2).all(|pair| rank(pair[0], true) > rank(pair[1], true)));
        for is_descending in [false, true] {
            assert_eq!(rank(-0.0, is_descending), rank(0.0, is_descending));
            assert!(up.iter().all(|&x| rank(x, is_descending) < rank(-f32::NAN, is_descending)));
        }
    }
}
