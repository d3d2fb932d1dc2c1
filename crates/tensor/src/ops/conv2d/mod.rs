//! 2-D convolution, as unfolding and one matrix product an image.

use crate::{Error, Result, Tensor};

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
        let ([batch, n_in, height, width], [n_out, w_in, kernel_h, kernel_w]) =
            (self.shape(), weight.shape())
        else {
            let found = format!("{:?} and weight {:?}", self.shape(), weight.shape());
            return Err(Error::shape(
                "conv2d",
                "x [batch, n_in, h, w] and weight [n_out, n_in, kh, kw]",
                found,
            ));
        };
        if n_in != w_in || bias.shape() != [*n_out] {
            let expected = format!("{w_in} input channels and a bias [{n_out}] for this weight");
            return Err(Error::shape("conv2d", expected, format!("{n_in} and {:?}", bias.shape())));
        }
        let is_pointwise = [*kernel_h, *kernel_w, stride] == [1, 1, 1] && padding == Padding2d::default();
        let columns = if is_pointwise {
            self.reshape(&[*batch, *n_in, height * width])?
        } else {
            self.unfold2d([*kernel_h, *kernel_w], stride, padding)?
        };
        // The unfolding has checked that the kernel fits.
        let out = |size: usize, pad: usize, kernel: usize| {
            if is_pointwise { size } else { (size + pad - kernel) / stride + 1 }
        };
        let out_height = out(*height, padding.top + padding.bottom, *kernel_h);
        let out_width = out(*width, padding.left + padding.right, *kernel_w);
        let filters = weight.reshape(&[*n_out, n_in * kernel_h * kernel_w])?;
        let out = filters.matmul(&columns)?.add(&bias.reshape(&[*n_out, 1])?)?;
        out.reshape(&[*batch, *n_out, out_height, out_width])
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
