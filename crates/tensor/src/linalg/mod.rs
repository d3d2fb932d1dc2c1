//! Linear algebra: decompositions and solves by faer, on the CPU only, one file each.
//!
//! Matrices are the last two dimensions, leading ones are a batch that is looped over. Numbers come
//! and go as f32 and are computed in f64 on one thread. A tensor on a graphics device is refused with
//! [`Error::CpuOnly`]: a decomposition there would need a read-back in the middle of a graph. What
//! only numbers can tell (a matrix that is singular, or holds NaN) is [`Error::Numbers`], and comes when
//! the tensor is evaluated. Gradients are further tensor ops, so that gradients of gradients exist.
//!
//! A decomposition with several results is one node with a flat output, of which they are views.

mod cholesky;
mod determinant;
mod eigh;
mod least_squares;
mod matrices;
mod qr;
mod solve;
mod svd;
mod triangular;

pub use determinant::LogDeterminant;
pub use eigh::SymmetricEigen;
pub use qr::Qr;
pub use svd::Svd;
pub use triangular::Triangle;

use crate::gpu::Dispatch;
use crate::shape::broadcast;
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

/// Values this near to each other, relative to their sum, count as equal where a gradient would divide
/// by their difference: about eight of f32's steps, within which f32 results cannot tell them apart.
const CLOSE: f32 = 1e-6;

/// Fails unless `x` is a matrix or a batch of them, on the CPU.
fn check_matrices(op: &'static str, x: &Tensor) -> Result<()> {
    if !matches!(x.device(), Device::Cpu) {
        return cpu_only(op);
    }
    if x.rank() < 2 {
        return Err(Error::shape(op, "matrices […, rows, cols]", format!("{:?}", x.shape())));
    }
    Ok(())
}

/// Fails unless `x` is a square matrix or a batch of them, on the CPU.
fn check_square(op: &'static str, x: &Tensor) -> Result<()> {
    check_matrices(op, x)?;
    if x.shape()[x.rank() - 1] != x.shape()[x.rank() - 2] {
        return Err(Error::shape(op, "square matrices […, n, n]", format!("{:?}", x.shape())));
    }
    Ok(())
}

/// Both with leading dimensions broadcast to the same, for a system of equations whose `a` and `b` must
/// have equally many rows.
fn system(op: &'static str, a: &Tensor, b: &Tensor) -> Result<(Tensor, Tensor)> {
    check_same_device(op, &[a, b])?;
    check_matrices(op, b)?;
    let ([lead_a @ .., rows, n], [lead_b @ .., rows_b, k]) = (a.shape(), b.shape()) else {
        return Err(Error::shape(op, "matrices […, rows, cols]", format!("{:?}", a.shape())));
    };
    if rows != rows_b {
        let expected = format!("a right side […, {rows}, k] for matrices {:?}", a.shape());
        return Err(Error::shape(op, expected, format!("{:?}", b.shape())));
    }
    let lead = broadcast(op, lead_a, lead_b)?;
    let stretch = |x: &Tensor, cols: usize| x.broadcast_to(&[lead.as_slice(), &[*rows, cols]].concat());
    Ok((stretch(a, *n)?, stretch(b, *k)?))
}

/// What the kernels of these ops are on a graphics device.
fn cpu_only<T>(op: &'static str) -> Result<T> {
    Err(Error::CpuOnly { op })
}

/// `run_gpu` of every op here; the public methods refuse earlier.
fn no_kernel(op: &'static str) -> Result<Vec<Dispatch>> {
    cpu_only(op)
}

/// Tensors of these shapes that lie one after another in a flat one.
fn unpack<const N: usize>(packed: &Tensor, shapes: [&[usize]; N]) -> Result<[Tensor; N]> {
    let mut parts = [const { None }; N];
    let mut start = 0;
    for (part, shape) in parts.iter_mut().zip(shapes) {
        let len = shape.iter().product();
        *part = Some(packed.slice(0, start, len)?.reshape(shape)?);
        start += len;
    }
    // Every part was just filled.
    Ok(parts.map(|part| part.unwrap_or_else(|| packed.clone())))
}

/// A part of a matrix, the diagonal included.
#[derive(Clone, Copy)]
enum Part {
    Lower,
    Upper,
    Diagonal,
}

/// 1 in that part, else 0: `[rows, cols]`.
fn mask(part: Part, rows: usize, cols: usize, device: &Device) -> Result<Tensor> {
    let (row, col) = (Tensor::index(&[rows, 1], device)?, Tensor::index(&[cols], device)?);
    match part {
        Part::Lower => col.less_equal(&row),
        Part::Upper => row.less_equal(&col),
        Part::Diagonal => row.equal(&col),
    }
}

/// The part of each matrix, the rest 0.
fn only(part: Part, x: &Tensor) -> Result<Tensor> {
    x.mul(&mask(part, x.shape()[x.rank() - 2], x.shape()[x.rank() - 1], &x.device())?)
}

/// `[…, n] → […, n, n]`.
fn diagonal_matrices(x: &Tensor) -> Result<Tensor> {
    let n = x.shape()[x.rank() - 1];
    x.unsqueeze(x.rank())?.mul(&mask(Part::Diagonal, n, n, &x.device())?)
}

/// `(x + xᵀ) / 2`.
fn symmetric(x: &Tensor) -> Result<Tensor> {
    x.add(&x.transpose()?)?.scale(0.5)
}

/// `1 / x`, and 0 where `is_zero` is not 0; no infinity appears on the way.
fn guarded_recip(x: &Tensor, is_zero: &Tensor) -> Result<Tensor> {
    let at = |value| Tensor::full(value, &[], &x.device());
    is_zero.select(&at(0.0)?, &is_zero.select(&at(1.0)?, x)?.recip()?)
}
