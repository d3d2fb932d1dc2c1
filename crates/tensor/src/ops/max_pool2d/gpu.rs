//! The GPU call.

use super::Geometry;
use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const KERNEL: Kernel = Kernel { name: "max_pool2d", source: include_str!("max_pool2d.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    offset: u32,
    height: u32,
    width: u32,
    kernel: u32,
    stride: u32,
    out_height: u32,
    out_width: u32,
    lowest: f32,
    unused: [u32; 2],
}

/// `x` is contiguous.
pub(super) fn max_pool2d(x: &GpuTensor, g: Geometry, shape: &[usize]) -> Result<GpuTensor> {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: x.layout.offset as u32,
        height: g.height as u32,
        width: g.width as u32,
        kernel: g.kernel as u32,
        stride: g.stride as u32,
        out_height: g.out_height as u32,
        out_width: g.out_width as u32,
        lowest: f32::NEG_INFINITY,
        unused: [0; 2],
    };
    x.gpu.run(&KERNEL, &uniforms, &[&x.buffer], shape, groups)
}
