//! The GPU calls.

use super::Sizes;
use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    n: u32,
    m: u32,
    inner: u32,
    offset: u32,
    index_offset: u32,
    is_shared: u32,
}

/// Both are contiguous, nothing is empty.
pub(super) fn take(x: &Layout, indices: &Layout, sizes: &Sizes, is_shared: bool) -> Dispatch {
    let count = sizes.outer * sizes.m * sizes.inner;
    dispatch(Kernel::file("take", include_str!("take.wgsl")), x, indices, sizes, is_shared, count)
}

/// As [`take`].
pub(super) fn scatter_add(values: &Layout, indices: &Layout, sizes: &Sizes, is_shared: bool) -> Dispatch {
    let count = sizes.outer * sizes.n * sizes.inner;
    dispatch(
        Kernel::file("scatter_add", include_str!("scatter_add.wgsl")),
        values,
        indices,
        sizes,
        is_shared,
        count,
    )
}

fn dispatch(
    kernel: Kernel,
    x: &Layout,
    indices: &Layout,
    sizes: &Sizes,
    is_shared: bool,
    count: usize,
) -> Dispatch {
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        n: sizes.n as u32,
        m: sizes.m as u32,
        inner: sizes.inner as u32,
        offset: x.offset as u32,
        index_offset: indices.offset as u32,
        is_shared: u32::from(is_shared),
    };
    Dispatch::new(kernel, &uniforms, groups)
}
