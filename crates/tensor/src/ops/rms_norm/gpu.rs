//! The GPU call.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const KERNEL: Kernel = Kernel { name: "rms_norm", source: include_str!("rms_norm.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,
    offset: u32,
    gain_offset: u32,
    eps: f32,
    unused: [u32; 2],
}

/// All are contiguous, `x` is not empty.
pub(super) fn rms_norm(x: &GpuTensor, gain: &GpuTensor, eps: f32) -> Result<GpuTensor> {
    let width = gain.layout.count();
    let rows = x.layout.count() / width;
    // A workgroup a row.
    let (groups, row) = grid(rows, 1);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: width as u32,
        row,
        offset: x.layout.offset as u32,
        gain_offset: gain.layout.offset as u32,
        eps,
        unused: [0; 2],
    };
    x.gpu.run(&KERNEL, &uniforms, &[&x.buffer, &gain.buffer], &x.layout.shape, groups)
}
