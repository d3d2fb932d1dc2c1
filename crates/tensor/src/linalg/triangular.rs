//! Triangular systems of equations.

use super::matrices::{each, numbers, singular_place, size, write};
use super::{Part, check_square, no_kernel, only, system};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::ops::Op;
use crate::shape::Layout;
use crate::{Result, Tensor};

/// Which half of a matrix counts, its diagonal included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Triangle {
    /// On and below the diagonal.
    Lower,
    /// On and above the diagonal.
    Upper,
}

impl Triangle {
    fn transposed(self) -> Self {
        match self {
            Self::Lower => Self::Upper,
            Self::Upper => Self::Lower,
        }
    }

    fn part(self) -> Part {
        match self {
            Self::Lower => Part::Lower,
            Self::Upper => Part::Upper,
        }
    }
}

impl Tensor {
    /// The x with `A x = b` for triangular A: matrices `[…, n, n]` of which only that triangle is read,
    /// `b` `[…, n, k]` → `[…, n, k]`; leading dimensions broadcast. Cost: n²·k flops in f64.
    ///
    /// # Errors
    /// Shapes that do not fit, not on the CPU; when evaluated: numbers that are not finite, a diagonal
    /// with a number at or below n · 2e-16 of the largest on it (a singular matrix).
    pub fn solve_triangular(&self, b: &Tensor, triangle: Triangle) -> Result<Tensor> {
        check_square("solve_triangular", self)?;
        let (a, b) = system("solve_triangular", self, b)?;
        if b.count() == 0 {
            return Ok(b);
        }
        Tensor::from_op(SolveTriangular { triangle }, &[&a, &b], b.shape())
    }
}

struct SolveTriangular {
    triangle: Triangle,
}

impl Op for SolveTriangular {
    fn name(&self) -> &'static str {
        "solve_triangular"
    }

    fn key(&self) -> Vec<usize> {
        vec![self.triangle as usize]
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], shape: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let (n, k) = size(shape);
        let systems = each(self.name(), &inputs[0]).zip(each(self.name(), &inputs[1]));
        for (at, ((a, b), out)) in systems.zip(out.chunks_exact_mut(n * k)).enumerate() {
            let (a, mut x) = (a?, b?);
            if let Some(place) = singular_place(a.as_ref()) {
                let found =
                    format!("{:e} at place {place} of the diagonal of matrix {at}", a[(place, place)]);
                return Err(numbers(self.name(), "matrices that are not singular", found));
            }
            match self.triangle {
                Triangle::Lower => a.solve_lower_triangular_in_place(&mut x),
                Triangle::Upper => a.solve_upper_triangular_in_place(&mut x),
            }
            write(x.as_ref(), out);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, _: &[Layout], _: &[usize]) -> Result<Vec<Dispatch>> {
        no_kernel(self.name())
    }

    /// b̄ = A⁻ᵀ x̄, and −b̄ xᵀ in the triangle of A.
    fn gradient(&self, inputs: &[Tensor], x: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        let of_b = inputs[0].transpose()?.solve_triangular(c, self.triangle.transposed())?;
        let of_a = only(self.triangle.part(), &of_b.matmul(&x.transpose()?)?)?.neg()?;
        Ok(vec![Some(of_a), Some(of_b)])
    }
}
