//! Largest value under a moving window.

mod gpu;

use std::ops::Range;

use super::{Op, no_second_gradient};
use crate::exec::CpuView;
use crate::gpu::{Dispatch, Gpu};
use crate::shape::Layout;
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
        if shape.contains(&0) {
            return Tensor::full(0.0, &shape, &self.device());
        }
        Tensor::from_op(MaxPool(geometry), &[self], &shape)
    }
}

struct MaxPool(Geometry);

impl Op for MaxPool {
    fn name(&self) -> &'static str {
        "max_pool2d"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let g = &self.0;
        let planes = inputs[0].data().chunks_exact(g.height * g.width);
        for (plane, out) in planes.zip(out.chunks_exact_mut(g.out_height * g.out_width)) {
            g.each_window(|at, rows, columns| {
                let window = rows.flat_map(|y| &plane[y * g.width..][columns.clone()]);
                out[at] = window.fold(f32::NEG_INFINITY, |best, &v| if v > best { v } else { best });
            });
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::max_pool2d(&inputs[0], &self.0, shape)])
    }

    fn gradient(&self, inputs: &[Tensor], _: &Tensor, c: &Tensor) -> Result<Vec<Option<Tensor>>> {
        Ok(vec![Some(Tensor::from_op(MaxPoolGradient(self.0), &[&inputs[0], c], inputs[0].shape())?)])
    }
}

/// Gives each window's cotangent to the first of its largest pixels, as torch does.
struct MaxPoolGradient(Geometry);

impl Op for MaxPoolGradient {
    fn name(&self) -> &'static str {
        "max_pool2d_gradient"
    }

    fn key(&self) -> Vec<usize> {
        self.0.key()
    }

    fn run_cpu(&self, inputs: &[CpuView<'_>], _: &[usize], out: &mut Vec<f32>) -> Result<()> {
        let g = &self.0;
        out.fill(0.0);
        let planes = inputs[0].data().chunks_exact(g.height * g.width);
        let cotangents = inputs[1].data().chunks_exact(g.out_height * g.out_width);
        for ((plane, c), out) in planes.zip(cotangents).zip(out.chunks_exact_mut(g.height * g.width)) {
            g.each_window(|at, rows, columns| {
                let (mut best, mut place) = (f32::NEG_INFINITY, None);
                for y in rows {
                    for x in columns.clone() {
                        if plane[y * g.width + x] > best {
                            (best, place) = (plane[y * g.width + x], Some(y * g.width + x));
                        }
                    }
                }
                if let Some(place) = place {
                    out[place] += c[at];
                }
            });
        }
        Ok(())
    }

    fn run_gpu(&self, _: &Gpu, inputs: &[Layout], shape: &[usize]) -> Result<Vec<Dispatch>> {
        Ok(vec![gpu::max_pool2d_gradient(&inputs[0], &inputs[1], &self.0, shape)])
    }

    fn gradient(&self, _: &[Tensor], _: &Tensor, _: &Tensor) -> Result<Vec<Option<Tensor>>> {
        no_second_gradient("max_pool2d")
    }
}

impl Geometry {
    fn key(&self) -> Vec<usize> {
        vec![self.height, self.width, self.kernel, self.stride, self.out_height, self.out_width]
    }

    /// Calls `f(output, rows, columns)` for each window, clipped to the image.
    fn each_window(&self, mut f: impl FnMut(usize, Range<usize>, Range<usize>)) {
        let span = |out: usize, size: usize| out * self.stride..(out * self.stride + self.kernel).min(size);
        for out_y in 0..self.out_height {
            for out_x in 0..self.out_width {
                f(out_y * self.out_width + out_x, span(out_y, self.height), span(out_x, self.width));
            }
        }
    }
}
