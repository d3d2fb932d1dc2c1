//! 1-D convolution and its transpose, as the 2-D ones with images of one row.

use crate::ops::conv2d::{Conv, Padding2d};
use crate::{Error, Result, Tensor};

/// How a kernel moves along a sequence. The default moves by one place, without padding, over all channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv1d {
    /// Places from one output to the next.
    pub stride: usize,
    /// Zeros before and after the sequence (before alone, with `dilation · (kernel − 1)`: causal).
    pub padding: [usize; 2],
    /// Places from one tap of the kernel to the next.
    pub dilation: usize,
    /// Input and output channels fall into so many groups that do not see each other.
    pub groups: usize,
}

impl Default for Conv1d {
    fn default() -> Self {
        Self { stride: 1, padding: [0, 0], dilation: 1, groups: 1 }
    }
}

impl Conv1d {
    /// The same along the width of an image.
    fn in_2d(&self) -> Conv {
        let padding = Padding2d { left: self.padding[0], right: self.padding[1], ..Padding2d::default() };
        Conv { stride: [1, self.stride], padding, dilation: [1, self.dilation], groups: self.groups }
    }
}

impl Tensor {
    /// As torch's `conv1d`: x `[batch, n_in, width]`, weight `[n_out, n_in / groups, kernel]`, bias `[n_out]`
    /// → `[batch, n_out, out]`. Cost as [`Tensor::conv2d_with`].
    pub fn conv1d(&self, weight: &Tensor, bias: Option<&Tensor>, conv: &Conv1d) -> Result<Tensor> {
        let (x, weight) = as_rows("conv1d", self, weight)?;
        x.conv2d_with(&weight, bias, &conv.in_2d())?.squeeze(2)
    }

    /// As torch's `conv_transpose1d`: x `[batch, n_in, width]`, weight `[n_in, n_out / groups, kernel]`, bias
    /// `[n_out]` → `[batch, n_out, out]`; see [`Tensor::conv_transpose2d`].
    pub fn conv_transpose1d(
        &self,
        weight: &Tensor,
        bias: Option<&Tensor>,
        conv: &Conv1d,
        output_padding: usize,
    ) -> Result<Tensor> {
        let (x, weight) = as_rows("conv_transpose1d", self, weight)?;
        x.conv_transpose2d(&weight, bias, &conv.in_2d(), [0, output_padding])?.squeeze(2)
    }
}

/// Both with a height of 1.
fn as_rows(op: &'static str, x: &Tensor, weight: &Tensor) -> Result<(Tensor, Tensor)> {
    if x.rank() != 3 || weight.rank() != 3 {
        let found = format!("{:?} and weight {:?}", x.shape(), weight.shape());
        return Err(Error::shape(op, "x [batch, n_in, width] and a weight of 3 dimensions", found));
    }
    Ok((x.unsqueeze(2)?, weight.unsqueeze(2)?))
}
