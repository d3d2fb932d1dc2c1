//! The GPU call: one strided write a part.

use crate::Result;
use crate::gpu::{Dispatch, Kernel, View, grid};
use crate::shape::Layout;

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
pub(super) fn concat(parts: &[Layout], dim: usize, shape: &[usize]) -> Result<Vec<Dispatch>> {
    let inner: usize = shape[dim + 1..].iter().product();
    let mut start = 0;
    let write = |(at, part): (usize, &Layout)| {
        let count = part.count();
        let block = part.shape[dim] * inner;
        let (groups, row) = grid(count, 64);
        let uniforms = Uniforms {
            part: View::merged(part)?,
            count: count as u32,
            row,
            block: block as u32,
            out_block: (shape[dim] * inner) as u32,
            start: start as u32,
            unused: [0; 3],
        };
        start += block;
        let kernel = Kernel::file("concat", include_str!("concat.wgsl"));
        Ok(Dispatch::new(kernel, &uniforms, groups).reading(&[at]))
    };
    parts.iter().enumerate().map(write).collect()
}
