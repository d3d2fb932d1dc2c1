//! General systems of equations, and the inverse.

use faer::linalg::solvers::Solve as _;

use super::matrices::{each, numbers, singular_place, size, write};
use super::{Part, check_square, mask, no_kernel, system};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

impl Tensor {
    /// The x with `A x = b`: matrices `[…, n, n]` and `b` `[…, n, k]` → `[…, n, k]`, by LU with row
    /// pivots; leading dimensions broadcast. Gradient: Giles 2008, §2.3.1. Cost: 2/3·n³ + 2·n²·k flops
    /// in f64.
    ///
    /// # Errors
    /// Shapes that do not fit, not on the CPU; when evaluated: numbers that are not finite, a pivot at or
    /// below n · 2e-16 of the largest (a singular matrix).
    pub fn solve(&self, b: &Tensor) -> Result<Tensor> {
        check_square("solve", self)?;
        let (a, b) = system("solve", self, b)?;
        if b.count() == 0 {
            return Ok(b);
        }
        Tensor::from_op(Solve, &[&a, &b], b.shape())
    }

    /// The inverses of square matrices `[…, n, n]`, by [`Tensor::solve`], whose errors are these. To apply
    /// an inverse, `solve` is cheaper and closer.
    pub fn inverse(&self) -> Result<Tensor> {
        check_square("inverse", self)?;
        let n = self.shape()[self.rank() - 1];
        self.solve(&mask(Part::Diagonal, n, n, &self.device())?)
    }
}

struct Solve;

impl Op for Solve {
    fn name(&self) -> &'static str {
        "solve"
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n, k) = size(shape);
        let systems = each(self.name(), &inputs[0]).zip(each(self.name(), &inputs[1]));
        for (at, ((a, b), out)) in systems.zip(out.chunks_exact_mut(n * k)).enumerate() {
            let lu = a?.partial_piv_lu();
            if let Some(place) = singular_place(lu.U()) {
                let found =
                    format!("a pivot of {:e} at place {place} of matrix {at}", lu.U()[(place, place)]);
                return Err(numbers(self.name(), "matrices that are not singular", found));
            }
            write(lu.solve(b?).as_ref(), out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// b̄ = A⁻ᵀ x̄ and −b̄ xᵀ.
    fn gradient(&self, inputs: &[Tensor], x: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let of_b = inputs[0].transpose()?.solve(c)?;
        let of_a = of_b.matmul(&x.transpose()?)?.neg()?;
        Ok(vec![Some(of_a), Some(of_b)])
    }
}
