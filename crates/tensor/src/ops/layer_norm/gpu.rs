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
    gain_offset: u32,
    bias_offset: u32,
    eps: f32,
    unused: u32,
}

/// All are contiguous, `x` is not empty.
pub(super) fn layer_norm(gpu: &Gpu, x: &Layout, gain: &Layout, bias: &Layout, eps: f32) -> Dispatch {
    let width = gain.count();
    let rows = x.count() / width;
    let (lanes, groups, row) = row_grid(gpu, rows, width);
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
    Dispatch::new(
        Kernel::made("layer_norm", include_str!("layer_norm.wgsl").into(), vec![("LANES", lanes)]),
        &uniforms,
        groups,
    )
}
