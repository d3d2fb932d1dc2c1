//! Eigendecomposition of symmetric matrices.

use super::matrices::{column_sign, each, numbers, size, symmetric as symmetric_matrix, write};
use super::{CLOSE, check_square, diagonal_matrices, guarded_recip, no_kernel, symmetric, unpack};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

/// `vectors · diag(values) · vectorsᵀ`.
pub struct SymmetricEigen {
    /// Eigenvalues, rising: `[…, n]`.
    pub values: Tensor,
    /// Eigenvectors as orthonormal columns: `[…, n, n]`.
    pub vectors: Tensor,
}

impl Tensor {
    /// Eigenvalues and eigenvectors of symmetric matrices `[…, n, n]`; of others, those of the symmetric
    /// part (A + Aᵀ) / 2, which is all that is read. Signs are fixed as in [`Tensor::svd`].
    ///
    /// Gradient (Giles 2008, §3.1): where eigenvalues are equal to 1e-6 of their size, that of their
    /// vectors does not exist, and what would be divided by 0 counts as 0 instead. Cost: about 9·n³ flops
    /// in f64 (Golub & Van Loan, §8.3).
    ///
    /// # Errors
    /// Not square matrices, not on the CPU; when evaluated: numbers that are not finite.
    pub fn eigh(&self) -> Result<SymmetricEigen> {
        check_square("eigh", self)?;
        let values = &self.shape()[..self.rank() - 1];
        if self.count() == 0 {
            return Ok(SymmetricEigen {
                values: Tensor::full(0.0, values, &self.device())?,
                vectors: self.clone(),
            });
        }
        let count = values.iter().product::<usize>() + self.count();
        let packed = Tensor::from_op(Eigh, &[self], &[count])?;
        let [values, vectors] = unpack(&packed, [values, self.shape()])?;
        Ok(SymmetricEigen { values, vectors })
    }
}

struct Eigh;

impl Op for Eigh {
    fn name(&self) -> &'static str {
        "eigh"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n, _) = size(inputs[0].shape());
        let (values_out, vectors_out) = out.split_at_mut(inputs[0].data().len() / n);
        let parts = values_out.chunks_exact_mut(n).zip(vectors_out.chunks_exact_mut(n * n));
        for (a, (values_out, vectors_out)) in each(self.name(), &inputs[0]).zip(parts) {
            let eigen = symmetric_matrix(&a?)
                .self_adjoint_eigen(faer::Side::Lower)
                .map_err(|_| numbers(self.name(), "convergence", "none"))?;
            let mut vectors = eigen.U().to_owned();
            for (column, value_out) in values_out.iter_mut().enumerate() {
                let sign = column_sign(vectors.as_ref(), column);
                vectors.col_mut(column).iter_mut().for_each(|value| *value *= sign);
                *value_out = eigen.S()[column] as f32;
            }
            write(vectors.as_ref(), vectors_out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// V (diag(w̄) + (Vᵀ V̄) ∘ F) Vᵀ with F_ij = 1 / (w_j − w_i) off the diagonal; of it the symmetric part.
    fn gradient(&self, inputs: &[Tensor], output: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let shape = inputs[0].shape();
        let parts = |packed: &Tensor| unpack(packed, [&shape[..shape.len() - 1], shape]);
        let ([w, v], [of_w, of_v]) = (parts(output)?, parts(c)?);
        let last = w.rank() - 1;
        let (w_i, w_j) = (w.unsqueeze(last + 1)?, w.unsqueeze(last)?);
        let difference = w_j.sub(&w_i)?;
        let size = w_j.abs()?.add(&w_i.abs()?)?;
        let is_close = difference.abs()?.less_equal(&size.scale(CLOSE)?)?;
        let turn = v.transpose()?.matmul(&of_v)?.mul(&guarded_recip(&difference, &is_close)?)?;
        let core = turn.add(&diagonal_matrices(&of_w)?)?;
        Ok(vec![Some(symmetric(&v.matmul(&core)?.matmul(&v.transpose()?)?)?)])
    }
}
