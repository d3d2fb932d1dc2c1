//! 2-D convolution, as unfolding and one matrix product for all images. In wasm our own product reads the patches
//! from each image instead; only the gradient unfolds there.

mod op;
mod patches;
mod product;

use op::Convolve;
use product::{Product, is_by_image};

use super::unfold2d::Geometry;
use crate::tensor::check_same_device;
use crate::{Device, Error, Result, Tensor};

/// Rows and columns of zeros around an image, in pixels. Sides may differ, as TensorFlow's
/// `same` padding needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Padding2d {
    /// Rows above.
    pub top: usize,
    /// Rows below.
    pub bottom: usize,
    /// Columns before.
    pub left: usize,
    /// Columns after.
    pub right: usize,
}

impl Padding2d {
    /// The same number of pixels on all sides.
    pub fn all(pixels: usize) -> Self {
        Self { top: pixels, bottom: pixels, left: pixels, right: pixels }
    }

    /// TensorFlow's `same`: the output has `⌈size / stride⌉` pixels; an odd pixel goes after.
    /// A stride of 0 counts as 1.
    pub fn same(size: [usize; 2], kernel: [usize; 2], stride: usize) -> Self {
        let stride = stride.max(1);
        let total = |size: usize, kernel: usize| {
            (size.div_ceil(stride).saturating_sub(1) * stride + kernel).saturating_sub(size)
        };
        let (rows, columns) = (total(size[0], kernel[0]), total(size[1], kernel[1]));
        Self { top: rows / 2, bottom: rows - rows / 2, left: columns / 2, right: columns - columns / 2 }
    }
}

/// How a kernel moves over an image; pairs are `[vertical, horizontal]`, in pixels. The default moves by
/// one pixel, without padding, over all channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv {
    /// Pixels from one output to the next.
    pub stride: [usize; 2],
    /// Zeros around the image.
    pub padding: Padding2d,
    /// Pixels from one tap of the kernel to the next.
    pub dilation: [usize; 2],
    /// Input and output channels fall into so many groups that do not see each other.
    pub groups: usize,
}

impl Default for Conv {
    fn default() -> Self {
        Self { stride: [1, 1], padding: Padding2d::default(), dilation: [1, 1], groups: 1 }
    }
}

impl Tensor {
    /// Cross-correlation (what networks call convolution): x `[batch, n_in, height, width]`, weight
    /// `[n_out, n_in, kernel_h, kernel_w]`, bias `[n_out]` → `[batch, n_out, out_h, out_w]`.
    pub fn conv2d(
        &self,
        weight: &Tensor,
        bias: &Tensor,
        stride: usize,
        padding: Padding2d,
    ) -> Result<Tensor> {
        self.conv2d_with(weight, Some(bias), &Conv { stride: [stride; 2], padding, ..Conv::default() })
    }

    /// As torch's `conv2d`: x `[batch, n_in, height, width]`, weight `[n_out, n_in / groups, kernel_h,
    /// kernel_w]`, bias `[n_out]` → `[batch, n_out, out_h, out_w]` with
    /// `out = (size + padding − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.
    /// Cost 2·batch·out_h·out_w·n_out·kernel_h·kernel_w·n_in / groups flops, and memory for the patches:
    /// batch·out_h·out_w·kernel_h·kernel_w·n_in numbers (none for one image and a 1 × 1 kernel, none in wasm but for the gradient).
    pub fn conv2d_with(&self, weight: &Tensor, bias: Option<&Tensor>, conv: &Conv) -> Result<Tensor> {
        let ([batch, n_in, height, width], [n_out, per_group, kernel_h, kernel_w]) =
            (self.shape(), weight.shape())
        else {
            let found = format!("{:?} and weight {:?}", self.shape(), weight.shape());
            return Err(Error::shape(
                "conv2d",
                "x [batch, n_in, h, w] and weight [n_out, n_in, kh, kw]",
                found,
            ));
        };
        check_same_device("conv2d", &[self, weight])?;
        check_channels("conv2d", [*n_in, *n_out], per_group * conv.groups, conv.groups)?;
        check_bias("conv2d", bias, *n_out)?;
        let kernel = [*kernel_h, *kernel_w];
        let is_depthwise = *per_group == 1 && *n_out == conv.groups && conv.groups > 1;
        let is_empty = self.count() == 0 || weight.count() == 0;
        // candle's product, which is faster natively, takes no patches.
        if cfg!(target_arch = "wasm32") && matches!(self.device(), Device::Cpu) && !is_depthwise && !is_empty
        {
            let geometry = Geometry::new([*height, *width], kernel, conv)?;
            let shape = [*batch, *n_out, geometry.out[0], geometry.out[1]];
            let product = Tensor::from_op(Convolve { geometry, conv: *conv }, &[self, weight], &shape)?;
            return add_channels(&product, bias);
        }
        let n_patch = per_group * kernel_h * kernel_w;
        let (columns, out) = if (Conv { groups: 1, ..*conv }) == Conv::default() && kernel == [1, 1] {
            (self.reshape(&[*batch, *n_in, height * width])?.permute(&[1, 0, 2])?, [*height, *width])
        } else {
            self.columns(kernel, conv)?
        };
        let pixels = out[0] * out[1];
        let lead = if conv.groups == 1 { vec![] } else { vec![conv.groups] };
        let product = if is_depthwise {
            // Depthwise: products of one row would waste the matrix kernel.
            let columns = columns.reshape(&[*n_out, n_patch, batch * pixels])?;
            weight.reshape(&[*n_out, n_patch, 1])?.mul(&columns)?.sum(1)?
        } else if matches!(self.device(), Device::Gpu(_)) && !is_empty && pixels > 0 {
            let columns =
                if is_by_image(*batch, conv.groups, pixels) { columns } else { columns.contiguous()? };
            let columns = columns.reshape(&[conv.groups, n_patch, *batch, pixels])?;
            let weight = weight.reshape(&[conv.groups, n_out / conv.groups, n_patch])?;
            let shape = [*batch, conv.groups, n_out / conv.groups, pixels];
            let product = Tensor::from_op(Product, &[&weight, &columns], &shape)?;
            return add_channels(&product.reshape(&[*batch, *n_out, out[0], out[1]])?, bias);
        } else {
            let columns = columns.reshape(&[lead.as_slice(), &[n_patch, batch * pixels]].concat())?;
            weight.reshape(&[lead.as_slice(), &[n_out / conv.groups, n_patch]].concat())?.matmul(&columns)?
        };
        let product = product.reshape(&[*n_out, *batch, out[0], out[1]])?.permute(&[1, 0, 2, 3])?;
        add_channels(&product, bias)
    }
}

/// Fails unless groups divide the channels, and the weight has as many input channels.
pub(crate) fn check_channels(
    op: &'static str,
    channels: [usize; 2],
    n_seen: usize,
    groups: usize,
) -> Result<()> {
    if groups == 0 || channels.iter().any(|n| n % groups != 0) {
        let expected =
            format!("groups that divide {} input and {} output channels", channels[0], channels[1]);
        return Err(Error::shape(op, expected, format!("{groups} groups")));
    }
    if channels[0] != n_seen {
        return Err(Error::shape(
            op,
            format!("{n_seen} input channels for this weight"),
            format!("{}", channels[0]),
        ));
    }
    Ok(())
}

pub(crate) fn check_bias(op: &'static str, bias: Option<&Tensor>, n_out: usize) -> Result<()> {
    match bias.filter(|bias| bias.shape() != [n_out]) {
        None => Ok(()),
        Some(bias) => Err(Error::shape(op, format!("a bias [{n_out}]"), format!("{:?}", bias.shape()))),
    }
}

/// Adds a bias `[channels]` to `[batch, channels, height, width]`.
pub(crate) fn add_channels(x: &Tensor, bias: Option<&Tensor>) -> Result<Tensor> {
    match bias {
        Some(bias) => x.add(&bias.reshape(&[bias.count(), 1, 1])?),
        None => Ok(x.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_padding_puts_the_odd_pixel_after() {
        let padding = Padding2d::same([227, 4], [3, 3], 2);
        assert_eq!(padding, Padding2d { top: 1, bottom: 1, left: 0, right: 1 });
    }
}
