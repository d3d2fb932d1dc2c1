//! The GPU call: one strided write a part.

use crate::Result;
use crate::gpu::{GpuTensor, Kernel, View, grid};

const KERNEL: Kernel = Kernel { name: "concat", source: include_str!("concat.wgsl"), constants: &[] };

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    part: View,
    count: u32,
    row: u32,
    block: u32,
    out_block: u32,
    start: u32,
    unused: [u32; 3],
}

/// `parts` are not empty and fit `shape` along `dim`.
pub(super) fn concat(parts: &[&GpuTensor], dim: usize, shape: &[usize]) -> Result<GpuTensor> {
    let out = GpuTensor::empty(&parts[0].gpu, shape)?;
    let inner: usize = shape[dim + 1..].iter().product();
    let mut start = 0;
    for part in parts {
        let count = part.layout.count();
        let block = part.layout.shape[dim] * inner;
        let (groups, row) = grid(count, 64);
        let uniforms = Uniforms {
            part: View::merged(&part.layout)?,
            count: count as u32,
            row,
            block: block as u32,
            out_block: (shape[dim] * inner) as u32,
            start: start as u32,
            unused: [0; 3],
        };
        out.gpu.run_into(&KERNEL, &uniforms, &[&part.buffer], &out, groups)?;
        start += block;
    }
    Ok(out)
}
