//! The GPU calls.

use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    width: u32,
    offset: u32,
    index_offset: u32,
    /// Rows of the table to read from; indices to walk when adding.
    n: u32,
    unused: [u32; 2],
}

/// `table` `[n_rows, width]` and the indices are contiguous, nothing is empty.
pub(super) fn take_rows(table: &Layout, indices: &Layout, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("take_rows", include_str!("take_rows.wgsl"));
    dispatch(kernel, table, indices, shape, table.shape[0])
}

/// `rows` `[n, width]` and the indices are contiguous, nothing is empty.
pub(super) fn add_rows(rows: &Layout, indices: &Layout, shape: &[usize]) -> Dispatch {
    let kernel = Kernel::file("add_rows", include_str!("add_rows.wgsl"));
    dispatch(kernel, rows, indices, shape, rows.shape[0])
}

fn dispatch(kernel: Kernel, source: &Layout, indices: &Layout, shape: &[usize], n: usize) -> Dispatch {
    let count = shape[0] * shape[1];
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        width: shape[1] as u32,
        offset: source.offset as u32,
        index_offset: indices.offset as u32,
        n: n as u32,
        unused: [0; 2],
    };
    Dispatch::new(kernel, &uniforms, groups)
}
