//! The GPU call.

use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    offset: u32,
    starts_offset: u32,
    weights_offset: u32,
    n_in: u32,
    n_out: u32,
    inner: u32,
    band: u32,
    unused: [u32; 3],
}

/// x `[outer, n_in, inner]`, starts `[n_out]`, weights `[n_out, band]`, all contiguous.
pub(super) fn resample(inputs: &[Layout], shape: &[usize]) -> Dispatch {
    let count: usize = shape.iter().product();
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        offset: inputs[0].offset as u32,
        starts_offset: inputs[1].offset as u32,
        weights_offset: inputs[2].offset as u32,
        n_in: inputs[0].shape[1] as u32,
        n_out: shape[1] as u32,
        inner: shape[2] as u32,
        band: inputs[2].shape[1] as u32,
        unused: [0; 3],
    };
    Dispatch::new(Kernel::file("resample", include_str!("resample.wgsl")), &uniforms, groups)
}
