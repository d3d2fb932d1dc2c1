//! The CPU call: candle's product on strided views.

use candle_core::backend::BackendStorage;
use candle_core::{CpuStorage, Layout as CandleLayout, Shape};

use crate::exec::CpuView;
use crate::shape::Layout;
use crate::{Error, Result};

/// `a` `[…, rows, inner]` · `b` `[…, inner, cols]` with at most one leading dimension; nothing is empty.
/// candle follows any stride that is not negative; a flipped view is copied first.
pub(super) fn matmul(a: &CpuView<'_>, b: &CpuView<'_>, shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
    let rank = shape.len();
    let (n_batch, rows, cols) = (if rank == 3 { shape[0] } else { 1 }, shape[rank - 2], shape[rank - 1]);
    let inner = a.shape()[rank - 1];
    let (own_a, own_b) = (unflipped(a, false), unflipped(b, true));
    let (a, a_layout) = operand(a, own_a.as_ref());
    let (b, b_layout) = operand(b, own_b.as_ref());
    match a.matmul(b, (n_batch, rows, cols, inner), &a_layout, &b_layout)? {
        CpuStorage::F32(product) => *out = product,
        other => return Err(Error::Cpu(format!("a product of f32 came as {:?}", other.dtype()))),
    }
    Ok(())
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
