//! Gradients of linear algebra, on the CPU only. Matrices are made within the op so that they are well
//! conditioned, and far from where signs, orders or ranks change.

use inscape_tensor::{Device, Result, Tensor, Triangle};

use super::gradients::{Case, check};

/// As for other smooth functions: the difference's own error and f32's.
const SMOOTH: f64 = 2e-3;

/// `[rows, cols]`: 4, 8, 12, … down the diagonal.
fn spread(rows: usize, cols: usize) -> Tensor {
    let at = |i: usize| if i / cols == i % cols { 4.0 * (i / cols + 1) as f32 } else { 0.0 };
    Tensor::from_vec((0..rows * cols).map(at).collect(), &[rows, cols], &Device::Cpu).unwrap()
}

/// Singular values near 4, 8, 12, …, each with vectors near those of the axes.
fn apart(x: &Tensor) -> Result<Tensor> {
    x.scale(0.5)?.add(&spread(x.shape()[x.rank() - 2], x.shape()[x.rank() - 1]))
}

/// A Aᵀ + I.
fn positive(x: &Tensor) -> Result<Tensor> {
    let n = x.shape()[x.rank() - 2];
    let unit = (0..n * n).map(|i| if i / n == i % n { 1.0 } else { 0.0 }).collect();
    x.matmul(&x.transpose()?)?.add(&Tensor::from_vec(unit, &[n, n], &x.device())?)
}

/// All results in one row, so that each bears on the others' gradient.
fn joined(parts: &[&Tensor]) -> Result<Tensor> {
    let flat: Vec<Tensor> = parts.iter().map(|part| part.reshape(&[part.count()])).collect::<Result<_>>()?;
    Tensor::concat(&flat.iter().collect::<Vec<_>>(), 0)
}

/// A batch of matrices, or one.
fn input(case: &mut Case, rows: usize, cols: usize) {
    match case.random.below(3) {
        0 => {
            let n_matrices = case.random.between(1, 3);
            case.input(&[n_matrices, rows, cols]);
        }
        _ => case.input(&[rows, cols]),
    }
}

async fn of_any(device: &Device, op: fn(&Tensor) -> Result<Tensor>) -> f64 {
    check(device, SMOOTH, move |case| {
        let (rows, cols) = (case.random.between(1, 5), case.random.between(1, 5));
        input(case, rows, cols);
        move |x: &[Tensor]| op(&apart(&x[0])?)
    })
    .await
}

async fn of_square(device: &Device, op: fn(&Tensor) -> Result<Tensor>) -> f64 {
    check(device, SMOOTH, move |case| {
        let n = case.random.between(1, 5);
        input(case, n, n);
        move |x: &[Tensor]| op(&apart(&x[0])?)
    })
    .await
}

/// Two inputs: matrices, and right sides with as many rows.
async fn of_system(
    device: &Device,
    is_square: bool,
    op: impl Fn(&Tensor, &Tensor) -> Result<Tensor> + Copy + 'static,
) -> f64 {
    check(device, SMOOTH, move |case| {
        let [rows, cols, k] = [(); 3].map(|()| case.random.between(1, 4));
        input(case, rows, if is_square { rows } else { cols });
        case.input(&[rows, k]);
        move |x: &[Tensor]| op(&apart(&x[0])?, &x[1])
    })
    .await
}

pub async fn svd(device: &Device) -> f64 {
    of_any(device, |x| {
        let svd = x.svd()?;
        joined(&[&svd.u, &svd.s, &svd.vt])
    })
    .await
}

pub async fn eigh(device: &Device) -> f64 {
    // Not of a symmetric matrix: the symmetric part is what counts.
    of_square(device, |x| {
        let eigen = x.eigh()?;
        joined(&[&eigen.values, &eigen.vectors])
    })
    .await
}

pub async fn qr(device: &Device) -> f64 {
    of_any(device, |x| {
        let qr = x.qr()?;
        joined(&[&qr.q, &qr.r])
    })
    .await
}

pub async fn cholesky(device: &Device) -> f64 {
    let whole = of_square(device, |x| positive(&x.scale(0.25)?)?.cholesky()).await;
    // What is not symmetric in the input does not count either.
    whole.max(of_square(device, |x| x.add(&x.transpose()?.scale(0.5)?)?.cholesky()).await)
}

pub async fn log_determinants(device: &Device) -> f64 {
    of_square(device, |x| {
        let of_sign = x.log_determinant()?;
        joined(&[&of_sign.sign, &of_sign.log_abs, &positive(x)?.log_determinant_cholesky()?])
    })
    .await
}

pub async fn solve(device: &Device) -> f64 {
    of_system(device, true, |a, b| a.solve(b)).await
}

pub async fn solve_triangular(device: &Device) -> f64 {
    let lower = of_system(device, true, |a, b| a.solve_triangular(b, Triangle::Lower)).await;
    lower.max(of_system(device, true, |a, b| a.solve_triangular(b, Triangle::Upper)).await)
}

pub async fn cholesky_solve(device: &Device) -> f64 {
    of_system(device, true, |a, b| positive(&a.scale(0.25)?)?.cholesky()?.cholesky_solve(b)).await
}

pub async fn inverse(device: &Device) -> f64 {
    of_square(device, |x| x.inverse()?.scale(10.0)).await
}

pub async fn least_squares(device: &Device) -> f64 {
    let full = of_system(device, false, |a, b| a.least_squares(b)).await;
    // Rank 1 in larger matrices.
    let one = check(device, SMOOTH, |case| {
        let [rows, cols, k] = [(); 3].map(|()| case.random.between(2, 4));
        case.input_from(0.5, &[rows, 1]);
        case.input_from(0.5, &[1, cols]);
        case.input(&[rows, k]);
        |x: &[Tensor]| x[0].matmul(&x[1])?.least_squares(&x[2])
    });
    full.max(one.await)
}

pub async fn pseudo_inverse(device: &Device) -> f64 {
    of_any(device, |x| x.pseudo_inverse()?.scale(10.0)).await
}
