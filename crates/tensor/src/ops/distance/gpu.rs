//! The GPU calls.

use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    m: u32,
    width: u32,
    x_offset: u32,
    y_offset: u32,
    c_offset: u32,
    unused: u32,
}

/// `x` `[n, d]` and `y` `[m, d]` are contiguous and not empty.
pub(super) fn manhattan(x: &Layout, y: &Layout) -> Dispatch {
    let kernel = Kernel::file("manhattan_distances", include_str!("manhattan.wgsl"));
    dispatch(kernel, x, y, 0, x.shape[0] * y.shape[0])
}

/// `c` `[n, m]` is contiguous too.
pub(super) fn manhattan_gradient(x: &Layout, y: &Layout, c: &Layout) -> Dispatch {
    let kernel = Kernel::file("manhattan_gradient", include_str!("manhattan_gradient.wgsl"));
    dispatch(kernel, x, y, c.offset, x.count())
}

fn dispatch(kernel: Kernel, x: &Layout, y: &Layout, c_offset: usize, count: usize) -> Dispatch {
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        m: y.shape[0] as u32,
        width: x.shape[1] as u32,
        x_offset: x.offset as u32,
        y_offset: y.offset as u32,
        c_offset: c_offset as u32,
        unused: 0,
    };
    Dispatch::new(kernel, &uniforms, groups)
}
