//! QR decomposition.

use super::matrices::{each, size, write};
use super::{Part, Triangle, check_matrices, no_kernel, only, unpack};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

/// `q · r`, with k = min(rows, cols).
pub struct Qr {
    /// Orthonormal columns: `[…, rows, k]`.
    pub q: Tensor,
    /// Upper triangular, or trapezoidal where the matrix is wide: `[…, k, cols]`. No negative diagonal.
    pub r: Tensor,
}

impl Tensor {
    /// The thin QR decomposition of matrices `[…, rows, cols]` by Householder's reflections, with the
    /// signs that make r's diagonal positive; so it is unique where the first k columns are independent.
    ///
    /// Gradient: Walter & Lehmann 2012 (as Roberts & Roberts 2020, §3, give it for wide ones). It needs
    /// the first k columns to be independent, and fails at a triangular solve where they are not.
    /// Cost: about 4·rows·cols·k flops in f64.
    ///
    /// # Errors
    /// Not matrices, not on the CPU; when evaluated: numbers that are not finite.
    pub fn qr(&self) -> Result<Qr> {
        check_matrices("qr", self)?;
        let [q, r] = shapes(self.shape());
        if self.count() == 0 {
            let empty = |shape: &[usize]| Tensor::full(0.0, shape, &self.device());
            return Ok(Qr { q: empty(&q)?, r: empty(&r)? });
        }
        let count = q.iter().product::<usize>() + r.iter().product::<usize>();
        let packed = Tensor::from_op(QrOp, &[self], &[count])?;
        let [q, r] = unpack(&packed, [&q, &r])?;
        Ok(Qr { q, r })
    }
}

/// Shapes of q and r.
fn shapes(shape: &[usize]) -> [Vec<usize>; 2] {
    let (lead, (rows, cols)) = (&shape[..shape.len() - 2], size(shape));
    let k = rows.min(cols);
    [[lead, &[rows, k]].concat(), [lead, &[k, cols]].concat()]
}

struct QrOp;

impl Op for QrOp {
    fn name(&self) -> &'static str {
        "qr"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (rows, cols) = size(inputs[0].shape());
        let k = rows.min(cols);
        let n_matrices = inputs[0].data().len() / (rows * cols);
        let (q_out, r_out) = out.split_at_mut(n_matrices * rows * k);
        let parts = q_out.chunks_exact_mut(rows * k).zip(r_out.chunks_exact_mut(k * cols));
        for (a, (q_out, r_out)) in each(self.name(), &inputs[0]).zip(parts) {
            let qr = a?.qr();
            let (mut q, mut r) = (qr.compute_thin_Q(), qr.thin_R().to_owned());
            for i in (0..k).filter(|&i| qr.thin_R()[(i, i)] < 0.0) {
                q.col_mut(i).iter_mut().for_each(|value| *value = -*value);
                // Not below the diagonal, so that zeros there stay positive.
                (i..cols).for_each(|j| r[(i, j)] = -r[(i, j)]);
            }
            write(q.as_ref(), q_out);
            write(r.as_ref(), r_out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// Tall: (Q̄ + Q copyltu(R R̄ᵀ … )) R⁻ᵀ, see [`of_tall`]. Wide, with A = [X Y] and R = [U W], X and U
    /// square: W = Qᵀ Y, so that Y adds Y W̄ᵀ to Q̄, and its own gradient is Q W̄.
    fn gradient(&self, inputs: &[Tensor], output: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let [q_shape, r_shape] = shapes(inputs[0].shape());
        let parts = |packed: &Tensor| unpack(packed, [&q_shape, &r_shape]);
        let ([q, r], [of_q, of_r]) = (parts(output)?, parts(c)?);
        let (rows, cols) = size(inputs[0].shape());
        if rows >= cols {
            return Ok(vec![Some(of_tall(&q, &r, &of_q, &of_r)?)]);
        }
        let last = r.rank() - 1;
        let left = |x: &Tensor| x.slice(last, 0, rows);
        let right = |x: &Tensor| x.slice(last, rows, cols - rows);
        let of_w = right(&of_r)?;
        let of_q = of_q.add(&right(&inputs[0])?.matmul(&of_w.transpose()?)?)?;
        let of_x = of_tall(&q, &left(&r)?, &of_q, &left(&of_r)?)?;
        Ok(vec![Some(Tensor::concat(&[&of_x, &q.matmul(&of_w)?], last)?)])
    }
}

/// (Q̄ + Q copyltu(M)) R⁻ᵀ with M = R R̄ᵀ − Q̄ᵀ Q, where copyltu mirrors the lower triangle upwards.
fn of_tall(q: &Tensor, r: &Tensor, of_q: &Tensor, of_r: &Tensor) -> Result<Tensor> {
    let of_r = only(Part::Upper, of_r)?;
    let m = r.matmul(&of_r.transpose()?)?.sub(&of_q.transpose()?.matmul(q)?)?;
    let lower = only(Part::Lower, &m)?;
    let mirrored = lower.add(&lower.transpose()?)?.sub(&only(Part::Diagonal, &m)?)?;
    let x = of_q.add(&q.matmul(&mirrored)?)?;
    r.solve_triangular(&x.transpose()?, Triangle::Upper)?.transpose()
}
