//! Patches of an image as columns (im2col), so that a convolution is a matrix product.

mod gpu;

use super::Op;
use super::conv2d::Padding2d;
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
use crate::{Error, Result, Tensor};

/// Geometry of one unfolding; sizes in pixels.
#[derive(Clone, Copy)]
struct Geometry {
    height: usize,
    width: usize,
    kernel: [usize; 2],
    stride: usize,
    padding: Padding2d,
    out_height: usize,
    out_width: usize,
}

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels·kernel_h·kernel_w, out_h·out_w]`:
    /// each column is the zero-padded patch under one output pixel, in torch's `unfold` order.
    pub fn unfold2d(&self, kernel: [usize; 2], stride: usize, padding: Padding2d) -> Result<Tensor> {
        let [batch, channels, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("unfold2d", "[batch, channels, height, width]", found));
        };
        let full = [height + padding.top + padding.bottom, width + padding.left + padding.right];
        if kernel.contains(&0) || stride == 0 || kernel[0] > full[0] || kernel[1] > full[1] {
            let expected = format!("a kernel within the padded {full:?} and a stride above 0");
            return Err(Error::shape("unfold2d", expected, format!("kernel {kernel:?}, stride {stride}")));
        }
        let (out_height, out_width) =
            ((full[0] - kernel[0]) / stride + 1, (full[1] - kernel[1]) / stride + 1);
        let geometry = Geometry { height, width, kernel, stride, padding, out_height, out_width };
        let shape = [batch, channels * kernel[0] * kernel[1], out_height * out_width];
        if shape.contains(&0) || self.count() == 0 {
            // Nothing to write, or an image of padding alone.
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(Unfold(geometry), &[self], &shape)
    }
}

struct Unfold(Geometry);

impl Op for Unfold {
    fn name(&self) -> &'static str {
        "unfold2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let g = &self.0;
        out.fill(0.0);
        let planes = inputs[0].data().chunks_exact(g.height * g.width);
        for (plane, patch) in planes.zip(out.chunks_exact_mut(g.patch_len())) {
            unfold_plane(plane, patch, g);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::unfold2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(Tensor::from_op(Fold(self.0), &[c], inputs[0].shape())?)])
    }
}

/// Adds the patches back to an image (col2im): the transpose of [`Unfold`].
struct Fold(Geometry);

impl Op for Fold {
    fn name(&self) -> &'static str {
        "fold2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let g = &self.0;
        out.fill(0.0);
        let patches = inputs[0].data().chunks_exact(g.patch_len());
        for (plane, patch) in out.chunks_exact_mut(g.height * g.width).zip(patches) {
            fold_plane(patch, plane, g);
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::fold2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(Tensor::from_op(Unfold(self.0), &[c], inputs[0].shape())?)])
    }
}

impl Geometry {
    fn key(&self) -> Vec<usize> {
        let Padding2d { top, bottom, left, right } = self.padding;
        vec![self.height, self.width, self.kernel[0], self.kernel[1], self.stride, top, bottom, left, right]
    }

    /// Elements of one channel's patches.
    fn patch_len(&self) -> usize {
        self.kernel[0] * self.kernel[1] * self.out_height * self.out_width
    }

    /// The outputs `o` for which `o · stride + tap − before` is a pixel, as a range.
    fn outputs(&self, tap: usize, before: usize, size: usize, n_out: usize) -> std::ops::Range<usize> {
        let first = before.saturating_sub(tap).div_ceil(self.stride);
        let end = (size + before).saturating_sub(tap).div_ceil(self.stride).min(n_out);
        first.min(end)..end
    }
}

/// One channel of one image; `patch` is `[kernel_h, kernel_w, out_h, out_w]`, already zero.
fn unfold_plane(plane: &[f32], patch: &mut [f32], g: &Geometry) {
    for (tap, out) in patch.chunks_exact_mut(g.out_height * g.out_width).enumerate() {
        each_row_under(tap, g, |out_at, x_at, len| {
            let (out, x) = (&mut out[out_at..out_at + len], &plane[x_at..]);
            if g.stride == 1 {
                out.copy_from_slice(&x[..len]);
            } else {
                out.iter_mut().zip(x.iter().step_by(g.stride)).for_each(|(out, &x)| *out = x);
            }
        });
    }
}

/// The transpose: adds one channel's patches to its image.
fn fold_plane(patch: &[f32], plane: &mut [f32], g: &Geometry) {
    for (tap, patch) in patch.chunks_exact(g.out_height * g.out_width).enumerate() {
        each_row_under(tap, g, |out_at, x_at, len| {
            let (out, x) = (&patch[out_at..out_at + len], &mut plane[x_at..]);
            if g.stride == 1 {
                x[..len].iter_mut().zip(out).for_each(|(x, &out)| *x += out);
            } else {
                x.iter_mut().step_by(g.stride).zip(out).for_each(|(x, &out)| *x += out);
            }
        });
    }
}

/// Calls `f(place of the first output, place of its pixel, outputs)` for each row of outputs whose
/// pixels under this tap of the kernel lie within the image.
fn each_row_under(tap: usize, g: &Geometry, mut f: impl FnMut(usize, usize, usize)) {
    let (tap_y, tap_x) = (tap / g.kernel[1], tap % g.kernel[1]);
    let columns = g.outputs(tap_x, g.padding.left, g.width, g.out_width);
    if columns.is_empty() {
        return;
    }
    for out_y in g.outputs(tap_y, g.padding.top, g.height, g.out_height) {
        let y = out_y * g.stride + tap_y - g.padding.top;
        let x = columns.start * g.stride + tap_x - g.padding.left;
        f(out_y * g.out_width + columns.start, y * g.width + x, columns.len());
    }
}
