//! The three kinds of cells: their gates at all positions, and the states that follow from the gates. Formulas and
//! order as in torch's documentation of `LSTM`, `GRU` and `RNN`.
//!
//! Two passes: the first finds the gates step by step, the second lets the states run through them. So each gate is a
//! site of its own, and one that is changed there changes the states of its layer from then on (though not that
//! layer's later gates, which are known by then).

use tensor::Tensor;

use crate::Result;

/// A kind of cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Gates i, f, g, o; a cell c beside the hidden state h.
    Lstm,
    /// Gates r, z, n.
    Gru,
    /// No gates: h = tanh(…).
    Tanh,
    /// No gates: h = max(…, 0).
    Relu,
}

/// What stands between a layer's input and its gates, at one step: what the input gives, and what the last state does.
/// `[1, parts · hidden]` each.
struct Sums {
    input: Tensor,
    state: Tensor,
    hidden: usize,
}

impl Sums {
    fn part(&self, at: usize) -> Result<[Tensor; 2]> {
        let (start, size) = (at * self.hidden, self.hidden);
        Ok([self.input.slice(1, start, size)?, self.state.slice(1, start, size)?])
    }

    fn added(&self, at: usize) -> Result<Tensor> {
        let [input, state] = self.part(at)?;
        Ok(input.add(&state)?)
    }
}

impl Cell {
    /// Each gate's letter with what it does.
    pub fn gates(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Lstm => &[
                ("i", "Input gate: how much of the candidate enters the cell, 0 to 1."),
                ("f", "Forget gate: how much of the last cell stays, 0 to 1."),
                ("g", "Candidate for the cell, −1 to 1."),
                ("o", "Output gate: how much of the cell shows, 0 to 1."),
            ],
            Self::Gru => &[
                ("r", "Reset gate: how much of the last state the candidate sees, 0 to 1."),
                ("z", "Update gate: how much of the last state stays, 0 to 1."),
                ("n", "Candidate for the state, −1 to 1."),
            ],
            Self::Tanh | Self::Relu => &[],
        }
    }

    /// Blocks of `hidden` rows in the weights.
    pub fn parts(self) -> usize {
        self.gates().len().max(1)
    }

    /// The gates of one step (for a plain cell the state itself), `[1, hidden]` each.
    fn open(self, sums: &Sums) -> Result<Vec<Tensor>> {
        Ok(match self {
            Self::Lstm => vec![
                sums.added(0)?.sigmoid()?,
                sums.added(1)?.sigmoid()?,
                sums.added(2)?.tanh()?,
                sums.added(3)?.sigmoid()?,
            ],
            Self::Gru => {
                let reset = sums.added(0)?.sigmoid()?;
                let [input, state] = sums.part(2)?;
                let new = input.add(&reset.mul(&state)?)?.tanh()?;
                vec![reset, sums.added(1)?.sigmoid()?, new]
            }
            Self::Tanh => vec![sums.added(0)?.tanh()?],
            Self::Relu => vec![sums.added(0)?.relu()?],
        })
    }

    /// What is carried to the next step: the cell of an LSTM, the hidden state of others.
    fn carry(self, gates: &[Tensor], last: &Tensor) -> Result<Tensor> {
        Ok(match (self, gates) {
            (Self::Lstm, [i, f, g, ..]) => f.mul(last)?.add(&i.mul(g)?)?,
            (Self::Gru, [_, z, n]) => n.add(&z.mul(&last.sub(n)?)?)?,
            (_, gates) => gates[0].clone(),
        })
    }

    /// The hidden state that shows of what is carried, at one step or all.
    pub fn show(self, gates: &[Tensor], carried: &Tensor) -> Result<Tensor> {
        Ok(match (self, gates) {
            (Self::Lstm, [.., o]) => o.mul(&carried.tanh()?)?,
            _ => carried.clone(),
        })
    }

    /// The gates at all positions (for a plain cell the states), `[pos, hidden]` each. `projected` `[pos, parts · hidden]`
    /// is what the inputs give; `recur` makes what a hidden state `[1, hidden]` gives.
    pub fn run(
        self,
        projected: &Tensor,
        hidden: usize,
        recur: &dyn Fn(&Tensor) -> Result<Tensor>,
    ) -> Result<Vec<Tensor>> {
        let mut carried = Tensor::full(0.0, &[1, hidden], &projected.device())?;
        let mut shown = carried.clone();
        let mut steps: Vec<Vec<Tensor>> = vec![];
        for at in 0..projected.shape()[0] {
            let (input, state) = (projected.slice(0, at, 1)?, recur(&shown)?);
            let gates = self.open(&Sums { input, state, hidden })?;
            carried = self.carry(&gates, &carried)?;
            shown = self.show(&gates, &carried)?;
            steps.push(gates);
        }
        (0..self.parts()).map(|gate| join(steps.iter().map(|step| &step[gate]))).collect()
    }

    /// What is carried at all positions, by the gates at all positions: `[pos, hidden]`.
    pub fn states(self, gates: &[Tensor]) -> Result<Tensor> {
        if self.gates().is_empty() {
            return Ok(gates[0].clone());
        }
        let mut carried = Tensor::full(0.0, &[1, gates[0].shape()[1]], &gates[0].device())?;
        let mut all = vec![];
        for at in 0..gates[0].shape()[0] {
            let step: Vec<Tensor> =
                gates.iter().map(|gate| gate.slice(0, at, 1)).collect::<Result<_, _>>()?;
            carried = self.carry(&step, &carried)?;
            all.push(carried.clone());
        }
        join(all.iter())
    }
}

/// Steps `[1, hidden]` below each other.
fn join<'t>(steps: impl Iterator<Item = &'t Tensor>) -> Result<Tensor> {
    Ok(Tensor::concat(&steps.collect::<Vec<_>>(), 0)?)
}
