//! The GPU call.

use super::Geometry;
use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    offset: u32,
    height: u32,
    width: u32,
    kernel: u32,
    stride: u32,
    out_height: u32,
    out_width: u32,
    lowest: f32,
    c_offset: u32,
    unused: u32,
}

/// `x` is contiguous.
pub(super) fn max_pool2d(x: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    dispatch(Kernel::file("max_pool2d", include_str!("max_pool2d.wgsl")), [x.offset, 0], g, shape)
}

/// `x` and `c` are contiguous; one invocation a pixel of `x`.
pub(super) fn max_pool2d_gradient(x: &Layout, c: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("max_pool2d_gradient", include_str!("max_pool2d_gradient.wgsl"));
    dispatch(kernel, [x.offset, c.offset], g, shape)
}

fn dispatch(kernel: Kernel, offsets: [usize; 2], g: &Geometry, shape: &[usize]) -> Dispatch {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: offsets[0] as u32,
        height: g.height as u32,
        width: g.width as u32,
        kernel: g.kernel as u32,
        stride: g.stride as u32,
        out_height: g.out_height as u32,
        out_width: g.out_width as u32,
        lowest: f32::NEG_INFINITY,
        c_offset: offsets[1] as u32,
        unused: 0,
    };
    Dispatch::new(kernel, &uniforms, groups)
}
