//! Adam, and with decayed numbers AdamW.

use tensor::Tensor;

use super::{Update, moving_mean};
use crate::{Error, Result};

/// `m ← β₁ m + (1 − β₁) g`, `v ← β₂ v + (1 − β₂) g²`,
/// `x ← x − rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + eps)`: torch's order of operations.
pub(super) fn update(
    update: &Update<'_>,
    gradient: &Tensor,
    [beta1, beta2, eps]: [f32; 3],
    numbers: &Tensor,
) -> Result<(Tensor, Vec<Tensor>)> {
    let [mean, mean_square] = update.state else {
        return Err(Error::setting("Adam", "two states", format!("{}", update.state.len())));
    };
    let mean = moving_mean(mean, gradient, beta1)?;
    let mean_square = moving_mean(mean_square, &gradient.square()?, beta2)?;
    let corrected = |beta: f32| 1.0 - f64::from(beta).powf(update.step as f64);
    let root = mean_square.sqrt()?.mul(&update.scalar(1.0 / corrected(beta2).sqrt())?)?.shift(eps)?;
    let rate = update.rate_of(update.rate / corrected(beta1))?;
    let next = numbers.sub(&mean.div(&root)?.mul(&rate)?)?;
    Ok((next, vec![mean, mean_square]))
}
