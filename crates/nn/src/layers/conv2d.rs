//! A convolution of images.

use tensor::{Conv, Padding2d, Tensor};

use super::{Layer, apart, check_nets, side_by_side};
use crate::{Error, Init, ParameterList, Parameters, Result, Slot};

/// `[batch, n_in, height, width] → [batch, n_out, out_h, out_w]`, a square kernel. With many networks
/// `[n_nets, batch, …] → [n_nets, batch, …]`, computed as one convolution in `n_nets` groups.
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
        check_nets("conv2d", p, x)?;
        let padding = Padding2d::all(self.padding);
        let (weight, bias) = (p.get(self.weight)?, p.get(self.bias)?);
        let Some(n_nets) = p.n_nets() else { return Ok(x.conv2d(weight, bias, self.stride, padding)?) };
        let &[_, n_out, per_group, kernel_h, kernel_w] = weight.shape() else {
            let found = format!("{:?}", weight.shape());
            return Err(Error::setting("conv2d", "a weight [n_nets, n_out, n_in, kernel, kernel]", found));
        };
        let x = side_by_side("conv2d", x)?;
        let weight = weight.reshape(&[n_nets * n_out, per_group, kernel_h, kernel_w])?;
        let bias = bias.reshape(&[n_nets * n_out])?;
        let conv = Conv { stride: [self.stride; 2], padding, groups: n_nets, ..Conv::default() };
        let out = x.conv2d_with(&weight, Some(&bias), &conv)?;
        apart(&out, n_nets)
    }
}
