//! The GPU call.

use super::Dft;
use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    n: u32,
    from_count: u32,
    from_width: u32,
    to_count: u32,
    to_width: u32,
    is_inverse: u32,
    offset: u32,
    table_offset: u32,
    unused: [u32; 2],
}

/// `x` `[lines, …]` and the table `[n, 2]` are contiguous.
pub(super) fn transform(dft: &Dft, x: &Layout, table: &Layout, lines: usize) -> Dispatch {
    let count = lines * dft.to.count;
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        count: count as u32,
        row,
        n: dft.n as u32,
        from_count: dft.from.count as u32,
        from_width: dft.from.width as u32,
        to_count: dft.to.count as u32,
        to_width: dft.to.width as u32,
        is_inverse: u32::from(dft.is_inverse),
        offset: x.offset as u32,
        table_offset: table.offset as u32,
        unused: [0; 2],
    };
    Dispatch::new(Kernel::file("fourier", include_str!("fourier.wgsl")), &uniforms, groups)
}
