//! The GPU call.

use super::Function;
use crate::Result;
use crate::gpu::{GpuTensor, Kernel, grid};

const SOURCE: &str = include_str!("reduce.wgsl");
const KERNELS: [Kernel; 2] = [
    Kernel { name: "sum", source: SOURCE, constants: &[("FUNCTION", 0.0)] },
    Kernel { name: "max", source: SOURCE, constants: &[("FUNCTION", 1.0)] },
];

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

/// `x` `[…, width]` is contiguous and not empty; `shape` is that without `width`.
pub(super) fn reduce(x: &GpuTensor, shape: &[usize], function: Function) -> Result<GpuTensor> {
    let rows: usize = shape.iter().product();
    // A workgroup a row.
    let (groups, row) = grid(rows, 1);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: (x.layout.count() / rows) as u32,
        row,
        offset: x.layout.offset as u32,
        lowest: f32::NEG_INFINITY,
        unused: [0; 3],
    };
    x.gpu.run(&KERNELS[function as usize], &uniforms, &[&x.buffer], shape, groups)
}
