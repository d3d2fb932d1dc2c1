//! Long short-term memory (Hochreiter & Schmidhuber 1997), with torch's gates and names.

use tensor::Tensor;

use super::{Layer, Linear};
use crate::{Error, Init, ParameterList, Parameters, Result};

/// Layers of cells, each reading the hidden states of the one before: `[batch, pos, n_in] → [batch, pos, hidden]`. States
/// start at 0. For one network at a time.
#[derive(Clone, Debug)]
pub struct Lstm {
    layers: Vec<[Linear; 2]>,
    hidden: usize,
}

/// Declares `name.weight_ih_l0` `[4 hidden, n_in]`, `name.weight_hh_l0` `[4 hidden, hidden]`, `name.bias_ih_l0`,
/// `name.bias_hh_l0`, and so on for each layer: rows in the order input, forget, cell, output, drawn as torch draws them.
pub fn lstm(
    list: &mut ParameterList,
    name: &str,
    n_in: usize,
    hidden: usize,
    n_layers: usize,
) -> Result<Lstm> {
    let init = Init::Torch { fan_in: hidden };
    let mut part = |layer: usize, part: &str, n_in: usize| {
        let mut declare =
            |what: &str, shape: &[usize]| list.declare(format!("{name}.{what}_{part}_l{layer}"), shape, init);
        let weight = declare("weight", &[4 * hidden, n_in])?;
        Ok::<_, Error>(Linear { weight, bias: Some(declare("bias", &[4 * hidden])?) })
    };
    let mut layers = Vec::with_capacity(n_layers);
    for layer in 0..n_layers {
        layers.push([part(layer, "ih", if layer == 0 { n_in } else { hidden })?, part(layer, "hh", hidden)?]);
    }
    Ok(Lstm { layers, hidden })
}

impl Lstm {
    /// One position after the other, each `[batch, n_in]` → the last layer's hidden states, each `[batch, hidden]`. A text
    /// that lies in steps has a gradient that costs as much as the text; cutting it out of one tensor would cost its
    /// square.
    pub fn steps(&self, p: &Parameters, steps: &[Tensor]) -> Result<Vec<Tensor>> {
        if let Some(n_nets) = p.n_nets() {
            return Err(Error::setting("lstm", "one network at a time", format!("{n_nets} networks")));
        }
        let mut steps = steps.to_vec();
        for [input, recurrent] in &self.layers {
            let Some(first) = steps.first() else { break };
            let zeros = Tensor::full(0.0, &[first.shape()[0], self.hidden], &first.device())?;
            let (mut c, mut h) = (zeros.clone(), zeros);
            for x in &mut steps {
                let gates = input.forward(p, x)?.add(&recurrent.forward(p, &h)?)?;
                let gate = |k: usize| gates.slice(1, k * self.hidden, self.hidden);
                let kept = gate(1)?.sigmoid()?.mul(&c)?;
                c = kept.add(&gate(0)?.sigmoid()?.mul(&gate(2)?.tanh()?)?)?;
                h = gate(3)?.sigmoid()?.mul(&c.tanh()?)?;
                *x = h.clone();
            }
        }
        Ok(steps)
    }
}

impl Layer for Lstm {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        let [batch, n_pos, n_in] = *x.shape() else {
            return Err(Error::setting("lstm", "[batch, pos, n_in]", format!("{:?}", x.shape())));
        };
        let step = |at: usize| Ok(x.slice(1, at, 1)?.reshape(&[batch, n_in])?);
        let steps: Vec<Tensor> = (0..n_pos).map(step).collect::<Result<_>>()?;
        let out: Vec<Tensor> = self
            .steps(p, &steps)?
            .iter()
            .map(|h| Ok(h.reshape(&[batch, 1, self.hidden])?))
            .collect::<Result<_>>()?;
        Ok(Tensor::concat(&out.iter().collect::<Vec<_>>(), 1)?)
    }
}
