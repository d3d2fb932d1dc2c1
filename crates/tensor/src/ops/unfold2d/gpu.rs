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
    batch: u32,
    channels: u32,
    image: [u32; 2],
    kernel: [u32; 2],
    out: [u32; 2],
    stride: [u32; 2],
    dilation: [u32; 2],
    before: [u32; 2],
    unused: [u32; 3],
}

/// `x` is contiguous; `shape` `[channels·taps, batch, outputs]`.
pub(super) fn unfold2d(x: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("unfold2d", include_str!("unfold2d.wgsl"));
    dispatch(kernel, x, g, shape, [shape[1], shape[0] / g.n_taps()])
}

/// `patches` are contiguous; one invocation a pixel of `shape` `[batch, channels, height, width]`.
pub(super) fn fold2d(patches: &Layout, g: &Geometry, shape: &[usize]) -> Dispatch {
    dispatch(Kernel::file("fold2d", include_str!("fold2d.wgsl")), patches, g, shape, [shape[0], shape[1]])
}

fn dispatch(
    kernel: Kernel,
    x: &Layout,
    g: &Geometry,
    shape: &[usize],
    [batch, channels]: [usize; 2],
) -> Dispatch {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let pair = |sizes: [usize; 2]| sizes.map(|size| size as u32);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: x.offset as u32,
        batch: batch as u32,
        channels: channels as u32,
        image: pair(g.image),
        kernel: pair(g.kernel),
        out: pair(g.out),
        stride: pair(g.stride),
        dilation: pair(g.dilation),
        before: pair(g.before),
        unused: [0; 3],
    };
    Dispatch::new(kernel, &uniforms, groups)
}
