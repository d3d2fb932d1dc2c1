//! Networks through time: plain recurrent (Elman 1990), GRU (Cho et al. 2014) and LSTM (Hochreiter &
//! Schmidhuber 1997), with torch's weights, order of gates and formulas, one layer in one direction.
//!
//! The inputs of all times go through their weights in one product; then each step is one product and a
//! fused kernel or two. Cost: `2 · batch · time · gates · hidden · (n_in + hidden)` flops, and some five
//! kernels a step (twice as many more for gradients). For the other direction flip the time; for more
//! layers feed `outputs` on.

mod cells;

use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

/// Weights of one layer, as torch's `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0` and `bias_hh_l0`. Gates:
/// 1 for [`Tensor::rnn`]; 3 for [`Tensor::gru`] (reset, update, new); 4 for [`Tensor::lstm`] (input,
/// forget, cell, output).
#[derive(Clone, Copy)]
pub struct RecurrentWeights<'a> {
    /// `[gates · hidden, n_in]`.
    pub input: &'a Tensor,
    /// `[gates · hidden, hidden]`.
    pub recurrent: &'a Tensor,
    /// Of the input and of the recurrence, `[gates · hidden]` each.
    pub biases: Option<[&'a Tensor; 2]>,
}

/// What [`Tensor::rnn`] and [`Tensor::gru`] compute.
pub struct Recurrent {
    /// The hidden state after each step: `[batch, time, hidden]`.
    pub outputs: Tensor,
    /// The last one: `[batch, hidden]`.
    pub hidden: Tensor,
}

/// What [`Tensor::lstm`] computes.
pub struct Lstm {
    /// The hidden state after each step: `[batch, time, hidden]`.
    pub outputs: Tensor,
    /// The last one: `[batch, hidden]`.
    pub hidden: Tensor,
    /// The last state of the cell: `[batch, hidden]`.
    pub cell: Tensor,
}

/// The function of a plain recurrent network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecurrentFunction {
    /// Hyperbolic tangent.
    Tanh,
    /// max(x, 0).
    Relu,
}

impl Tensor {
    /// `h_t = f(W x_t + b + U h_{t−1} + c)` (torch's `RNN`, `batch_first`). `self` `[batch, time, n_in]`;
    /// `start` `[batch, hidden]`, zeros where none.
    pub fn rnn(
        &self,
        weights: &RecurrentWeights<'_>,
        start: Option<&Tensor>,
        function: RecurrentFunction,
    ) -> Result<Recurrent> {
        let steps = Steps::new("rnn", self, weights, 1)?;
        let mut hidden = steps.start(start)?;
        let mut outputs = Vec::with_capacity(steps.time);
        for at in 0..steps.time {
            hidden = cells::rnn(&steps.input(at)?, &steps.recur(&hidden)?, function)?;
            outputs.push(hidden.clone());
        }
        Ok(Recurrent { outputs: steps.join(&outputs)?, hidden })
    }

    /// Gated recurrent units, in the variant that resets after the product (torch's `GRU`,
    /// `batch_first`). Shapes as [`Tensor::rnn`].
    pub fn gru(&self, weights: &RecurrentWeights<'_>, start: Option<&Tensor>) -> Result<Recurrent> {
        let steps = Steps::new("gru", self, weights, 3)?;
        let mut hidden = steps.start(start)?;
        let mut outputs = Vec::with_capacity(steps.time);
        for at in 0..steps.time {
            hidden = cells::gru(&steps.input(at)?, &steps.recur(&hidden)?, &hidden)?;
            outputs.push(hidden.clone());
        }
        Ok(Recurrent { outputs: steps.join(&outputs)?, hidden })
    }

    /// Long short-term memory with forget gates (torch's `LSTM`, `batch_first`). `start`: hidden state and
    /// cell, `[batch, hidden]` each, zeros where none.
    pub fn lstm(&self, weights: &RecurrentWeights<'_>, start: Option<[&Tensor; 2]>) -> Result<Lstm> {
        let steps = Steps::new("lstm", self, weights, 4)?;
        let mut hidden = steps.start(start.map(|[hidden, _]| hidden))?;
        let mut cell = steps.start(start.map(|[_, cell]| cell))?;
        let mut outputs = Vec::with_capacity(steps.time);
        for at in 0..steps.time {
            [hidden, cell] = cells::lstm(&steps.input(at)?.add(&steps.recur(&hidden)?)?, &cell)?;
            outputs.push(hidden.clone());
        }
        Ok(Lstm { outputs: steps.join(&outputs)?, hidden, cell })
    }
}

/// A layer made ready to step.
struct Steps<'a> {
    op: &'static str,
    batch: usize,
    time: usize,
    hidden: usize,
    /// The inputs of all times through their weights: `[batch, time, gates · hidden]`.
    projected: Tensor,
    /// `[hidden, gates · hidden]`.
    recurrent: Tensor,
    recurrent_bias: Option<&'a Tensor>,
}

impl<'a> Steps<'a> {
    fn new(op: &'static str, x: &Tensor, weights: &RecurrentWeights<'a>, n_gates: usize) -> Result<Self> {
        let RecurrentWeights { input, recurrent, biases } = *weights;
        check_same_device(op, &[x, input, recurrent])?;
        let found = || format!("{:?}, weights {:?} and {:?}", x.shape(), input.shape(), recurrent.shape());
        let ([batch, time, n_in], [rows, hidden]) = (x.shape(), recurrent.shape()) else {
            return Err(Error::shape(op, "x [batch, time, n_in] and weights of rank 2", found()));
        };
        if *rows != n_gates * hidden || input.shape() != [*rows, *n_in] {
            let expected = format!("weights [{n_gates} · hidden, n_in] and [{n_gates} · hidden, hidden]");
            return Err(Error::shape(op, expected, found()));
        }
        if let Some(bias) = biases.iter().flatten().find(|bias| bias.shape() != [*rows]) {
            return Err(Error::shape(op, format!("biases [{rows}]"), format!("{:?}", bias.shape())));
        }
        Ok(Self {
            op,
            batch: *batch,
            time: *time,
            hidden: *hidden,
            projected: x.linear(input, biases.map(|[bias, _]| bias))?,
            recurrent: recurrent.transpose()?,
            recurrent_bias: biases.map(|[_, bias]| bias),
        })
    }

    /// The state to begin with.
    fn start(&self, given: Option<&Tensor>) -> Result<Tensor> {
        let shape = [self.batch, self.hidden];
        match given {
            None => Tensor::full(0.0, &shape, &self.projected.device()),
            Some(state) if state.shape() == shape => Ok(state.clone()),
            Some(state) => {
                Err(Error::shape(self.op, format!("a state {shape:?}"), format!("{:?}", state.shape())))
            }
        }
    }

    /// What the input gives to a step: `[batch, gates · hidden]`.
    fn input(&self, at: usize) -> Result<Tensor> {
        let width = self.projected.shape()[2];
        self.projected.slice(1, at, 1)?.reshape(&[self.batch, width])
    }

    /// What the last state gives to a step.
    fn recur(&self, hidden: &Tensor) -> Result<Tensor> {
        let product = hidden.matmul(&self.recurrent)?;
        match self.recurrent_bias {
            Some(bias) => product.add(bias),
            None => Ok(product),
        }
    }

    fn join(&self, outputs: &[Tensor]) -> Result<Tensor> {
        if outputs.is_empty() {
            return Tensor::full(0.0, &[self.batch, 0, self.hidden], &self.projected.device());
        }
        Tensor::stack(&outputs.iter().collect::<Vec<_>>(), 1)
    }
}
