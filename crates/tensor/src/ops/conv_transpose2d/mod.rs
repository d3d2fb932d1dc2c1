//! Transposed 2-D convolution: one matrix product, whose columns are added to the image.

use crate::ops::conv2d::{Conv, add_channels, check_bias, check_channels};
use crate::ops::unfold2d::Geometry;
use crate::tensor::check_same_device;
use crate::{Error, Result, Tensor};

impl Tensor {
    /// As torch's `conv_transpose2d`: x `[batch, n_in, height, width]`, weight `[n_in, n_out / groups, kernel_h,
    /// kernel_w]`, bias `[n_out]` → `[batch, n_out, out_h, out_w]` with
    /// `out = (size − 1)·stride − padding + dilation·(kernel − 1) + 1 + output_padding`; the padding (both
    /// sides of it) is cut off. `output_padding` (rows below, columns after) is below the stride or the
    /// dilation. Cost 2·batch·height·width·n_in·kernel_h·kernel_w·n_out / groups flops.
    pub fn conv_transpose2d(
        &self,
        weight: &Tensor,
        bias: Option<&Tensor>,
        conv: &Conv,
        output_padding: [usize; 2],
    ) -> Result<Tensor> {
        const OP: &str = "conv_transpose2d";
        let ([batch, n_in, height, width], [w_in, per_group, kernel_h, kernel_w]) =
            (self.shape(), weight.shape())
        else {
            let found = format!("{:?} and weight {:?}", self.shape(), weight.shape());
            return Err(Error::shape(OP, "x [batch, n_in, h, w] and weight [n_in, n_out, kh, kw]", found));
        };
        check_same_device(OP, &[self, weight])?;
        let (groups, n_out) = (conv.groups, per_group * conv.groups);
        check_channels(OP, [*n_in, n_out], *w_in, groups)?;
        check_bias(OP, bias, n_out)?;
        let geometry = transposed([*height, *width], [*kernel_h, *kernel_w], conv, output_padding)?;
        let n_pixels = batch * height * width;
        let x = self.reshape(&[*batch, *n_in, height * width])?.permute(&[1, 0, 2])?;
        let x = x.reshape(&[groups, n_in / groups, n_pixels])?;
        let filters = weight.reshape(&[groups, n_in / groups, per_group * geometry.n_taps()])?.transpose()?;
        let columns = filters.matmul(&x)?.reshape(&[n_out * geometry.n_taps(), *batch, height * width])?;
        add_channels(&columns.fold_columns(geometry)?, bias)
    }
}

/// The geometry of the convolution whose input is this one's output.
fn transposed(
    size: [usize; 2],
    kernel: [usize; 2],
    conv: &Conv,
    output_padding: [usize; 2],
) -> Result<Geometry> {
    let Conv { stride, dilation, padding, .. } = *conv;
    let refused = |expected: &str| {
        let found = format!(
            "image {size:?}, kernel {kernel:?}, stride {stride:?}, dilation {dilation:?}, output padding {output_padding:?}"
        );
        Error::shape("conv_transpose2d", expected, found)
    };
    if [size, kernel, stride, dilation].concat().contains(&0) {
        return Err(refused("sizes, stride and dilation above 0"));
    }
    if [0, 1].iter().any(|&axis| output_padding[axis] >= stride[axis].max(dilation[axis])) {
        return Err(refused("an output padding below the stride or the dilation"));
    }
    let cut = [padding.top + padding.bottom, padding.left + padding.right];
    let full = |axis: usize| {
        (size[axis] - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1 + output_padding[axis]
    };
    if full(0) <= cut[0] || full(1) <= cut[1] {
        return Err(refused("an image larger than the padding that is cut off"));
    }
    let image = [full(0) - cut[0], full(1) - cut[1]];
    Ok(Geometry { image, kernel, stride, dilation, before: [padding.top, padding.left], out: size })
}
