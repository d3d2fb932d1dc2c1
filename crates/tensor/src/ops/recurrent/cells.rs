//! One step of each network; formulas as in torch's documentation of `RNN`, `GRU` and `LSTM`.

use super::RecurrentFunction;
use crate::{Result, Tensor};

/// `f(x + u)`: x what the input gives, u what the last state gives, `[batch, hidden]`.
pub(super) fn rnn(x: &Tensor, u: &Tensor, function: RecurrentFunction) -> Result<Tensor> {
    let sum = x.add(u)?;
    match function {
        RecurrentFunction::Tanh => sum.tanh(),
        RecurrentFunction::Relu => sum.relu(),
    }
}

/// `h' = (1 − z) n + z h`, with reset r = σ(x_r + u_r), update z = σ(x_z + u_z) and new
/// n = tanh(x_n + r u_n). x and u `[batch, 3 · hidden]`, h `[batch, hidden]`.
pub(super) fn gru(x: &Tensor, u: &Tensor, h: &Tensor) -> Result<Tensor> {
    let size = h.shape()[1];
    let gate = |x: &Tensor, at: usize| x.slice(1, at * size, size);
    let reset = gate(x, 0)?.add(&gate(u, 0)?)?.sigmoid()?;
    let update = gate(x, 1)?.add(&gate(u, 1)?)?.sigmoid()?;
    let new = gate(x, 2)?.add(&reset.mul(&gate(u, 2)?)?)?.tanh()?;
    new.add(&update.mul(&h.sub(&new)?)?)
}

/// Hidden state and cell: `c' = σ(f) c + σ(i) tanh(g)`, `h' = σ(o) tanh(c')`, of gates i, f, g, o side by
/// side `[batch, 4 · hidden]` and the last cell `[batch, hidden]`.
pub(super) fn lstm(gates: &Tensor, cell: &Tensor) -> Result<[Tensor; 2]> {
    let size = cell.shape()[1];
    let gate = |at: usize| gates.slice(1, at * size, size);
    let kept = gate(1)?.sigmoid()?.mul(cell)?;
    let cell = kept.add(&gate(0)?.sigmoid()?.mul(&gate(2)?.tanh()?)?)?;
    let hidden = gate(3)?.sigmoid()?.mul(&cell.tanh()?)?;
    Ok([hidden, cell])
}
