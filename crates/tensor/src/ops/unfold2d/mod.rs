//! Patches of an image as columns (im2col), so that a convolution is a matrix product.

mod gpu;

use candle_core as candle;

use crate::ops::conv2d::Padding2d;
use crate::tensor::Storage;
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
        let x = self.contiguous()?;
        match &x.storage {
            // Nothing to write, or an image of padding alone.
            _ if shape.contains(&0) || x.count() == 0 => Tensor::full(0.0, &shape, &self.device()),
            Storage::Cpu(x) => Ok(Tensor::from_cpu(on_cpu(x, geometry, &shape)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::unfold2d(x, geometry, &shape)?)),
        }
    }
}

fn on_cpu(x: &candle::Tensor, g: Geometry, shape: &[usize]) -> Result<candle::Tensor> {
    let mut out = vec![0.0_f32; shape.iter().product()];
    crate::cpu::with_slice(x, |data| {
        let planes = data.chunks_exact(g.height * g.width);
        let patches = out.chunks_exact_mut(g.kernel[0] * g.kernel[1] * g.out_height * g.out_width);
        for (plane, patch) in planes.zip(patches) {
            unfold_plane(plane, patch, g);
        }
    })?;
    crate::cpu::tensor_from(out, shape)
}

/// One channel of one image; `patch` is `[kernel_h, kernel_w, out_h, out_w]`, already zero.
fn unfold_plane(plane: &[f32], patch: &mut [f32], g: Geometry) {
    for (tap, out) in patch.chunks_exact_mut(g.out_height * g.out_width).enumerate() {
        let (tap_y, tap_x) = (tap / g.kernel[1], tap % g.kernel[1]);
        for (out_y, out_row) in out.chunks_exact_mut(g.out_width).enumerate() {
            // Source row in the unpadded image; rows in the padding stay zero.
            let Some(y) = (out_y * g.stride + tap_y).checked_sub(g.padding.top).filter(|&y| y < g.height)
            else {
                continue;
            };
            let row = &plane[y * g.width..][..g.width];
            for (out_x, value) in out_row.iter_mut().enumerate() {
                if let Some(&source) =
                    (out_x * g.stride + tap_x).checked_sub(g.padding.left).and_then(|x| row.get(x))
                {
                    *value = source;
                }
            }
        }
    }
}
