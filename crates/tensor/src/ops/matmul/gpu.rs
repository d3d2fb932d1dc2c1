//! The GPU calls.

use super::choice::{Variant, choose};
use crate::Result;
use crate::gpu::{Dispatch, Gpu, Kernel, View, grid};
use crate::shape::Layout;

const REGISTERS: &str = include_str!("matmul.wgsl");
const FOURS: &str = include_str!("matmul_fours.wgsl");
const TILED: &str = include_str!("matmul_tiled.wgsl");
const ROWS: &str = include_str!("matmul_rows.wgsl");
const ADD_SLICES: &str = include_str!("add_slices.wgsl");

/// Shortest slice of a sum that is worth a second pass.
const MIN_SLICE: usize = 128;
/// Invocations of [`Variant::Registers`] that keep an adapter that computes on the CPU busy …
const SOFTWARE_INVOCATIONS: usize = 256;
/// … and a graphics processor; of the other kernels, workgroups.
const INVOCATIONS: usize = 8192;
const WORKGROUPS: usize = 128;

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
    n_batch: u32,
    slice: u32,
    image: u32,
    unused: [u32; 2],
}

#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct AddUniforms {
    count: u32,
    row: u32,
    slices: u32,
    unused: u32,
}

/// What one kernel needs to know of a product.
struct Plan {
    kernel: Kernel,
    /// Rows and columns of the tile of one invocation or workgroup.
    tile: [usize; 2],
    /// Tiles in a workgroup.
    per_group: usize,
    /// Tiles that keep the device busy.
    wanted: usize,
}

/// `a` `[…, rows, inner]` and `b` `[…, inner, cols]` with equal leading sizes; nothing is empty. The columns fall into
/// images of so many, and come out image by image: `[…, images, rows, image]`. `image = cols` leaves all as it is.
pub(in crate::ops) fn matmul(
    gpu: &Gpu,
    a: &Layout,
    b: &Layout,
    shape: &[usize],
    image: usize,
) -> Result<Vec<Dispatch>> {
    product(gpu, a, b, shape, image, None)
}

/// As [`matmul`] for a `b` whose numbers are kept in another way: `b` says where they lie, as if each were an f32.
pub(in crate::ops) fn matmul_kept(
    gpu: &Gpu,
    a: &Layout,
    b: &Layout,
    shape: &[usize],
    kept: Kept,
) -> Result<Vec<Dispatch>> {
    product(gpu, a, b, shape, shape[shape.len() - 1], Some(kept))
}

/// How the numbers of a second operand are kept.
#[derive(Clone, Copy)]
pub(in crate::ops) struct Kept {
    /// Tells texts apart.
    pub name: &'static str,
    /// What stands in place of a kernel's text between the marks of b.
    pub text: &'static str,
    /// A constant of that text.
    pub constant: (&'static str, f64),
}

impl Kept {
    /// The kernel, which reads b so.
    fn within(self, kernel: Kernel) -> Kernel {
        let before = kernel.source.split("// --- b\n").next().unwrap_or_default();
        let after = kernel.source.split("// --- end b\n").nth(1).unwrap_or_default();
        let (constant, value) = self.constant;
        Kernel {
            name: format!("{} of {} {constant}={value}", kernel.name, self.name).into(),
            source: format!("{before}{}{after}", self.text).into(),
            constants: [kernel.constants, vec![self.constant]].concat(),
        }
    }
}

fn product(
    gpu: &Gpu,
    a: &Layout,
    b: &Layout,
    shape: &[usize],
    image: usize,
    kept: Option<Kept>,
) -> Result<Vec<Dispatch>> {
    let rank = shape.len();
    let n_batch: usize = shape[..rank - 2].iter().product();
    let sizes @ [rows, inner, cols] = [shape[rank - 2], a.shape[rank - 1], shape[rank - 1]];
    let plan = match choose(gpu, n_batch, sizes) {
        Variant::Registers => registers(gpu, a, b, sizes),
        Variant::Tiled { block, each } => tiled(a, b, block, each),
        Variant::Rows => few_rows(b, rows),
    };
    let [row_tiles, col_tiles] = [rows.div_ceil(plan.tile[0]), cols.div_ceil(plan.tile[1])];
    let n_tiles = n_batch * row_tiles * col_tiles;
    // Long sums with few outputs are cut, so that more of the device has work.
    let slices = (plan.wanted / n_tiles).min(inner / MIN_SLICE).max(1);
    let slice = inner.div_ceil(slices).next_multiple_of(4);
    let slices = inner.div_ceil(slice);
    let count = slices * n_tiles;
    let (groups, row) = grid(count, plan.per_group);
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
        n_batch: n_batch as u32,
        slice: slice as u32,
        image: image as u32,
        unused: [0; 2],
    };
    let kernel = match kept {
        Some(kept) => kept.within(plan.kernel),
        None => plan.kernel,
    };
    let product = Dispatch::new(kernel, &uniforms, groups);
    if slices == 1 {
        return Ok(vec![product]);
    }
    let count = n_batch * rows * cols;
    let (groups, row) = grid(count, 64);
    let uniforms = AddUniforms { count: count as u32, row, slices: slices as u32, unused: 0 };
    let sum = Dispatch::new(Kernel::file("add_slices", ADD_SLICES), &uniforms, groups);
    Ok(vec![product.writing_scratch(slices * count), sum.reading_scratch()])
}

fn registers(gpu: &Gpu, a: &Layout, b: &Layout, [rows, inner, cols]: [usize; 3]) -> Plan {
    // The tile that wastes least at the edges; per multiply-add, loads cost 1 / rows + 1 / columns, the
    // rest about a fifth of an addition of four (measured on SwiftShader).
    let cost = |[tile_rows, tile_cols]: &[usize; 2]| {
        let padded = rows.next_multiple_of(*tile_rows) * cols.next_multiple_of(*tile_cols);
        padded as f64 * (0.2 + 1.0 / *tile_rows as f64 + 1.0 / *tile_cols as f64)
    };
    let tiles = [[8, 8], [8, 4], [4, 8], [4, 4], [1, 8], [1, 4]];
    let tile = tiles.into_iter().min_by(|x, y| cost(x).total_cmp(&cost(y))).unwrap_or([8, 8]);
    let mut constants = vec![("ROWS", tile[0] as f64), ("COLS", tile[1] as f64)];
    let rank = a.shape.len();
    let is_a_turned = !has_fours(a, rank - 1);
    let is_b_turned = !has_fours(b, rank - 1);
    let has_fours = inner.is_multiple_of(4)
        && (!is_a_turned || (has_fours(a, rank - 2) && tile[0] > 1))
        && (!is_b_turned || has_fours(b, rank - 2));
    let kernel = if has_fours {
        let bit = |flag: bool| f64::from(u8::from(flag));
        constants.extend([("IS_A_TURNED", bit(is_a_turned)), ("IS_B_TURNED", bit(is_b_turned))]);
        let loads = FOURS.split("// --- main").next().unwrap_or_default();
        let before = REGISTERS.split("// --- loads").next().unwrap_or_default();
        let after = REGISTERS.split("// --- end loads").nth(1).unwrap_or_default();
        Kernel::made("matmul by fours", format!("{before}{loads}{after}").into(), constants)
    } else {
        Kernel::made("matmul", REGISTERS.into(), constants)
    };
    let wanted = if gpu.adapter().is_software { SOFTWARE_INVOCATIONS } else { INVOCATIONS };
    Plan { kernel, tile, per_group: 64, wanted }
}

fn tiled(a: &Layout, b: &Layout, block: usize, each: usize) -> Plan {
    let rank = a.shape.len();
    let constants = vec![
        ("BLOCK", block as f64),
        ("EACH", each as f64),
        ("THREADS", ((block / each) * (block / each)) as f64),
        ("IS_A_TURNED", f64::from(u8::from(a.strides[rank - 1] != 1))),
        ("IS_B_TURNED", f64::from(u8::from(b.strides[rank - 1] != 1))),
    ];
    let kernel = Kernel::made("matmul_tiled", TILED.into(), constants);
    Plan { kernel, tile: [block, block], per_group: 1, wanted: WORKGROUPS }
}

fn few_rows(b: &Layout, rows: usize) -> Plan {
    let lanes = if b.strides[b.shape.len() - 1] == 1 { 4 } else { 16 };
    let constants = vec![("ROWS", if rows == 1 { 1.0 } else { 4.0 }), ("LANES", lanes as f64)];
    let kernel = Kernel::made("matmul_rows", ROWS.into(), constants);
    Plan { kernel, tile: [4, 64 / lanes], per_group: 1, wanted: WORKGROUPS }
}

/// True when the numbers along a dimension lie side by side in groups of four, all of which start at a
/// multiple of 4.
fn has_fours(layout: &Layout, along: usize) -> bool {
    let is_group = |(dim, (&size, &stride)): (usize, (&usize, &isize))| {
        if dim == along {
            stride == 1 && size % 4 == 0
        } else {
            size == 1 || (stride >= 0 && stride % 4 == 0)
        }
    };
    layout.offset.is_multiple_of(4) && layout.shape.iter().zip(&layout.strides).enumerate().all(is_group)
}
