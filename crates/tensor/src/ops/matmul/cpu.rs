//! The CPU calls: in wasm the loops of `product`, natively candle's product, whose kernels use what the
//! machine at hand offers beyond SSE2.

use candle_core::backend::BackendStorage;
use candle_core::{CpuStorage, Layout as CandleLayout, Shape};
use rayon::prelude::*;

use super::product::{Matrix, Panels, multiply};
use crate::exec::CpuView;
use crate::shape::Layout;
use crate::{Error, Result};

/// Multiplications from which a batch is shared among threads: what takes less is done before they have started.
const WORTH_THREADS: usize = 1 << 20;

/// `a` `[…, rows, inner]` · `b` `[…, inner, cols]` with at most one leading dimension; nothing is empty.
/// Calls `finish` on consecutive parts of `out`.
pub(in crate::ops) fn matmul(
    a: &CpuView<'_>,
    b: &CpuView<'_>,
    shape: &[usize],
    out: &mut Vec<f32>,
    finish: &mut dyn FnMut(&mut [f32]),
) -> Result<()> {
    if cfg!(target_arch = "wasm32") {
        by_loops(a, b, shape, out, finish);
    } else {
        by_candle(a, b, shape, out)?;
        finish(out);
    }
    Ok(())
}

fn by_loops(
    a: &CpuView<'_>,
    b: &CpuView<'_>,
    shape: &[usize],
    out: &mut [f32],
    finish: &mut dyn FnMut(&mut [f32]),
) {
    let rank = shape.len();
    let sizes = [shape[rank - 2], a.shape()[rank - 1], shape[rank - 1]];
    let mut panels = Panels::default();
    for (batch, out) in out.chunks_exact_mut(sizes[0] * sizes[2]).enumerate() {
        multiply(sizes, matrix(a, batch), matrix(b, batch), out, &mut panels, finish);
    }
}

/// One matrix of a batch.
fn matrix<'a>(x: &CpuView<'a>, batch: usize) -> Matrix<'a> {
    let strides = &x.layout.strides;
    let rank = strides.len();
    let skip = if rank == 3 { strides[0] * batch as isize } else { 0 };
    Matrix {
        data: x.whole().data(),
        offset: x.layout.offset as isize + skip,
        row_stride: strides[rank - 2],
        col_stride: strides[rank - 1],
    }
}

/// candle follows any stride that is not negative; a flipped view is copied first.
fn by_candle(a: &CpuView<'_>, b: &CpuView<'_>, shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
    let rank = shape.len();
    let (n_batch, rows, cols) = (if rank == 3 { shape[0] } else { 1 }, shape[rank - 2], shape[rank - 1]);
    let inner = a.shape()[rank - 1];
    let (own_a, own_b) = (unflipped(a, false), unflipped(b, true));
    let (a, a_layout) = operand(a, own_a.as_ref());
    let (b, b_layout) = operand(b, own_b.as_ref());
    let product = |n_batch: usize, a_layout: &CandleLayout, b_layout: &CandleLayout| match a.matmul(
        b,
        (n_batch, rows, cols, inner),
        a_layout,
        b_layout,
    )? {
        CpuStorage::F32(product) => Ok(product),
        other => Err(Error::Cpu(format!("a product of f32 came as {:?}", other.dtype()))),
    };
    if n_batch < 2 || n_batch * rows * cols * inner < WORTH_THREADS {
        *out = product(n_batch, &a_layout, &b_layout)?;
        return Ok(());
    }
    // candle goes through a batch on one thread.
    let each = n_batch.div_ceil(rayon::current_num_threads());
    out.par_chunks_mut(each * rows * cols).enumerate().try_for_each(|(part, out)| {
        let count = out.len() / (rows * cols);
        let of_part = |layout: &CandleLayout| layout.narrow(0, part * each, count);
        out.copy_from_slice(&product(count, &of_part(&a_layout)?, &of_part(&b_layout)?)?);
        Ok(())
    })
}

/// A copy of a view that candle cannot follow: one that runs backwards, or, as the second operand, a batch
/// that repeats (candle joins the first operand's batch to its rows then, as if those were not strided).
fn unflipped(x: &CpuView<'_>, is_second: bool) -> Option<CpuStorage> {
    let Layout { shape, strides, .. } = x.layout;
    let repeats = is_second && shape.len() == 3 && strides[0] == 0 && shape[0] > 1;
    if !repeats && strides.iter().all(|&stride| stride >= 0) {
        return None;
    }
    let data = x.whole().data();
    Some(CpuStorage::F32((0..x.layout.count()).map(|i| data[x.layout.place(i)]).collect()))
}

fn operand<'a>(x: &'a CpuView<'_>, own: Option<&'a CpuStorage>) -> (&'a CpuStorage, CandleLayout) {
    match own {
        Some(copy) => (copy, CandleLayout::contiguous(Shape::from(x.shape()))),
        None => {
            let strides = x.layout.strides.iter().map(|&stride| stride as usize).collect();
            (x.whole().storage(), CandleLayout::new(Shape::from(x.shape()), strides, x.layout.offset))
        }
    }
}
