//! A dense layer.

use tensor::Tensor;

use super::{Layer, along_last, check_nets};
use crate::{Init, ParameterList, Parameters, Result, Slot};

/// `x · weightᵀ + bias`: `[…, n_in] → […, n_out]`.
#[derive(Clone, Debug)]
pub struct Linear {
    /// `[n_out, n_in]`.
    pub weight: Slot,
    /// `[n_out]`.
    pub bias: Option<Slot>,
}

/// Declares `name.weight` and `name.bias`, drawn as torch draws them.
pub fn linear(list: &mut ParameterList, name: &str, n_in: usize, n_out: usize) -> Result<Linear> {
    let init = Init::Torch { fan_in: n_in };
    linear_with(list, name, [n_in, n_out], init, Some(init))
}

/// Declares `name.weight` alone.
pub fn linear_no_bias(list: &mut ParameterList, name: &str, n_in: usize, n_out: usize) -> Result<Linear> {
    linear_with(list, name, [n_in, n_out], Init::Torch { fan_in: n_in }, None)
}

/// Declares the weight of `[n_in, n_out]` with its initialiser, and a bias where it has one.
pub fn linear_with(
    list: &mut ParameterList,
    name: &str,
    [n_in, n_out]: [usize; 2],
    weight: Init,
    bias: Option<Init>,
) -> Result<Linear> {
    let weight = list.declare(format!("{name}.weight"), &[n_out, n_in], weight)?;
    let bias = bias.map(|init| list.declare(format!("{name}.bias"), &[n_out], init)).transpose()?;
    Ok(Linear { weight, bias })
}

impl Layer for Linear {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        check_nets("linear", p, x)?;
        let weight = p.get(self.weight)?;
        let bias = self.bias.map(|bias| p.get(bias)).transpose()?;
        let Some(n_nets) = p.n_nets() else { return Ok(x.linear(weight, bias)?) };
        let (width, n_out) = (x.shape()[x.rank() - 1], weight.shape()[1]);
        let n_rows = x.count() / (n_nets * width).max(1);
        let out = x.reshape(&[n_nets, n_rows, width])?.matmul(&weight.transpose()?)?;
        let out = match bias {
            Some(bias) => out.add(&along_last(p, bias, &out)?)?,
            None => out,
        };
        let lead = &x.shape()[..x.rank() - 1];
        Ok(out.reshape(&[lead, &[n_out]].concat())?)
    }
}
