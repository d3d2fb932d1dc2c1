//! The product of two matrices in plain loops over small arrays, which LLVM turns into SIMD (wasm's
//! simd128 above all: candle's kernel reaches about 30 GFLOP/s there, this one about 36 on the same core).
//!
//! The method is that of Goto & van de Geijn 2008: both operands are packed into panels that the inner
//! kernel reads in order, in blocks that stay in the caches; the inner kernel keeps a tile of 4 × 8 sums in
//! registers. Taller, wider and unrolled tiles were measured and are slower: they leave no register free.
//! k runs upwards in blocks of [`BLOCK_INNER`], each block one f32 sum: equal inputs give equal bits.

mod pack;
#[cfg(test)]
mod tests;
mod thin;

use pack::pack;
pub(crate) use pack::{Columns, Matrix};

/// Tile of sums in registers.
const TILE_ROWS: usize = 4;
pub(crate) const TILE_COLS: usize = 8;
/// A packed block of `a` is 64 × 256 (64 KiB), one of `b` 256 × 1024 (1 MiB); a pair of panels is 12 KiB.
const BLOCK_ROWS: usize = 64;
const BLOCK_INNER: usize = 256;
const BLOCK_COLS: usize = 1024;
/// Longest sum of a block that goes row by row of tiles; in longer ones a panel of `b` stays in the nearest cache.
const SHORT_INNER: usize = 32;

/// Room for packed panels, kept between the products of a batch.
#[derive(Default)]
pub(crate) struct Panels {
    a: Vec<f32>,
    b: Vec<f32>,
}

/// `out = a · b`, where `a` is `[rows, inner]`, `b` `[inner, cols]` and `out` row-major. Nothing is empty.
/// Calls `finish` on consecutive parts of `out`, each as soon as it is computed.
pub(super) fn multiply(
    sizes: [usize; 3],
    a: Matrix<'_>,
    b: Matrix<'_>,
    out: &mut [f32],
    panels: &mut Panels,
    finish: &mut dyn FnMut(&mut [f32]),
) {
    if thin::multiply(sizes, a, b, out) {
        return finish(out);
    }
    // A matrix times its own transpose is symmetric: half of it is enough.
    let is_gram = sizes[0] == sizes[2] && a.is_same(&b.transposed());
    if !is_gram {
        return multiply_columns(sizes, a, &b, out, panels, finish);
    }
    blocks(sizes, a, &b, out, panels, true, &mut |_| {});
    mirror(sizes[0], out);
    finish(out);
}

/// As [`multiply`] for a `b` that is put together while it is packed.
pub(crate) fn multiply_columns(
    sizes: [usize; 3],
    a: Matrix<'_>,
    b: &impl Columns,
    out: &mut [f32],
    panels: &mut Panels,
    finish: &mut dyn FnMut(&mut [f32]),
) {
    blocks(sizes, a, b, out, panels, false, finish);
}

fn blocks(
    [rows, inner, cols]: [usize; 3],
    a: Matrix<'_>,
    b: &impl Columns,
    out: &mut [f32],
    panels: &mut Panels,
    is_gram: bool,
    finish: &mut dyn FnMut(&mut [f32]),
) {
    // With all columns in one block, rows are whole after the last k.
    let is_by_rows = cols <= BLOCK_COLS;
    for col in (0..cols).step_by(BLOCK_COLS) {
        let n_cols = BLOCK_COLS.min(cols - col);
        for k in (0..inner).step_by(BLOCK_INNER) {
            let n_inner = BLOCK_INNER.min(inner - k);
            b.pack([col, n_cols], [k, n_inner], &mut panels.b);
            for row in (0..rows).step_by(BLOCK_ROWS) {
                let n_rows = BLOCK_ROWS.min(rows - row);
                pack::<TILE_ROWS>(&a, [row, n_rows], [k, n_inner], &mut panels.a);
                let block = Block { row, n_rows, col, n_cols, k, n_inner, stride: cols, is_gram };
                block.multiply(panels, out);
                if is_by_rows && k + n_inner == inner {
                    finish(&mut out[row * cols..(row + n_rows) * cols]);
                }
            }
        }
    }
    if !is_by_rows {
        finish(out);
    }
}

/// Copies what stands above the diagonal of a square below it, in squares that stay in the nearest cache.
fn mirror(rows: usize, out: &mut [f32]) {
    const SIDE: usize = 32;
    for top in (0..rows).step_by(SIDE) {
        for left in (0..=top).step_by(SIDE) {
            for row in top..(top + SIDE).min(rows) {
                for col in left..(left + SIDE).min(row) {
                    out[row * rows + col] = out[col * rows + row];
                }
            }
        }
    }
}

/// Where one packed block of `a` meets one of `b`.
struct Block {
    row: usize,
    n_rows: usize,
    col: usize,
    n_cols: usize,
    k: usize,
    n_inner: usize,
    /// Columns of the output.
    stride: usize,
    /// Tiles below the diagonal are left out.
    is_gram: bool,
}

impl Block {
    /// Writes the product of the packed blocks, or adds it to that of the blocks before `k`.
    fn multiply(&self, panels: &Panels, out: &mut [f32]) {
        let (a_len, b_len) = (self.n_inner * TILE_ROWS, self.n_inner * TILE_COLS);
        if self.n_inner <= SHORT_INNER {
            // Tiles are soon done: what counts is that they are written side by side.
            for (i, a) in panels.a.chunks_exact(a_len).enumerate() {
                for (j, b) in panels.b.chunks_exact(b_len).enumerate() {
                    self.write_tile([i * TILE_ROWS, j * TILE_COLS], a, b, out);
                }
            }
        } else {
            for (j, b) in panels.b.chunks_exact(b_len).enumerate() {
                for (i, a) in panels.a.chunks_exact(a_len).enumerate() {
                    self.write_tile([i * TILE_ROWS, j * TILE_COLS], a, b, out);
                }
            }
        }
    }

    #[inline(always)]
    fn write_tile(&self, [i, j]: [usize; 2], a: &[f32], b: &[f32], out: &mut [f32]) {
        let width = TILE_COLS.min(self.n_cols - j);
        if self.is_gram && self.row + i >= self.col + j + width {
            return;
        }
        let sums = tile(a, b);
        for (r, sums) in sums.iter().enumerate().take(self.n_rows - i) {
            let to = &mut out[(self.row + i + r) * self.stride + self.col + j..][..width];
            match (self.k, to.first_chunk_mut::<TILE_COLS>()) {
                (0, Some(to)) => *to = *sums,
                (0, None) => to.copy_from_slice(&sums[..width]),
                _ => to.iter_mut().zip(sums).for_each(|(out, sum)| *out += sum),
            }
        }
    }
}

/// The sums over k of a panel's row of `a` times its row of `b`.
#[inline(always)]
fn tile(a: &[f32], b: &[f32]) -> [[f32; TILE_COLS]; TILE_ROWS] {
    let mut sums = [[0.0; TILE_COLS]; TILE_ROWS];
    for (a, b) in a.as_chunks::<TILE_ROWS>().0.iter().zip(b.as_chunks::<TILE_COLS>().0) {
        for (sums, a) in sums.iter_mut().zip(a) {
            for (sum, b) in sums.iter_mut().zip(b) {
                *sum += a * b;
            }
        }
    }
    sums
}
