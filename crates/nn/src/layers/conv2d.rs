//! A convolution of images.

use tensor::{Padding2d, Tensor};

use super::Layer;
use crate::{Error, Init, ParameterList, Parameters, Result, Slot};

/// `[batch, n_in, height, width] → [batch, n_out, out_h, out_w]`, a square kernel. For one network at a
/// time.
#[derive(Clone, Debug)]
pub struct Conv2d {
    /// `[n_out, n_in, kernel, kernel]`.
    pub weight: Slot,
    /// `[n_out]`.
    pub bias: Slot,
    /// Pixels between neighbouring windows.
    pub stride: usize,
    /// Zeros around the image, in pixels.
    pub padding: usize,
}

/// Declares `name.weight` and `name.bias`, drawn as torch draws them.
pub fn conv2d(
    list: &mut ParameterList,
    name: &str,
    [n_in, n_out]: [usize; 2],
    kernel: usize,
    stride: usize,
    padding: usize,
) -> Result<Conv2d> {
    if stride == 0 {
        return Err(Error::setting("conv2d", "a stride above 0", "0"));
    }
    let init = Init::Torch { fan_in: n_in * kernel * kernel };
    let weight = list.declare(format!("{name}.weight"), &[n_out, n_in, kernel, kernel], init)?;
    let bias = list.declare(format!("{name}.bias"), &[n_out], init)?;
    Ok(Conv2d { weight, bias, stride, padding })
}

impl Layer for Conv2d {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        if let Some(n_nets) = p.n_nets() {
            return Err(Error::setting("conv2d", "one network at a time", format!("{n_nets} networks")));
        }
        let padding = Padding2d::all(self.padding);
        Ok(x.conv2d(p.get(self.weight)?, p.get(self.bias)?, self.stride, padding)?)
    }
}
