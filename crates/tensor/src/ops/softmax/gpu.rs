//! The GPU call.

use crate::gpu::{Dispatch, Kernel, grid};
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
pub(super) fn softmax(x: &Layout) -> Dispatch {
    let shape = &x.shape;
    let width = shape[shape.len() - 1];
    let rows = x.count() / width;
    // A workgroup a row.
    let (groups, row) = grid(rows, 1);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: width as u32,
        row,
        offset: x.offset as u32,
        lowest: f32::NEG_INFINITY,
        unused: [0; 3],
    };
    Dispatch::new(Kernel::file("softmax", include_str!("softmax.wgsl")), &uniforms, groups)
}
