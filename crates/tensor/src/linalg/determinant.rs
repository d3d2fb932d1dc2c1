//! The determinant's sign and logarithm.

use super::matrices::{each, size};
use super::{check_square, no_kernel, unpack};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

/// `det = sign · exp(log_abs)`.
pub struct LogDeterminant {
    /// −1, 0 or 1: `[…]`. No gradient.
    pub sign: Tensor,
    /// ln |det|, −inf for a determinant of 0: `[…]`.
    pub log_abs: Tensor,
}

impl Tensor {
    /// Sign and logarithm of the determinants of square matrices `[…, n, n]`, by LU with row pivots
    /// (numpy's `slogdet`). Gradient: A⁻ᵀ (Giles 2008, §2.2.4), which fails for a singular matrix when
    /// evaluated. Cost: 2/3·n³ flops in f64. Of positive definite matrices, see
    /// [`Tensor::log_determinant_cholesky`].
    ///
    /// # Errors
    /// Not square matrices, not on the CPU; when evaluated: numbers that are not finite.
    pub fn log_determinant(&self) -> Result<LogDeterminant> {
        check_square("log_determinant", self)?;
        let lead = &self.shape()[..self.rank() - 2];
        if self.count() == 0 {
            // The determinant of a matrix without rows is 1.
            let all = |value| Tensor::full(value, lead, &self.device());
            return Ok(LogDeterminant { sign: all(1.0)?, log_abs: all(0.0)? });
        }
        let n_matrices: usize = lead.iter().product();
        let packed = Tensor::from_op(LogDeterminantOp, &[self], &[2 * n_matrices])?;
        let [sign, log_abs] = unpack(&packed, [lead, lead])?;
        Ok(LogDeterminant { sign: sign.detach()?, log_abs })
    }
}

struct LogDeterminantOp;

impl Op for LogDeterminantOp {
    fn name(&self) -> &'static str {
        "log_determinant"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n, _) = size(inputs[0].shape());
        let (signs, logs) = out.split_at_mut(shape[0] / 2);
        for (a, (sign_out, log_out)) in each(self.name(), &inputs[0]).zip(signs.iter_mut().zip(logs)) {
            let lu = a?.partial_piv_lu();
            let (mut sign, mut log) = (permutation_sign(lu.P().arrays().0), 0.0);
            for i in 0..n {
                let pivot = lu.U()[(i, i)];
                log += pivot.abs().ln();
                sign *= if pivot == 0.0 { 0.0 } else { pivot.signum() };
            }
            // After a pivot of 0 the elimination's further pivots mean nothing.
            (*sign_out, *log_out) =
                if sign == 0.0 { (0.0, f32::NEG_INFINITY) } else { (sign as f32, log as f32) };
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let shape = inputs[0].shape();
        let lead = &shape[..shape.len() - 2];
        let [_, of_log] = unpack(c, [lead, lead])?;
        let of_log = of_log.reshape(&[lead, &[1, 1]].concat())?;
        Ok(vec![Some(inputs[0].inverse()?.transpose()?.mul(&of_log)?)])
    }
}

/// 1 for an even permutation, −1 for an odd one: a cycle of length l is l − 1 exchanges.
fn permutation_sign(permutation: &[usize]) -> f64 {
    let mut is_seen = vec![false; permutation.len()];
    let mut sign = 1.0;
    for start in 0..permutation.len() {
        let mut at = permutation[start];
        while !is_seen[start] && at != start {
            is_seen[at] = true;
            sign = -sign;
            at = permutation[at];
        }
        is_seen[start] = true;
    }
    sign
}
