//! Losses of numbers.

use tensor::Tensor;

use super::check_alike;
use crate::Result;

/// `(found − target)²`, elementwise.
pub fn mean_squared_error(found: &Tensor, target: &Tensor) -> Result<Tensor> {
    check_alike("squared error", found, target)?;
    Ok(found.sub(target)?.square()?)
}

/// `e² / 2` for |e| ≤ delta, `delta (|e| − delta / 2)` beyond, elementwise (Huber 1964; torch's `HuberLoss`).
pub fn huber(found: &Tensor, target: &Tensor, delta: f32) -> Result<Tensor> {
    check_alike("Huber loss", found, target)?;
    let size = found.sub(target)?.abs()?;
    let near = size.minimum(&Tensor::full(delta, &[], &found.device())?)?;
    Ok(near.mul(&size.sub(&near.scale(0.5)?)?)?)
}
