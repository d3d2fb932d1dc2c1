//! Which pixel each tap of a kernel meets for each output.

use std::ops::Range;

use crate::ops::conv2d::Conv;
use crate::{Error, Result};

/// Geometry of one unfolding; pairs are `[vertical, horizontal]`, sizes in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Geometry {
    pub image: [usize; 2],
    pub kernel: [usize; 2],
    pub stride: [usize; 2],
    pub dilation: [usize; 2],
    /// Padding above and to the left.
    pub before: [usize; 2],
    pub out: [usize; 2],
}

/// The outputs whose pixels under one tap lie within the image, and the first such pixel.
pub(super) struct Span {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    pub first: [usize; 2],
}

impl Geometry {
    /// Errors when the kernel does not fit the padded image, or a step is 0.
    pub fn new(image: [usize; 2], kernel: [usize; 2], conv: &Conv) -> Result<Self> {
        let Conv { stride, padding, dilation, .. } = *conv;
        let full = [image[0] + padding.top + padding.bottom, image[1] + padding.left + padding.right];
        let reach =
            |axis: usize| kernel[axis].saturating_sub(1).saturating_mul(dilation[axis]).saturating_add(1);
        let fits = reach(0) <= full[0] && reach(1) <= full[1];
        if [kernel, stride, dilation].concat().contains(&0) || !fits {
            let expected = format!("a kernel within the padded {full:?}, a stride and a dilation above 0");
            let found = format!("kernel {kernel:?}, stride {stride:?}, dilation {dilation:?}");
            return Err(Error::shape("unfold2d", expected, found));
        }
        let out = [0, 1].map(|axis| (full[axis] - reach(axis)) / stride[axis] + 1);
        Ok(Self { image, kernel, stride, dilation, before: [padding.top, padding.left], out })
    }

    /// Sizes of the image with its padding, as far as the kernel reaches.
    pub fn padded(&self) -> [usize; 2] {
        [0, 1].map(|axis| {
            let reach =
                (self.out[axis] - 1) * self.stride[axis] + (self.kernel[axis] - 1) * self.dilation[axis] + 1;
            reach.max(self.before[axis] + self.image[axis])
        })
    }

    /// All of it, to tell one unfolding from another.
    pub fn key(&self) -> Vec<usize> {
        [self.image, self.kernel, self.stride, self.dilation, self.before, self.out].concat()
    }

    /// Taps of the kernel.
    pub fn n_taps(&self) -> usize {
        self.kernel[0] * self.kernel[1]
    }

    /// Outputs of one image.
    pub fn n_out(&self) -> usize {
        self.out[0] * self.out[1]
    }

    /// What lies under a tap.
    pub(super) fn under(&self, tap: usize) -> Span {
        let at = [tap / self.kernel[1] * self.dilation[0], tap % self.kernel[1] * self.dilation[1]];
        // The outputs o for which o · stride + at − before is a pixel.
        let outputs = |axis: usize| {
            let (stride, before) = (self.stride[axis], self.before[axis]);
            let first = before.saturating_sub(at[axis]).div_ceil(stride);
            let end =
                (self.image[axis] + before).saturating_sub(at[axis]).div_ceil(stride).min(self.out[axis]);
            first.min(end)..end
        };
        let (rows, columns) = (outputs(0), outputs(1));
        let pixel = |axis: usize, output: usize| {
            (output * self.stride[axis] + at[axis]).saturating_sub(self.before[axis])
        };
        let first = [pixel(0, rows.start), pixel(1, columns.start)];
        Span { rows, columns, first }
    }
}
