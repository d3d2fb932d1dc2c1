//! 3-D convolution: the taps along the depth become channels of a 2-D one.

use crate::ops::conv2d::{Conv, Padding2d, check_channels};
use crate::{Error, Result, Tensor};

/// How a kernel moves through a volume; triples are `[depth, vertical, horizontal]`. The default moves by
/// one, without padding, over all channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv3d {
    /// Voxels from one output to the next.
    pub stride: [usize; 3],
    /// Zeros on both sides.
    pub padding: [usize; 3],
    /// Voxels from one tap of the kernel to the next.
    pub dilation: [usize; 3],
    /// Input and output channels fall into so many groups that do not see each other.
    pub groups: usize,
}

impl Default for Conv3d {
    fn default() -> Self {
        Self { stride: [1; 3], padding: [0; 3], dilation: [1; 3], groups: 1 }
    }
}

impl Tensor {
    /// As torch's `conv3d`: x `[batch, n_in, depth, height, width]`, weight `[n_out, n_in / groups, kernel_d,
    /// kernel_h, kernel_w]`, bias `[n_out]` → `[batch, n_out, out_d, out_h, out_w]`. Cost as
    /// [`Tensor::conv2d_with`] of batch·out_d images of n_in·kernel_d channels, which are copied.
    pub fn conv3d(&self, weight: &Tensor, bias: Option<&Tensor>, conv: &Conv3d) -> Result<Tensor> {
        let ([batch, n_in, depth, height, width], [n_out, per_group, kernel_d, kernel_h, kernel_w]) =
            (self.shape(), weight.shape())
        else {
            let found = format!("{:?} and weight {:?}", self.shape(), weight.shape());
            return Err(Error::shape(
                "conv3d",
                "x [batch, n_in, d, h, w] and weight [n_out, n_in, kd, kh, kw]",
                found,
            ));
        };
        check_channels("conv3d", [*n_in, *n_out], per_group * conv.groups, conv.groups)?;
        let around = |rows: usize, columns: usize| Padding2d {
            top: rows,
            bottom: rows,
            left: columns,
            right: columns,
        };
        let along_depth = Conv {
            stride: [conv.stride[0], 1],
            padding: around(conv.padding[0], 0),
            dilation: [conv.dilation[0], 1],
            groups: 1,
        };
        let slabs = self.reshape(&[*batch, *n_in, *depth, height * width])?;
        // [n_in·kernel_d, batch, out_d · height·width]
        let (columns, [out_d, _]) = slabs.columns([*kernel_d, 1], &along_depth)?;
        let images =
            columns.reshape(&[n_in * kernel_d, batch * out_d, *height, *width])?.permute(&[1, 0, 2, 3])?;
        let weight = weight.reshape(&[*n_out, per_group * kernel_d, *kernel_h, *kernel_w])?;
        let within = Conv {
            stride: [conv.stride[1], conv.stride[2]],
            padding: around(conv.padding[1], conv.padding[2]),
            dilation: [conv.dilation[1], conv.dilation[2]],
            groups: conv.groups,
        };
        let out = images.conv2d_with(&weight, bias, &within)?;
        let [out_h, out_w] = [out.shape()[2], out.shape()[3]];
        out.reshape(&[*batch, out_d, *n_out, out_h, out_w])?.permute(&[0, 2, 1, 3, 4])
    }
}
