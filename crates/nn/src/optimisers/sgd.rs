//! Stochastic gradient descent.

use tensor::Tensor;

use super::Update;
use crate::Result;

/// `b ← momentum · b + g`, `x ← x − rate · b` (or `g + momentum · b` with Nesterov's look ahead), where
/// g holds the weight decay.
pub(super) fn update(
    update: &Update<'_>,
    momentum: f32,
    nesterov: bool,
    weight_decay: f32,
) -> Result<(Tensor, Vec<Tensor>)> {
    let gradient = update.decayed_gradient(weight_decay)?;
    let (direction, state) = match update.state {
        [before] => {
            let now = before.scale(momentum)?.add(&gradient)?;
            let direction = if nesterov { gradient.add(&now.scale(momentum)?)? } else { now.clone() };
            (direction, vec![now])
        }
        _ => (gradient, Vec::new()),
    };
    let next = update.numbers.sub(&direction.mul(&update.rate_of(update.rate)?)?)?;
    Ok((next, state))
}
