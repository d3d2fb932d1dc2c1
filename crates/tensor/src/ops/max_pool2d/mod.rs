//! Largest value under a moving window.

mod gpu;

use candle_core as candle;

use crate::tensor::Storage;
use crate::{Error, Result, Tensor};

/// Geometry of one pooling; sizes in pixels.
#[derive(Clone, Copy)]
struct Geometry {
    height: usize,
    width: usize,
    kernel: usize,
    stride: usize,
    out_height: usize,
    out_width: usize,
}

impl Tensor {
    /// `[batch, channels, height, width]` → `[batch, channels, out_h, out_w]` without padding.
    /// `ceil`: a last window that hangs over the edge counts, clipped (torch's `ceil_mode`).
    /// NaN is ignored; a window of only NaN gives −inf.
    pub fn max_pool2d(&self, kernel: usize, stride: usize, ceil: bool) -> Result<Tensor> {
        let [batch, channels, height, width] = *self.shape() else {
            let found = format!("{:?}", self.shape());
            return Err(Error::shape("max_pool2d", "[batch, channels, height, width]", found));
        };
        if kernel == 0 || stride == 0 || kernel > height || kernel > width {
            let expected = format!("a kernel within {height} × {width} and a stride above 0");
            return Err(Error::shape("max_pool2d", expected, format!("kernel {kernel}, stride {stride}")));
        }
        let out = |size: usize| {
            let span = size - kernel;
            let steps = if ceil { span.div_ceil(stride) } else { span / stride };
            // A window must start inside the image.
            if steps * stride >= size { steps } else { steps + 1 }
        };
        let geometry =
            Geometry { height, width, kernel, stride, out_height: out(height), out_width: out(width) };
        let shape = [batch, channels, geometry.out_height, geometry.out_width];
        let x = self.contiguous()?;
        match &x.storage {
            _ if shape.contains(&0) => Tensor::from_vec(Vec::new(), &shape, &self.device()),
            Storage::Cpu(x) => Ok(Tensor::from_cpu(on_cpu(x, geometry, &shape)?)),
            Storage::Gpu(x) => Ok(Tensor::from_gpu(gpu::max_pool2d(x, geometry, &shape)?)),
        }
    }
}

fn on_cpu(x: &candle::Tensor, g: Geometry, shape: &[usize]) -> Result<candle::Tensor> {
    let mut out = Vec::with_capacity(shape.iter().product());
    crate::cpu::with_slice(x, |data| {
        for plane in data.chunks_exact(g.height * g.width) {
            for out_y in 0..g.out_height {
                let rows = out_y * g.stride..(out_y * g.stride + g.kernel).min(g.height);
                for out_x in 0..g.out_width {
                    let columns = out_x * g.stride..(out_x * g.stride + g.kernel).min(g.width);
                    let window = rows.clone().flat_map(|y| &plane[y * g.width..][columns.clone()]);
                    out.push(window.copied().fold(f32::NEG_INFINITY, f32::max));
                }
            }
        }
    })?;
    crate::cpu::tensor_from(out, shape)
}
