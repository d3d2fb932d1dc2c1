//! The GPU call.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const KERNEL: Kernel = Kernel { name: "softmax", source: include_str!("softmax.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,
    offset: u32,
    lowest: f32,
    unused: [u32; 3],
}

/// `x` `[…, width]` is contiguous and not empty.
pub(super) fn softmax(x: &GpuTensor) -> Result<GpuTensor> {
    let shape = &x.layout.shape;
    let width = shape[shape.len() - 1];
    let rows = x.layout.count() / width;
    // A workgroup a row.
    let (groups, row) = grid(rows, 1);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: width as u32,
        row,
        offset: x.layout.offset as u32,
        lowest: f32::NEG_INFINITY,
        unused: [0; 3],
    };
    x.gpu.run(&KERNEL, &uniforms, &[&x.buffer], shape, groups)
}
