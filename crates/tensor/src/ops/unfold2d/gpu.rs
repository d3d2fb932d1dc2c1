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
    kernel: [u32; 2],
    out_height: u32,
    out_width: u32,
    stride: u32,
    top: u32,
    left: u32,
}

/// `x` is contiguous.
pub(super) fn unfold2d(x: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("unfold2d", include_str!("unfold2d.wgsl"));
    dispatch(kernel, x, g, shape)
}

/// `patches` are contiguous; one invocation a pixel.
pub(super) fn fold2d(patches: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    dispatch(Kernel::file("fold2d", include_str!("fold2d.wgsl")), patches, g, shape)
}

fn dispatch(kernel: Kernel, x: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: x.offset as u32,
        height: g.height as u32,
        width: g.width as u32,
        kernel: g.kernel.map(|size| size as u32),
        out_height: g.out_height as u32,
        out_width: g.out_width as u32,
        stride: g.stride as u32,
        top: g.padding.top as u32,
        left: g.padding.left as u32,
    };
    Dispatch::new(kernel, &uniforms, groups)
}
