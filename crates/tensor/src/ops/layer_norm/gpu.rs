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
    gain_offset: u32,
    bias_offset: u32,
    eps: f32,
    unused: u32,
}

/// All are contiguous, `x` is not empty.
pub(super) fn layer_norm(x: &Layout, gain: &Layout, bias: &Layout, eps: f32) -> Dispatch {
    let width = gain.count();
    let rows = x.count() / width;
    // A workgroup a row.
    let (groups, row) = grid(rows, 1);
    let uniforms = Uniforms {
        rows: rows as u32,
        width: width as u32,
        row,
        offset: x.offset as u32,
        gain_offset: gain.offset as u32,
        bias_offset: bias.offset as u32,
        eps,
        unused: 0,
    };
    Dispatch::new(Kernel::file("layer_norm", include_str!("layer_norm.wgsl")), &uniforms, groups)
}
