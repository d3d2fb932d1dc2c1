//! The GPU call of elementwise functions of two tensors.

use super::Function;
use crate::Result;
use crate::gpu::{GpuTensor, Kernel, View, grid};

const SOURCE: &str = include_str!("binary.wgsl");
const KERNELS: [Kernel; 4] = [
    Kernel { name: "add", source: SOURCE, constants: &[("FUNCTION", 0.0)] },
    Kernel { name: "sub", source: SOURCE, constants: &[("FUNCTION", 1.0)] },
    Kernel { name: "mul", source: SOURCE, constants: &[("FUNCTION", 2.0)] },
    Kernel { name: "div", source: SOURCE, constants: &[("FUNCTION", 3.0)] },
];

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    a: View,
    b: View,
    count: u32,
    row: u32,
    unused: [u32; 2],
}

pub(super) fn binary(a: &GpuTensor, b: &GpuTensor, shape: &[usize], function: Function) -> Result<GpuTensor> {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let view = |x: &GpuTensor| View::new(&x.layout.broadcast_to(shape));
    let uniforms = Uniforms { a: view(a)?, b: view(b)?, count: count as u32, row, unused: [0; 2] };
    a.gpu.run(&KERNELS[function as usize], &uniforms, &[&a.buffer, &b.buffer], shape, groups)
}
