//! The GPU call.

use crate::gpu::{Dispatch, Gpu, Kernel, row_grid};
use crate::shape::Layout;

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

/// `x` `[…, width]` is contiguous and not empty.
pub(super) fn softmax(gpu: &Gpu, x: &Layout) -> Dispatch {
    let shape = &x.shape;
    let width = shape[shape.len() - 1];
    let rows = x.count() / width;
    let (lanes, groups, row) = row_grid(gpu, rows, width);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: width as u32,
        row,
        offset: x.offset as u32,
        lowest: f32::NEG_INFINITY,
        unused: [0; 3],
    };
    Dispatch::new(
        Kernel::made("softmax", include_str!("softmax.wgsl").into(), vec![("LANES", lanes)]),
        &uniforms,
        groups,
    )
}
