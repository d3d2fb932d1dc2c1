//! The GPU call.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const KERNEL: Kernel =
    Kernel { name: "gather_rows", source: include_str!("gather_rows.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    width: u32,
    offset: u32,
}

/// `table` `[n_rows, width]` is contiguous, the indices are below `n_rows`, nothing is empty.
pub(super) fn gather_rows(table: &GpuTensor, indices: &[u32]) -> Result<GpuTensor> {
    let width = table.layout.shape[1];
    let shape = [indices.len(), width];
    let count = indices.len() * width;
    let (groups, row) = grid(count, 64);
    let uniforms =
        Uniforms { count: count as u32, row, width: width as u32, offset: table.layout.offset as u32 };
    let indices = table.gpu.indices(indices);
    table.gpu.run(&KERNEL, &uniforms, &[&table.buffer, &indices], &shape, groups)
}
