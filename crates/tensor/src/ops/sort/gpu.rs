//! The GPU calls: Batcher's bitonic network (1968), in the form whose comparisons all run one way, so
//! that places beyond the line stand for what comes last and need not be there.

use crate::gpu::{Dispatch, Kernel, grid};
use crate::shape::Layout;

/// Most places that one workgroup sorts in its own memory, as in `sort_block.wgsl`.
const BLOCK: usize = 1024;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    /// Places in a line.
    n: u32,
    /// Blocks, or pairs, in a line.
    per_line: u32,
    /// Places in a block, or in what a step compares across.
    width: u32,
    offset: u32,
    is_descending: u32,
    /// The block kernel: merges what is already sorted in parts. The step: compares with the mirror image.
    mode: u32,
}

/// `x` `[…, n]` is contiguous and not empty.
pub(super) fn argsort(x: &Layout, n: usize, is_descending: bool) -> Vec<Dispatch> {
    let lines = x.count() / n;
    let padded = n.next_power_of_two();
    let width = padded.min(BLOCK);
    let uniforms = |count: usize, row: u32, per_line: usize, width: usize, mode: bool| Uniforms {
        count: count as u32,
        row,
        n: n as u32,
        per_line: per_line as u32,
        width: width as u32,
        offset: x.offset as u32,
        is_descending: u32::from(is_descending),
        mode: u32::from(mode),
    };
    // A workgroup a block.
    let blocks = |is_merge: bool| {
        let per_line = n.div_ceil(width);
        let (groups, row) = grid(lines * per_line, 1);
        let kernel = Kernel::file("sort_block", include_str!("sort_block.wgsl"));
        Dispatch::new(kernel, &uniforms(lines * per_line, row, per_line, width, is_merge), groups)
    };
    // An invocation a pair.
    let step = |across: usize, is_mirrored: bool| {
        let per_line = padded / 2;
        let (groups, row) = grid(lines * per_line, 64);
        let kernel = Kernel::file("sort_step", include_str!("sort_step.wgsl"));
        Dispatch::new(kernel, &uniforms(lines * per_line, row, per_line, across, is_mirrored), groups)
    };
    let mut dispatches = vec![blocks(false)];
    let mut merged = 2 * BLOCK;
    while merged <= padded {
        dispatches.push(step(merged, true));
        let mut across = merged / 2;
        while across > BLOCK {
            dispatches.push(step(across, false));
            across /= 2;
        }
        dispatches.push(blocks(true));
        merged *= 2;
    }
    dispatches
}
