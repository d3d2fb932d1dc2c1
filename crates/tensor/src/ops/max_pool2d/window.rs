//! Where the windows of a pooling lie.

use std::ops::Range;

use crate::{Error, Result};

/// How a window moves over an image; pairs are `[vertical, horizontal]`, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Size of the window.
    pub kernel: [usize; 2],
    /// Pixels from one window to the next.
    pub stride: [usize; 2],
    /// Pixels on both sides, at most half a window.
    pub padding: [usize; 2],
    /// A last window that hangs over the edge counts, clipped (torch's `ceil_mode`).
    pub ceil: bool,
    /// Means divide by pixels of the padding too (torch's `count_include_pad`). Maxima do not ask.
    pub counts_padding: bool,
}

impl Pool {
    /// Torch's defaults: no padding, whole windows only, means count the padding.
    pub fn new(kernel: [usize; 2], stride: [usize; 2]) -> Self {
        Self { kernel, stride, padding: [0, 0], ceil: false, counts_padding: true }
    }
}

/// The windows over one image.
#[derive(Clone, Copy)]
pub(crate) struct Windows {
    pub image: [usize; 2],
    pub kernel: [usize; 2],
    pub stride: [usize; 2],
    pub before: [usize; 2],
    pub out: [usize; 2],
}

impl Windows {
    /// Errors when a window does not fit the padded image, or would hold nothing but padding.
    pub fn new(op: &'static str, image: [usize; 2], pool: &Pool) -> Result<Self> {
        let Pool { kernel, stride, padding, ceil, .. } = *pool;
        let fits = |axis: usize| {
            kernel[axis] <= image[axis] + 2 * padding[axis] && 2 * padding[axis] <= kernel[axis]
        };
        if image.contains(&0) || kernel.contains(&0) || stride.contains(&0) || !fits(0) || !fits(1) {
            let expected = format!(
                "a kernel within {} × {} and the padding, at most half a kernel of it, and a stride above 0",
                image[0], image[1]
            );
            let [kernel, stride, padding] =
                [kernel, stride, padding].map(|[down, across]| format!("{down} × {across}"));
            return Err(Error::shape(
                op,
                expected,
                format!("kernel {kernel}, stride {stride}, padding {padding}"),
            ));
        }
        let out = [0, 1].map(|axis| {
            let span = image[axis] + 2 * padding[axis] - kernel[axis];
            let steps = if ceil { span.div_ceil(stride[axis]) } else { span / stride[axis] };
            // A window must start inside the image or the padding before it.
            if steps * stride[axis] >= image[axis] + padding[axis] { steps } else { steps + 1 }
        });
        Ok(Self { image, kernel, stride, before: padding, out })
    }

    /// All of it, to tell one pooling from another.
    pub fn key(&self) -> Vec<usize> {
        [self.image, self.kernel, self.stride, self.before, self.out].concat()
    }

    /// Pixels of one window along an axis, clipped to the image.
    pub fn span(&self, axis: usize, out: usize) -> Range<usize> {
        let start = out * self.stride[axis];
        let end = (start + self.kernel[axis]).min(self.image[axis] + self.before[axis]);
        start.saturating_sub(self.before[axis])..end.saturating_sub(self.before[axis])
    }

    /// The outputs whose pixel under this tap of the window's width lies within the image.
    pub fn under(&self, tap: usize) -> Range<usize> {
        let (stride, before) = (self.stride[1], self.before[1]);
        let first = before.saturating_sub(tap).div_ceil(stride);
        let end = (self.image[1] + before).saturating_sub(tap).div_ceil(stride).min(self.out[1]);
        first.min(end)..end
    }
}
