//! The GPU calls.

use super::format::{Format, Half};
use crate::Result;
use crate::gpu::{Dispatch, Gpu, Kernel, grid, is_lone_row};
use crate::ops::matmul::gpu::{Kept, matmul_kept};
use crate::shape::Layout;

const LOADS: &str = include_str!("loads.wgsl");

/// Invocations that share a row of the weight, of a workgroup's 64.
const LANES: usize = 16;

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct Uniforms {
    count: u32,
    row: u32,
    rows: u32,
    cols: u32,
    /// Words of a row, in fours where the kernel reads them so.
    row_words: u32,
    n: u32,
    offset: u32,
    unused: u32,
}

/// `x` `[n, cols]` is contiguous, nothing is empty.
pub(super) fn linear(gpu: &Gpu, format: &Format, x: &Layout, n: usize) -> Dispatch {
    let lanes = if is_lone_row(gpu, format.rows, format.cols) { 1 } else { LANES };
    let count = format.rows.div_ceil(64 / lanes);
    let (groups, row) = grid(count, 1);
    let inputs = if n == 1 { 1.0 } else { 4.0 };
    let constants = vec![("LANES", lanes as f64), ("INPUTS", inputs), ("KIND", kind(format))];
    let kernel = Kernel::made("linear_packed", include_str!("linear_packed.wgsl").into(), constants);
    let uniforms =
        Uniforms { row_words: (format.row_words() / 4) as u32, ..uniforms(format, count, row, n, x.offset) };
    Dispatch::new(kernel, &uniforms, groups)
}

/// The indices `[n]` are contiguous, nothing is empty.
pub(super) fn take_rows(format: &Format, indices: &Layout, n: usize) -> Dispatch {
    let count = n * format.cols;
    let (groups, row) = grid(count, 64);
    let constants = vec![("KIND", kind(format))];
    let kernel = Kernel::made("take_packed_rows", include_str!("take_packed_rows.wgsl").into(), constants);
    Dispatch::new(kernel, &uniforms(format, count, row, n, indices.offset), groups)
}

/// `x` `[n, rows]` or, turned, `[n, cols]` is contiguous, nothing is empty.
pub(super) fn product(
    gpu: &Gpu,
    format: &Format,
    is_turned: bool,
    x: &Layout,
    shape: &[usize],
) -> Result<Vec<Dispatch>> {
    let lies = Layout {
        shape: vec![format.rows, format.cols],
        strides: vec![2 * format.row_words() as isize, 1],
        offset: 0,
    };
    let weight = if is_turned { lies.permute(&[1, 0]) } else { lies };
    let text = LOADS.split("// --- main").next().unwrap_or_default();
    matmul_kept(gpu, x, &weight, shape, Kept { name: "16 bits", text, constant: ("KIND", kind(format)) })
}

fn uniforms(format: &Format, count: usize, row: u32, n: usize, offset: usize) -> Uniforms {
    Uniforms {
        count: count as u32,
        row,
        rows: format.rows as u32,
        cols: format.cols as u32,
        row_words: format.row_words() as u32,
        n: n as u32,
        offset: offset as u32,
        unused: 0,
    }
}

/// As the kernels count them.
fn kind(format: &Format) -> f64 {
    match (format.half, format.raised) {
        (Half::Bf16, _) => 0.0,
        (Half::F16, 0) => 1.0,
        (Half::F16, _) => 2.0,
    }
}
