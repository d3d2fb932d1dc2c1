//! The GPU call.

use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

/// A line shorter than this, or one of more than [`MANY_LINES`], is left to one invocation.
const LONG_LINE: usize = 64;
const MANY_LINES: usize = 1 << 14;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    lines: u32,
    row: u32,
    size: u32,
    inner: u32,
    offset: u32,
    unused: [u32; 3],
}

/// `x` is contiguous and not empty.
pub(super) fn cumsum(x: &Layout, dim: usize, shape: &[usize]) -> Dispatch {
    let inner: usize = shape[dim + 1..].iter().product();
    let size = shape[dim];
    let lines = x.count() / size;
    let source = include_str!("cumsum.wgsl");
    let is_shared = size >= LONG_LINE && lines <= MANY_LINES;
    let (kernel, groups) = if is_shared {
        (Kernel::variant("cumsum_by_groups", source, &[("threads", 64.0)]), lines)
    } else {
        (Kernel::variant("cumsum_by_threads", source, &[("threads", 1.0)]), lines.div_ceil(64))
    };
    // A workgroup is one step of the grid.
    let (groups, row) = grid(groups, 1);
    let uniforms = Uniforms {
        lines: lines as u32,
        row,
        size: size as u32,
        inner: inner as u32,
        offset: x.offset as u32,
        unused: [0; 3],
    };
    Dispatch::new(kernel, &uniforms, groups)
}
