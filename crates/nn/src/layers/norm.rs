//! Normalisation over the last dimension.

use tensor::Tensor;

use super::{Layer, along_last, check_nets};
use crate::{Init, ParameterList, Parameters, Result, Slot};

/// Layer normalisation, or root-mean-square normalisation where there is no bias.
#[derive(Clone, Debug)]
pub struct Norm {
    /// `[width]`.
    pub gain: Slot,
    /// `[width]`.
    pub bias: Option<Slot>,
    /// Added to the variance.
    pub eps: f32,
}

/// Declares `name.weight` (ones) and `name.bias` (zeros); eps 1e-5 as in torch.
pub fn layer_norm(list: &mut ParameterList, name: &str, width: usize) -> Result<Norm> {
    let gain = list.declare(format!("{name}.weight"), &[width], Init::Constant { value: 1.0 })?;
    let bias = list.declare(format!("{name}.bias"), &[width], Init::Zeros)?;
    Ok(Norm { gain, bias: Some(bias), eps: 1e-5 })
}

/// Declares `name.weight` (ones); eps 1e-6 as in Llama.
pub fn rms_norm(list: &mut ParameterList, name: &str, width: usize) -> Result<Norm> {
    let gain = list.declare(format!("{name}.weight"), &[width], Init::Constant { value: 1.0 })?;
    Ok(Norm { gain, bias: None, eps: 1e-6 })
}

impl Layer for Norm {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        check_nets("norm", p, x)?;
        let gain = p.get(self.gain)?;
        let bias = self.bias.map(|bias| p.get(bias)).transpose()?;
        if p.n_nets().is_none() {
            return Ok(match bias {
                Some(bias) => x.layer_norm(gain, bias, self.eps)?,
                None => x.rms_norm(gain, self.eps)?,
            });
        }
        let at = |value| Tensor::full(value, &x.shape()[x.rank() - 1..], &x.device());
        let (one, gain) = (at(1.0)?, along_last(p, gain, x)?);
        Ok(match bias {
            Some(bias) => {
                x.layer_norm(&one, &at(0.0)?, self.eps)?.mul(&gain)?.add(&along_last(p, bias, x)?)?
            }
            None => x.rms_norm(&one, self.eps)?.mul(&gain)?,
        })
    }
}
