//! The CPU call: shapes and strides that candle's product takes.

use candle_core as candle;

use crate::Result;

/// `a` `[…, rows, inner]` · `b` `[…, inner, cols]` → `shape`; nothing is empty. candle multiplies one
/// batch dimension of matrices of any stride, so leading dimensions are folded into one; only a view
/// that cannot fold is copied.
pub(super) fn matmul(a: &candle::Tensor, b: &candle::Tensor, shape: &[usize]) -> Result<candle::Tensor> {
    let rank = shape.len();
    let (batch, [rows, cols]) = (&shape[..rank - 2], [shape[rank - 2], shape[rank - 1]]);
    let inner = a.dims()[a.rank() - 1];
    let n_batch: usize = batch.iter().product();
    if b.elem_count() == inner * cols {
        // One matrix for all: the batch joins the rows, and the matrix is read once.
        let a = folded(&a.broadcast_as([batch, &[rows, inner]].concat())?, &[n_batch * rows, inner])?;
        return Ok(a.matmul(&folded(b, &[inner, cols])?)?.reshape(shape)?);
    }
    let a = folded(&a.broadcast_as([batch, &[rows, inner]].concat())?, &[n_batch, rows, inner])?;
    let mut b = folded(&b.broadcast_as([batch, &[inner, cols]].concat())?, &[n_batch, inner, cols])?;
    if b.stride()[0] == 0 {
        // candle folds such a batch into the rows of `a` without looking at how those lie.
        b = b.contiguous()?;
    }
    Ok(a.matmul(&b)?.reshape(shape)?)
}

/// As `reshape`, which copies a strided tensor even to its own shape.
fn folded(x: &candle::Tensor, shape: &[usize]) -> Result<candle::Tensor> {
    if x.dims() == shape { Ok(x.clone()) } else { Ok(x.reshape(shape)?) }
}
