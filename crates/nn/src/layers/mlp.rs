//! Dense layers one after another.

use tensor::Tensor;

use super::{Activation, Layer, Linear, linear};
use crate::{ParameterList, Parameters, Result};

/// `[…, sizes[0]] → […, sizes[last]]`: dense layers with a nonlinearity between them.
#[derive(Clone, Debug)]
pub struct Mlp {
    /// In order.
    pub layers: Vec<Linear>,
    /// Between layers; not after the last.
    pub activation: Activation,
}

/// Declares `name.0.weight`, `name.0.bias`, `name.1.weight`, …
pub fn mlp(list: &mut ParameterList, name: &str, sizes: &[usize], activation: Activation) -> Result<Mlp> {
    let layers = sizes
        .windows(2)
        .enumerate()
        .map(|(at, pair)| linear(list, &format!("{name}.{at}"), pair[0], pair[1]))
        .collect::<Result<_>>()?;
    Ok(Mlp { layers, activation })
}

impl Mlp {
    /// What each layer gives after its nonlinearity, the last one's output last.
    pub fn activations(&self, p: &Parameters, x: &Tensor) -> Result<Vec<Tensor>> {
        let mut values = Vec::with_capacity(self.layers.len());
        let mut x = x.clone();
        for (at, layer) in self.layers.iter().enumerate() {
            x = layer.forward(p, &x)?;
            if at + 1 < self.layers.len() {
                x = self.activation.apply(&x)?;
            }
            values.push(x.clone());
        }
        Ok(values)
    }
}

impl Layer for Mlp {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        Ok(self.activations(p, x)?.pop().unwrap_or_else(|| x.clone()))
    }
}
