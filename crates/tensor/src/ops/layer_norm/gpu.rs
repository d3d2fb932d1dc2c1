//! The GPU call.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const KERNEL: Kernel = Kernel { name: "layer_norm", source: include_str!("layer_norm.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,
    offset: u32,
    gain_offset: u32,
    bias_offset: u32,
    eps: f32,
    unused: u32,
}

/// All are contiguous, `x` is not empty.
pub(super) fn layer_norm(x: &GpuTensor, gain: &GpuTensor, bias: &GpuTensor, eps: f32) -> Result<GpuTensor> {
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
        bias_offset: bias.layout.offset as u32,
        eps,
        unused: 0,
    };
    let inputs = [&*x.buffer, &gain.buffer, &bias.buffer];
    x.gpu.run(&KERNEL, &uniforms, &inputs, &x.layout.shape, groups)
}
