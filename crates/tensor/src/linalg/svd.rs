//! Singular value decomposition.

use super::matrices::{column_sign, each, numbers, size, write};
use super::{CLOSE, check_matrices, diagonal_matrices, guarded_recip, no_kernel, unpack};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

/// `u · diag(s) · vt`, with k = min(rows, cols).
pub struct Svd {
    /// Left singular vectors as orthonormal columns: `[…, rows, k]`.
    pub u: Tensor,
    /// Singular values, falling, not negative: `[…, k]`.
    pub s: Tensor,
    /// Right singular vectors as orthonormal rows: `[…, k, cols]`.
    pub vt: Tensor,
}

impl Tensor {
    /// The thin singular value decomposition of matrices `[…, rows, cols]`. Signs are fixed: in each
    /// column of `u` the component of largest size is positive, and among components equally large to
    /// 1e-6 the first. Vectors of equal singular values are any basis of their space.
    ///
    /// Gradient (Townsend 2016, eq. 14 ff.): where singular values are equal to 1e-6 of their sum, or one
    /// is 0, that of their vectors does not exist, and what would be divided by 0 counts as 0 instead.
    /// Cost: about 4·rows·k² + 22·k³ flops in f64 for the longer side as rows (Golub & Van Loan, §8.6).
    ///
    /// # Errors
    /// Not matrices, not on the CPU; when evaluated: numbers that are not finite.
    pub fn svd(&self) -> Result<Svd> {
        check_matrices("svd", self)?;
        let [u, s, vt] = shapes(self.shape());
        if self.count() == 0 {
            let empty = |shape: &[usize]| Tensor::full(0.0, shape, &self.device());
            return Ok(Svd { u: empty(&u)?, s: empty(&s)?, vt: empty(&vt)? });
        }
        let count = [&u, &s, &vt].iter().map(|shape| shape.iter().product::<usize>()).sum();
        let packed = Tensor::from_op(SvdOp, &[self], &[count])?;
        let [u, s, vt] = unpack(&packed, [&u, &s, &vt])?;
        Ok(Svd { u, s, vt })
    }

    /// How many singular values of matrices `[…, rows, cols]` exceed max(rows, cols) · ε (of f32) of the
    /// largest, as numpy counts them: `[…]`. No gradient. Errors as [`Tensor::svd`].
    pub fn matrix_rank(&self) -> Result<Tensor> {
        let s = self.svd()?.s;
        let last = s.rank() - 1;
        if s.count() == 0 {
            return Tensor::full(0.0, &s.shape()[..last], &self.device());
        }
        let (rows, cols) = size(self.shape());
        s.max(last)?.scale(rows.max(cols) as f32 * f32::EPSILON)?.unsqueeze(last)?.less(&s)?.sum(last)
    }

    /// The largest singular value of matrices `[…, rows, cols]` by the smallest: `[…]`, inf for a singular
    /// one. Errors as [`Tensor::svd`], and on a matrix without numbers.
    pub fn condition_number(&self) -> Result<Tensor> {
        let s = self.svd()?.s;
        let last = s.rank() - 1;
        s.max(last)?.div(&s.min(last)?)
    }
}

/// Shapes of u, s and vt.
fn shapes(shape: &[usize]) -> [Vec<usize>; 3] {
    let (lead, (rows, cols)) = (&shape[..shape.len() - 2], size(shape));
    let k = rows.min(cols);
    [[lead, &[rows, k]].concat(), [lead, &[k]].concat(), [lead, &[k, cols]].concat()]
}

struct SvdOp;

impl Op for SvdOp {
    fn name(&self) -> &'static str {
        "svd"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (rows, cols) = size(inputs[0].shape());
        let k = rows.min(cols);
        let n_matrices = inputs[0].data().len() / (rows * cols);
        let (u_out, rest) = out.split_at_mut(n_matrices * rows * k);
        let (s_out, vt_out) = rest.split_at_mut(n_matrices * k);
        let parts = u_out.chunks_exact_mut(rows * k).zip(s_out.chunks_exact_mut(k));
        for (a, ((u_out, s_out), vt_out)) in
            each(self.name(), &inputs[0]).zip(parts.zip(vt_out.chunks_exact_mut(k * cols)))
        {
            let svd = a?.thin_svd().map_err(|_| numbers(self.name(), "convergence", "none"))?;
            let (mut u, mut v) = (svd.U().to_owned(), svd.V().to_owned());
            for (column, s_out) in s_out.iter_mut().enumerate() {
                if column_sign(u.as_ref(), column) < 0.0 {
                    for vectors in [&mut u, &mut v] {
                        vectors.col_mut(column).iter_mut().for_each(|value| *value = -*value);
                    }
                }
                *s_out = svd.S()[column] as f32;
            }
            write(u.as_ref(), u_out);
            write(v.transpose(), vt_out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// With E_jk = s_k² − s_j² and skew(x) = x − xᵀ:
    /// U ((skew(Uᵀ Ū) / E) S + S (skew(Vᵀ V̄) / E) + S̄) Vᵀ, and the parts of Ū S⁻¹ Vᵀ and U S⁻¹ V̄ᵀ
    /// outside the spaces of U and V.
    fn gradient(&self, inputs: &[Tensor], output: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let [u_shape, s_shape, vt_shape] = shapes(inputs[0].shape());
        let parts = |packed: &Tensor| unpack(packed, [&u_shape, &s_shape, &vt_shape]);
        let ([u, s, vt], [of_u, of_s, of_vt]) = (parts(output)?, parts(c)?);
        let last = s.rank() - 1;
        let (s_j, s_k) = (s.unsqueeze(last + 1)?, s.unsqueeze(last)?);
        let (sum, difference) = (s_k.add(&s_j)?, s_k.sub(&s_j)?);
        let is_close = difference.abs()?.less_equal(&sum.scale(CLOSE)?)?;
        let apart = guarded_recip(&sum.mul(&difference)?, &is_close)?;
        let turn = |x: &Tensor| x.sub(&x.transpose()?)?.mul(&apart);
        let turn_u = turn(&u.transpose()?.matmul(&of_u)?)?;
        let turn_v = turn(&vt.matmul(&of_vt.transpose()?)?)?;
        let core = turn_u.mul(&s_k)?.add(&turn_v.mul(&s_j)?)?.add(&diagonal_matrices(&of_s)?)?;
        let mut gradient = u.matmul(&core)?.matmul(&vt)?;

        let (rows, cols) = size(inputs[0].shape());
        let zero = Tensor::full(0.0, &[], &s.device())?;
        let by_s = guarded_recip(&s, &s.less_equal(&zero)?)?;
        if rows > cols {
            let x = of_u.mul(&by_s.unsqueeze(last)?)?;
            let outside = x.sub(&u.matmul(&u.transpose()?.matmul(&x)?)?)?;
            gradient = gradient.add(&outside.matmul(&vt)?)?;
        } else if cols > rows {
            let x = of_vt.mul(&by_s.unsqueeze(last + 1)?)?;
            let outside = x.sub(&x.matmul(&vt.transpose()?)?.matmul(&vt)?)?;
            gradient = gradient.add(&u.matmul(&outside)?)?;
        }
        Ok(vec![Some(gradient)])
    }
}
