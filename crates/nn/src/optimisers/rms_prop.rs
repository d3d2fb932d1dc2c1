//! RMSprop.

use tensor::Tensor;

use super::{Update, moving_mean};
use crate::{Error, Result};

/// `v ← α v + (1 − α) g²`, `b ← momentum · b + g / (√v + eps)`, `x ← x − rate · b`.
pub(super) fn update(
    update: &Update<'_>,
    [alpha, eps, momentum, weight_decay]: [f32; 4],
) -> Result<(Tensor, Vec<Tensor>)> {
    let Some((mean_square, rest)) = update.state.split_first() else {
        return Err(Error::setting("RMSprop", "a state", "none"));
    };
    let gradient = update.decayed_gradient(weight_decay)?;
    let mean_square = moving_mean(mean_square, &gradient.square()?, alpha)?;
    let mut direction = gradient.div(&mean_square.sqrt()?.shift(eps)?)?;
    let mut state = vec![mean_square];
    if let [before] = rest {
        direction = before.scale(momentum)?.add(&direction)?;
        state.push(direction.clone());
    }
    let next = update.numbers.sub(&direction.mul(&update.rate_of(update.rate)?)?)?;
    Ok((next, state))
}
