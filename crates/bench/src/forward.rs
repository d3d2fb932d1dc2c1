//! Workloads of one or two dense operations.

use tensor::{Device, Result, Tensor};

use crate::Forward;
use crate::seeded::fill;

fn matrix(rows: usize, cols: usize, seed: u32, device: &Device) -> Result<Tensor> {
    Tensor::from_vec(fill(rows * cols, seed, 1.0), &[rows, cols], device)
}

/// a · b, both n × n.
pub(crate) fn matmul(n: usize, device: &Device) -> Result<Forward> {
    let (a, b) = (matrix(n, n, 1, device)?, matrix(n, n, 2, device)?);
    Ok(Box::new(move || a.matmul(&b)))
}

/// Squared Euclidean distances of the rows of a 1000 × 768 matrix.
pub(crate) fn rdm(device: &Device) -> Result<Forward> {
    let x = matrix(1000, 768, 1, device)?;
    Ok(Box::new(move || {
        let norms = x.square()?.sum(1)?;
        let products = x.matmul(&x.transpose()?)?;
        products.scale(-2.0)?.add(&norms.unsqueeze(1)?)?.add(&norms)
    }))
}

/// Linear CKA, biased, of two column-centred 1000 × 768 matrices (Kornblith et al. 2019, eq. 3 in its
/// feature form).
pub(crate) fn cka(device: &Device) -> Result<Forward> {
    let (x, y) = (matrix(1000, 768, 1, device)?, matrix(1000, 768, 2, device)?);
    Ok(Box::new(move || {
        let centre = |x: &Tensor| x.sub(&x.mean(0)?);
        let (x, y) = (centre(&x)?, centre(&y)?);
        let size = |a: &Tensor, b: &Tensor| a.transpose()?.matmul(b)?.square()?.sum_all();
        size(&y, &x)?.div(&size(&x, &x)?.mul(&size(&y, &y)?)?.sqrt()?)
    }))
}

/// Ridge regression of 500 targets on 768 features in 1000 samples, alpha 10, no intercept.
pub(crate) fn ridge(device: &Device) -> Result<Forward> {
    let (x, y) = (matrix(1000, 768, 1, device)?, matrix(1000, 500, 2, device)?);
    let place = Tensor::index(&[768], device)?;
    let alpha = place.unsqueeze(1)?.equal(&place)?.scale(10.0)?;
    Ok(Box::new(move || {
        let transposed = x.transpose()?;
        let gram = transposed.matmul(&x)?.add(&alpha)?;
        gram.cholesky()?.cholesky_solve(&transposed.matmul(&y)?)
    }))
}
