//! Cholesky's decomposition, and what follows from it.

use faer::linalg::cholesky::llt::factor::LltError;

use super::matrices::{each, numbers, size, symmetric as symmetric_matrix, write};
use super::{Part, Triangle, check_square, no_kernel, only, symmetric};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

impl Tensor {
    /// The lower triangular L with positive diagonal and `L Lᵀ = A`, for symmetric positive definite
    /// matrices `[…, n, n]`; only the symmetric part (A + Aᵀ) / 2 is read. Gradient: Murray 2016, eq. 10.
    /// Cost: n³ / 3 flops in f64.
    ///
    /// # Errors
    /// Not square matrices, not on the CPU; when evaluated: numbers that are not finite, a matrix that
    /// is not positive definite.
    pub fn cholesky(&self) -> Result<Tensor> {
        check_square("cholesky", self)?;
        if self.count() == 0 {
            return Ok(self.clone());
        }
        Tensor::from_op(Cholesky, &[self], self.shape())
    }

    /// The x with `L Lᵀ x = b`, where `self` is the L that [`Tensor::cholesky`] gave: `[…, n, n]` and
    /// `b` `[…, n, k]`. Two triangular solves, errors as theirs ([`Tensor::solve_triangular`]).
    pub fn cholesky_solve(&self, b: &Tensor) -> Result<Tensor> {
        let half = self.solve_triangular(b, Triangle::Lower)?;
        self.transpose()?.solve_triangular(&half, Triangle::Upper)
    }

    /// `ln det A` of symmetric positive definite matrices `[…, n, n]` → `[…]`, as 2 Σ ln Lᵢᵢ. Errors as
    /// [`Tensor::cholesky`]; [`Tensor::log_determinant`] takes any square matrix.
    pub fn log_determinant_cholesky(&self) -> Result<Tensor> {
        let l = self.cholesky()?;
        let last = l.rank() - 1;
        only(Part::Diagonal, &l)?.sum(last)?.ln()?.sum(last - 1)?.scale(2.0)
    }
}

struct Cholesky;

impl Op for Cholesky {
    fn name(&self) -> &'static str {
        "cholesky"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n, _) = size(shape);
        for (at, (a, out)) in each(self.name(), &inputs[0]).zip(out.chunks_exact_mut(n * n)).enumerate() {
            let factor = symmetric_matrix(&a?).llt(faer::Side::Lower).map_err(|error| {
                let LltError::NonPositivePivot { index } = error;
                let found = format!("a pivot that is not positive at place {index} of matrix {at}");
                numbers(self.name(), "positive definite matrices", found)
            })?;
            write(factor.L(), out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// The symmetric part of L⁻ᵀ Φ(Lᵀ L̄) L⁻¹, where Φ takes the lower triangle and halves its diagonal.
    fn gradient(&self, _: &[Tensor], l: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let inner = l.transpose()?.matmul(c)?;
        let phi = only(Part::Lower, &inner)?.sub(&only(Part::Diagonal, &inner)?.scale(0.5)?)?;
        let upper = l.transpose()?;
        // x L⁻¹ is (L⁻ᵀ xᵀ)ᵀ.
        let half = upper.solve_triangular(&phi, Triangle::Upper)?;
        let whole = upper.solve_triangular(&half.transpose()?, Triangle::Upper)?;
        Ok(vec![Some(symmetric(&whole)?)])
    }
}
