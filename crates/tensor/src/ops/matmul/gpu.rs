//! The GPU call.

use crate::Result;
use crate::gpu::{Dispatch, Gpu, Kernel, View, grid};
use crate::shape::Layout;

/// Rows and columns of the tile that one invocation computes, as in `matmul.wgsl`.
const TILE: [usize; 2] = [8, 4];

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    a: View,
    b: View,
    count: u32,
    row: u32,
    rows: u32,
    inner: u32,
    cols: u32,
    row_tiles: u32,
    col_tiles: u32,
    unused: u32,
}

/// `a` `[…, rows, inner]` and `b` `[…, inner, cols]` with equal leading sizes; nothing is empty.
pub(super) fn matmul(_: &Gpu, a: &Layout, b: &Layout, shape: &[usize]) -> Result<Dispatch> {
    let (batch, [rows, cols]) = (&shape[..shape.len() - 2], [shape[shape.len() - 2], shape[shape.len() - 1]]);
    let inner = a.shape[shape.len() - 1];
    let (row_tiles, col_tiles) = (rows.div_ceil(TILE[0]), cols.div_ceil(TILE[1]));
    let count = batch.iter().product::<usize>() * row_tiles * col_tiles;
    let (groups, row) = grid(count, 64);
    let uniforms = Uniforms {
        a: View::new(a)?,
        b: View::new(b)?,
        count: count as u32,
        row,
        rows: rows as u32,
        inner: inner as u32,
        cols: cols as u32,
        row_tiles: row_tiles as u32,
        col_tiles: col_tiles as u32,
        unused: 0,
    };
    Ok(Dispatch::new(Kernel::file("matmul", include_str!("matmul.wgsl")), &uniforms, groups))
}
