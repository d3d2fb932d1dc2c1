//! Lion.

use tensor::Tensor;

use super::{Update, moving_mean};
use crate::{Error, Result};

/// `x ← x − rate · (sign(β₁ m + (1 − β₁) g) + decay · x)`, `m ← β₂ m + (1 − β₂) g`.
pub(super) fn update(
    update: &Update<'_>,
    beta1: f32,
    beta2: f32,
    weight_decay: f32,
) -> Result<(Tensor, Vec<Tensor>)> {
    let [mean] = update.state else {
        return Err(Error::setting("Lion", "one state", format!("{}", update.state.len())));
    };
    let direction = moving_mean(mean, update.gradient, beta1)?.sign()?;
    let numbers = update.decayed_numbers(weight_decay)?;
    let next = numbers.sub(&direction.mul(&update.rate_of(update.rate)?)?)?;
    Ok((next, vec![moving_mean(mean, update.gradient, beta2)?]))
}
