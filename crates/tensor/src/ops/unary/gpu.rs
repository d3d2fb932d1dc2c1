//! The GPU call.

use super::Function;
use crate::Result;
use crate::gpu::{GpuTensor, Kernel, View, grid};

const SOURCE: &str = include_str!("unary.wgsl");
const KERNELS: [Kernel; 4] = [
    Kernel { name: "relu", source: SOURCE, constants: &[("FUNCTION", 0.0)] },
    Kernel { name: "gelu_erf", source: SOURCE, constants: &[("FUNCTION", 1.0)] },
    Kernel { name: "silu", source: SOURCE, constants: &[("FUNCTION", 2.0)] },
    Kernel { name: "neg", source: SOURCE, constants: &[("FUNCTION", 3.0)] },
];

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    x: View,
    count: u32,
    row: u32,
    unused: [u32; 2],
}

/// `x` may be strided.
pub(super) fn unary(x: &GpuTensor, function: Function) -> Result<GpuTensor> {
    let count = x.layout.count();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms { x: View::merged(&x.layout)?, count: count as u32, row, unused: [0; 2] };
    x.gpu.run(&KERNELS[function as usize], &uniforms, &[&x.buffer], &x.layout.shape, groups)
}
