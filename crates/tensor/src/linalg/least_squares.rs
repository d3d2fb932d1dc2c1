//! Least squares and the pseudo-inverse.

use faer::Mat;

use super::matrices::{each, numbers, size, write};
use super::{Part, check_matrices, mask, no_kernel, system};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

impl Tensor {
    /// The x of least |x| among those of least |A x − b|: matrices `[…, rows, cols]` and `b`
    /// `[…, rows, k]` → `[…, cols, k]`; leading dimensions broadcast. By singular values; those at or
    /// below max(rows, cols) · ε (of f32) of the largest count as 0, as in numpy's `lstsq` of f32.
    ///
    /// Gradient: Golub & Pereyra 1973, eq. 4.12, of the pseudo-inverse; right wherever the rank does not
    /// change near by. Cost: that of [`Tensor::svd`] and 2·(rows + cols)·min(rows, cols)·k flops.
    ///
    /// # Errors
    /// Shapes that do not fit, not on the CPU; when evaluated: numbers that are not finite.
    pub fn least_squares(&self, b: &Tensor) -> Result<Tensor> {
        check_matrices("least_squares", self)?;
        let (a, b) = system("least_squares", self, b)?;
        let last = b.rank() - 1;
        let shape = [&b.shape()[..last - 1], &[a.shape()[last], b.shape()[last]]].concat();
        if a.count() == 0 || b.count() == 0 {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(LeastSquares, &[&a, &b], &shape)
    }

    /// The pseudo-inverses (Moore's and Penrose's) of matrices `[…, rows, cols]` → `[…, cols, rows]`: the
    /// least squares for the unit matrix, with its rule for small singular values, cost and errors.
    pub fn pseudo_inverse(&self) -> Result<Tensor> {
        check_matrices("pseudo_inverse", self)?;
        let rows = self.shape()[self.rank() - 2];
        self.least_squares(&mask(Part::Diagonal, rows, rows, &self.device())?)
    }
}

struct LeastSquares;

impl Op for LeastSquares {
    fn name(&self) -> &'static str {
        "least_squares"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let ((rows, cols), (_, k)) = (size(inputs[0].shape()), size(shape));
        let systems = each(self.name(), &inputs[0]).zip(each(self.name(), &inputs[1]));
        for ((a, b), out) in systems.zip(out.chunks_exact_mut(cols * k)) {
            let svd = a?.thin_svd().map_err(|_| numbers(self.name(), "convergence", "none"))?;
            let s = svd.S();
            let least = s[0] * rows.max(cols) as f64 * f64::from(f32::EPSILON);
            let mut parts: Mat<f64> = svd.U().transpose() * b?;
            for i in 0..rows.min(cols) {
                let factor = if s[i] > least { 1.0 / s[i] } else { 0.0 };
                parts.row_mut(i).iter_mut().for_each(|part| *part *= factor);
            }
            let x: Mat<f64> = svd.V() * parts;
            write(x.as_ref(), out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// With P the pseudo-inverse, x = P b and z = Pᵀ x̄: b̄ = z, and
    /// Ā = −z xᵀ + (b − A x) (P z)ᵀ + (Pᵀ x) (x̄ − Aᵀ z)ᵀ.
    fn gradient(&self, inputs: &[Tensor], x: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let (a, b) = (&inputs[0], &inputs[1]);
        let p = a.pseudo_inverse()?;
        let z = p.transpose()?.matmul(c)?;
        let residual = b.sub(&a.matmul(x)?)?;
        let outside = c.sub(&a.transpose()?.matmul(&z)?)?;
        let of_a = residual
            .matmul(&p.matmul(&z)?.transpose()?)?
            .add(&p.transpose()?.matmul(x)?.matmul(&outside.transpose()?)?)?
            .sub(&z.matmul(&x.transpose()?)?)?;
        Ok(vec![Some(of_a), Some(z)])
    }
}
