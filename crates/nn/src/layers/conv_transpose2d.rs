//! A transposed convolution of images.

use tensor::{Conv, Padding2d, Tensor};

use super::{Layer, apart, check_nets, side_by_side};
use crate::{Error, Init, ParameterList, Parameters, Result, Slot};

/// `[batch, n_in, height, width] → [batch, n_out, out_h, out_w]`, a square kernel, with
/// `out = (size − 1) · stride − 2 · padding + kernel + output_padding`. With many networks
/// `[n_nets, batch, …] → [n_nets, batch, …]`, computed as one transposed convolution in `n_nets` groups.
#[derive(Clone, Debug)]
pub struct ConvTranspose2d {
    /// `[n_in, n_out, kernel, kernel]`.
    pub weight: Slot,
    /// `[n_out]`.
    pub bias: Slot,
    /// Pixels between neighbouring windows of the output.
    pub stride: usize,
    /// Pixels cut off around the output.
    pub padding: usize,
    /// Rows below and columns to the right that are added to the output.
    pub output_padding: usize,
}

/// Declares `name.weight` and `name.bias`, drawn as torch draws them.
pub fn conv_transpose2d(
    list: &mut ParameterList,
    name: &str,
    [n_in, n_out]: [usize; 2],
    kernel: usize,
    stride: usize,
    [padding, output_padding]: [usize; 2],
) -> Result<ConvTranspose2d> {
    if stride == 0 {
        return Err(Error::setting("conv_transpose2d", "a stride above 0", "0"));
    }
    // torch takes the second dimension of the weight for the inputs here too.
    let init = Init::Torch { fan_in: n_out * kernel * kernel };
    let weight = list.declare(format!("{name}.weight"), &[n_in, n_out, kernel, kernel], init)?;
    let bias = list.declare(format!("{name}.bias"), &[n_out], init)?;
    Ok(ConvTranspose2d { weight, bias, stride, padding, output_padding })
}

impl Layer for ConvTranspose2d {
    fn forward(&self, p: &Parameters, x: &Tensor) -> Result<Tensor> {
        check_nets("conv_transpose2d", p, x)?;
        let conv =
            Conv { stride: [self.stride; 2], padding: Padding2d::all(self.padding), ..Conv::default() };
        let added = [self.output_padding; 2];
        let (weight, bias) = (p.get(self.weight)?, p.get(self.bias)?);
        let Some(n_nets) = p.n_nets() else {
            return Ok(x.conv_transpose2d(weight, Some(bias), &conv, added)?);
        };
        let &[_, per_net, n_out, kernel_h, kernel_w] = weight.shape() else {
            let found = format!("{:?}", weight.shape());
            let expected = "a weight [n_nets, n_in, n_out, kernel, kernel]";
            return Err(Error::setting("conv_transpose2d", expected, found));
        };
        let x = side_by_side("conv_transpose2d", x)?;
        let weight = weight.reshape(&[n_nets * per_net, n_out, kernel_h, kernel_w])?;
        let bias = bias.reshape(&[n_nets * n_out])?;
        let conv = Conv { groups: n_nets, ..conv };
        let out = x.conv_transpose2d(&weight, Some(&bias), &conv, added)?;
        apart(&out, n_nets)
    }
}
