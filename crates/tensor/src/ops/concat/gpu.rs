//! The GPU call: one write for every 7 parts.

use crate::Result;
use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

/// Parts that one kernel reads; WebGPU guarantees 8 storage buffers, and one is the output.
const MOST_PARTS: usize = 7;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    parts: [[u32; 4]; MOST_PARTS],
    count: u32,
    row: u32,
    span: u32,
    out_block: u32,
    start: u32,
    unused: [u32; 3],
}

/// `parts` are contiguous, not empty, and fit `shape` along `dim`.
pub(super) fn concat(parts: &[Layout], dim: usize, shape: &[usize]) -> Result<Vec<Dispatch>> {
    let outer: usize = shape[..dim].iter().product();
    let inner: usize = shape[dim + 1..].iter().product();
    let mut start = 0;
    let write = |(chunk, parts): (usize, &[Layout])| {
        let mut places = [[0; 4]; MOST_PARTS];
        let mut span = 0;
        for (place, part) in places.iter_mut().zip(parts) {
            let block = part.shape[dim] * inner;
            *place = [span as u32, block as u32, part.offset as u32, 0];
            span += block;
        }
        let count = outer * span;
        let (groups, row) = grid(count, 64);
        let uniforms = Uniforms {
            parts: places,
            count: count as u32,
            row,
            span: span as u32,
            out_block: (shape[dim] * inner) as u32,
            start: start as u32,
            unused: [0; 3],
        };
        start += span;
        let kernel = Kernel::file("concat", include_str!("concat.wgsl"));
        let last = parts.len() - 1;
        let bound: Vec<usize> = (0..MOST_PARTS).map(|k| chunk * MOST_PARTS + k.min(last)).collect();
        Ok(Dispatch::new(kernel, &uniforms, groups).reading(&bound))
    };
    parts.chunks(MOST_PARTS).enumerate().map(write).collect()
}
