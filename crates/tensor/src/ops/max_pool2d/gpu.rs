//! The GPU call.

use super::Windows;
use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    offset: u32,
    c_offset: u32,
    image: [u32; 2],
    kernel: [u32; 2],
    stride: [u32; 2],
    before: [u32; 2],
    out: [u32; 2],
    lowest: f32,
    unused: u32,
}

/// `x` is contiguous.
pub(super) fn max_pool2d(x: &Layout, w: &Windows, shape: &[usize]) -> Dispatch {
    dispatch(Kernel::file("max_pool2d", include_str!("max_pool2d.wgsl")), [x.offset, 0], w, shape)
}

/// `x` and `c` are contiguous; one invocation a pixel of `x`.
pub(super) fn max_pool2d_gradient(x: &Layout, c: &Layout, w: &Windows, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("max_pool2d_gradient", include_str!("max_pool2d_gradient.wgsl"));
    dispatch(kernel, [x.offset, c.offset], w, shape)
}

fn dispatch(kernel: Kernel, offsets: [usize; 2], w: &Windows, shape: &[usize]) -> Dispatch {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let pair = |sizes: [usize; 2]| sizes.map(|size| size as u32);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: offsets[0] as u32,
        c_offset: offsets[1] as u32,
        image: pair(w.image),
        kernel: pair(w.kernel),
        stride: pair(w.stride),
        before: pair(w.before),
        out: pair(w.out),
        lowest: f32::NEG_INFINITY,
        unused: 0,
    };
    Dispatch::new(kernel, &uniforms, groups)
}
