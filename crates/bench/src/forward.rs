//! Workloads of one or two dense operations.

use tensor::{Device, Result, Tensor};

use crate::seeded::fill;

/// What a forward workload computes each time.
pub struct Forward {
    on_device: Box<dyn Fn() -> Result<Vec<Tensor>>>,
    /// What is left to do with them in main memory: decompositions.
    on_cpu: Option<OnCpu>,
}

type OnCpu = fn(&[Tensor]) -> Result<Tensor>;

impl Forward {
    pub(crate) fn new(compute: impl Fn() -> Result<Tensor> + 'static) -> Self {
        Self { on_device: Box::new(move || Ok(vec![compute()?])), on_cpu: None }
    }

    /// The output, perhaps still to be evaluated.
    pub async fn run(&self) -> Result<Tensor> {
        let mut parts = (self.on_device)()?;
        let Some(on_cpu) = self.on_cpu else { return Ok(parts.remove(0)) };
        if matches!(parts[0].device(), Device::Gpu(_)) {
            Tensor::evaluate_all(&parts)?;
            for part in &mut parts {
                *part = part.to_device(&Device::Cpu).await?;
            }
        }
        on_cpu(&parts)
    }
}

fn matrix(rows: usize, cols: usize, seed: u32, device: &Device) -> Result<Tensor> {
    Tensor::from_vec(fill(rows * cols, seed, 1.0), &[rows, cols], device)
}

/// a · b, both n × n.
pub(crate) fn matmul(n: usize, device: &Device) -> Result<Forward> {
    let (a, b) = (matrix(n, n, 1, device)?, matrix(n, n, 2, device)?);
    Ok(Forward::new(move || a.matmul(&b)))
}

/// Squared Euclidean distances of the rows of a 1000 × 768 matrix.
pub(crate) fn rdm(device: &Device) -> Result<Forward> {
    let x = matrix(1000, 768, 1, device)?;
    Ok(Forward::new(move || {
        let norms = x.square()?.sum(1)?;
        let products = x.matmul(&x.transpose()?)?;
        products.scale(-2.0)?.add(&norms.unsqueeze(1)?)?.add(&norms)
    }))
}

/// Linear CKA, biased, of two column-centred 1000 × 768 matrices (Kornblith et al. 2019, eq. 3 in its
/// feature form).
pub(crate) fn cka(device: &Device) -> Result<Forward> {
    let (x, y) = (matrix(1000, 768, 1, device)?, matrix(1000, 768, 2, device)?);
    Ok(Forward::new(move || {
        let centre = |x: &Tensor| x.sub(&x.mean(0)?);
        let (x, y) = (centre(&x)?, centre(&y)?);
        let size = |a: &Tensor, b: &Tensor| a.transpose()?.matmul(b)?.square()?.sum_all();
        size(&y, &x)?.div(&size(&x, &x)?.mul(&size(&y, &y)?)?.sqrt()?)
    }))
}

/// Ridge regression of 500 targets on 768 features in 1000 samples, alpha 10, no intercept: products on the device,
/// the equations solved in main memory.
pub(crate) fn ridge(device: &Device) -> Result<Forward> {
    let (x, y) = (matrix(1000, 768, 1, device)?, matrix(1000, 500, 2, device)?);
    let place = Tensor::index(&[768], device)?;
    let alpha = place.unsqueeze(1)?.equal(&place)?.scale(10.0)?;
    Ok(Forward {
        on_device: Box::new(move || {
            let transposed = x.transpose()?;
            Ok(vec![transposed.matmul(&x)?.add(&alpha)?, transposed.matmul(&y)?])
        }),
        on_cpu: Some(|parts| parts[0].cholesky()?.cholesky_solve(&parts[1])),
    })
}
