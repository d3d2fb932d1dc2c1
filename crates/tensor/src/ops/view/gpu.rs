//! Copying a strided view to row-major storage.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, View, grid};

const KERNEL: Kernel = Kernel { name: "copy", source: include_str!("copy.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    source: View,
    count: u32,
    row: u32,
    unused: [u32; 2],
}

pub(super) fn contiguous(x: &GpuTensor) -> Result<GpuTensor> {
    if x.layout.is_contiguous() {
        return Ok(x.clone());
    }
    let count = x.layout.count();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms { source: View::merged(&x.layout)?, count: count as u32, row, unused: [0; 2] };
    x.gpu.run(&KERNEL, &uniforms, &[&x.buffer], &x.layout.shape, groups)
}
