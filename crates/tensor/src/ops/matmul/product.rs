//! The product of two matrices in plain loops over small arrays, which LLVM turns into SIMD (wasm's
//! simd128 above all: candle's kernel reaches about 30 GFLOP/s there, this one about 36 on the same core).
//!
//! The method is that of Goto & van de Geijn 2008: both operands are packed into panels that the inner
//! kernel reads in order, in blocks that stay in the caches; the inner kernel keeps a tile of 4 × 8 sums in
//! registers. Taller, wider and unrolled tiles were measured and are slower: they leave no register free.
//! k runs upwards in blocks of [`BLOCK_INNER`], each block one f32 sum: equal inputs give equal bits.

/// Tile of sums in registers.
const TILE_ROWS: usize = 4;
const TILE_COLS: usize = 8;
/// A packed block of `a` is 64 × 256 (64 KiB), one of `b` 256 × 1024 (1 MiB); a pair of panels is 12 KiB.
const BLOCK_ROWS: usize = 64;
const BLOCK_INNER: usize = 256;
const BLOCK_COLS: usize = 1024;

/// Longest sum for which `b` stays unblocked when it has few columns.
const NARROW_INNER: usize = 64;

/// A strided matrix. Strides are in elements and may be 0 or negative.
#[derive(Clone, Copy)]
pub(super) struct Matrix<'a> {
    pub data: &'a [f32],
    pub offset: isize,
    pub row_stride: isize,
    pub col_stride: isize,
}

/// Room for packed panels, kept between the products of a batch.
#[derive(Default)]
pub(super) struct Panels {
    a: Vec<f32>,
    b: Vec<f32>,
}

impl<'a> Matrix<'a> {
    fn at(&self, row: usize, col: usize) -> usize {
        (self.offset + row as isize * self.row_stride + col as isize * self.col_stride) as usize
    }

    fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data)
            && (self.offset, self.row_stride, self.col_stride)
                == (other.offset, other.row_stride, other.col_stride)
    }

    fn transposed(&self) -> Self {
        Self { row_stride: self.col_stride, col_stride: self.row_stride, ..*self }
    }

    /// `N` elements along a row, whose column stride is 1.
    fn along_row(&self, row: usize, col: usize, len: usize) -> &'a [f32] {
        let start = self.at(row, col);
        &self.data[start..start + len]
    }
}

/// `out = a · b`, where `a` is `[rows, inner]`, `b` `[inner, cols]` and `out` row-major. Nothing is empty.
pub(super) fn multiply(
    [rows, inner, cols]: [usize; 3],
    a: Matrix<'_>,
    b: Matrix<'_>,
    out: &mut [f32],
    panels: &mut Panels,
) {
    if rows < TILE_ROWS {
        out.fill(0.0);
        return few_rows([rows, inner, cols], a, b, out);
    }
    if inner <= NARROW_INNER && a.col_stride == 1 {
        match cols {
            1..=4 => return narrow::<4>([rows, inner, cols], a, b, out),
            5..=8 => return narrow::<8>([rows, inner, cols], a, b, out),
            9..=12 => return narrow::<12>([rows, inner, cols], a, b, out),
            _ => {}
        }
    }
    // A matrix times its own transpose is symmetric: half of it is enough.
    let is_gram = rows == cols && a.is_same(&b.transposed());
    for col in (0..cols).step_by(BLOCK_COLS) {
        let n_cols = BLOCK_COLS.min(cols - col);
        for k in (0..inner).step_by(BLOCK_INNER) {
            let n_inner = BLOCK_INNER.min(inner - k);
            pack::<TILE_COLS>(&b.transposed(), [col, n_cols], [k, n_inner], &mut panels.b);
            for row in (0..rows).step_by(BLOCK_ROWS) {
                let n_rows = BLOCK_ROWS.min(rows - row);
                pack::<TILE_ROWS>(&a, [row, n_rows], [k, n_inner], &mut panels.a);
                let block = Block { row, n_rows, col, n_cols, k, n_inner, stride: cols, is_gram };
                block.multiply(panels, out);
            }
        }
    }
    if is_gram {
        mirror(rows, out);
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
        for (j, b) in panels.b.chunks_exact(self.n_inner * TILE_COLS).enumerate() {
            let j = j * TILE_COLS;
            let width = TILE_COLS.min(self.n_cols - j);
            for (i, a) in panels.a.chunks_exact(self.n_inner * TILE_ROWS).enumerate() {
                let i = i * TILE_ROWS;
                if self.is_gram && self.row + i >= self.col + j + width {
                    continue;
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

/// Copies a block into panels of `N` rows, each k by k: `[panel, k, N]`. Missing rows are zero.
fn pack<const N: usize>(
    x: &Matrix<'_>,
    [row, n_rows]: [usize; 2],
    [k, n_inner]: [usize; 2],
    packed: &mut Vec<f32>,
) {
    packed.resize(n_rows.div_ceil(N) * N * n_inner, 0.0);
    for (panel, to) in packed.chunks_exact_mut(N * n_inner).enumerate() {
        let first = row + panel * N;
        let n = N.min(row + n_rows - first);
        if n < N {
            to.fill(0.0);
        }
        let to = to.as_chunks_mut::<N>().0;
        if x.row_stride == 1 {
            // Neighbouring rows lie side by side.
            let turned = x.transposed();
            for (i, to) in to.iter_mut().enumerate() {
                let from = turned.along_row(k + i, first, n);
                match from.first_chunk::<N>() {
                    Some(whole) => *to = *whole,
                    None => to[..n].copy_from_slice(from),
                }
            }
        } else if x.col_stride == 1 && n == N {
            let lines: [&[f32]; N] = std::array::from_fn(|r| x.along_row(first + r, k, n_inner));
            for (i, to) in to.iter_mut().enumerate() {
                *to = std::array::from_fn(|r| lines[r][i]);
            }
        } else {
            for r in 0..n {
                let mut at = x.at(first + r, k) as isize;
                for to in to.iter_mut() {
                    to[r] = x.data[at as usize];
                    at += x.col_stride;
                }
            }
        }
    }
}

/// Up to three rows: packing `b` would cost more than the product, which reads it once and so runs at the
/// speed of memory.
fn few_rows([rows, inner, cols]: [usize; 3], a: Matrix<'_>, b: Matrix<'_>, out: &mut [f32]) {
    let mut line = vec![0.0; inner];
    for row in 0..rows {
        for (k, value) in line.iter_mut().enumerate() {
            *value = a.data[a.at(row, k)];
        }
        let out = &mut out[row * cols..][..cols];
        if b.row_stride == 1 {
            for (col, out) in out.iter_mut().enumerate() {
                *out = dot(&line, b.transposed().along_row(col, 0, inner));
            }
        } else if b.col_stride == 1 {
            for (k, &factor) in line.iter().enumerate() {
                let from = b.along_row(k, 0, cols);
                out.iter_mut().zip(from).for_each(|(out, &value)| *out += factor * value);
            }
        } else {
            for (col, out) in out.iter_mut().enumerate() {
                *out = line.iter().enumerate().map(|(k, &value)| value * b.data[b.at(k, col)]).sum();
            }
        }
    }
}

/// Few columns and a short sum, as in a tiny perceptron over many rows: `b` fits the nearest cache as it
/// is, and `a` is read once, so that only `b` is packed, to `N` columns.
fn narrow<const N: usize>([rows, inner, cols]: [usize; 3], a: Matrix<'_>, b: Matrix<'_>, out: &mut [f32]) {
    let mut packed = [[0.0; N]; NARROW_INNER];
    for (k, line) in packed.iter_mut().enumerate().take(inner) {
        for (col, value) in line.iter_mut().enumerate().take(cols) {
            *value = b.data[b.at(k, col)];
        }
    }
    for (i, out) in out.chunks_mut(TILE_ROWS * cols).enumerate() {
        // The last lines of a short chunk repeat the last row, and are not written.
        let lines: [&[f32]; TILE_ROWS] =
            std::array::from_fn(|r| a.along_row((i * TILE_ROWS + r).min(rows - 1), 0, inner));
        let mut sums = [[0.0; N]; TILE_ROWS];
        for (k, b) in packed[..inner].iter().enumerate() {
            for (sums, line) in sums.iter_mut().zip(lines) {
                let a = line[k];
                sums.iter_mut().zip(b).for_each(|(sum, b)| *sum += a * b);
            }
        }
        for (out, sums) in out.chunks_exact_mut(cols).zip(&sums) {
            out.copy_from_slice(&sums[..cols]);
        }
    }
}

/// Sixteen sums side by side, then one.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    const LANES: usize = 16;
    let mut sums = [0.0_f32; LANES];
    let (a_chunks, a_rest) = a.as_chunks::<LANES>();
    let (b_chunks, b_rest) = b.as_chunks::<LANES>();
    for (a, b) in a_chunks.iter().zip(b_chunks) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_own_transpose_is_symmetric_and_right() {
        let (rows, inner) = (77, 300);
        let data: Vec<f32> = (0..rows * inner).map(|i| (i * 7919 % 1000) as f32 / 500.0 - 1.0).collect();
        let a = Matrix { data: &data, offset: 0, row_stride: inner as isize, col_stride: 1 };
        let (mut own, mut plain) = (vec![f32::NAN; rows * rows], vec![f32::NAN; rows * rows]);
        multiply([rows, inner, rows], a, a.transposed(), &mut own, &mut Panels::default());
        let copy = data.clone();
        let b = Matrix { data: &copy, ..a }.transposed();
        multiply([rows, inner, rows], a, b, &mut plain, &mut Panels::default());
        for row in 0..rows {
            for col in 0..rows {
                assert_eq!(own[row * rows + col], own[col * rows + row]);
                assert!((own[row * rows + col] - plain[row * rows + col]).abs() < 1e-4);
            }
        }
    }

    /// Every pair of orders, with sizes around the tile and the blocks.
    #[test]
    fn products_equal_sums_in_f64_for_every_order_of_the_operands() {
        let numbers = |count: usize, seed: usize| -> Vec<f32> {
            (0..count).map(|i| ((i * 7919 + seed * 104_729) % 1000) as f32 / 500.0 - 1.0).collect()
        };
        for [rows, inner, cols] in [
            [1, 1, 1],
            [1, 40, 33],
            [3, 5, 9],
            [4, 8, 8],
            [5, 257, 7],
            [67, 300, 19],
            [130, 3, 1030],
            [9, 12, 4],
            [10, 64, 7],
            [6, 1, 11],
        ] {
            let (a, b) = (numbers(rows * inner, 1), numbers(inner * cols, 2));
            for order in 0..4 {
                let view = |data, is_turned: bool, [n_rows, n_cols]: [usize; 2]| {
                    let (row_stride, col_stride) =
                        if is_turned { (1, n_rows as isize) } else { (n_cols as isize, 1) };
                    Matrix { data, offset: 0, row_stride, col_stride }
                };
                let a = view(&a[..], order % 2 == 1, [rows, inner]);
                let b = view(&b[..], order / 2 == 1, [inner, cols]);
                let mut out = vec![f32::NAN; rows * cols];
                multiply([rows, inner, cols], a, b, &mut out, &mut Panels::default());
                for (i, &found) in out.iter().enumerate() {
                    let terms = (0..inner)
                        .map(|k| f64::from(a.data[a.at(i / cols, k)]) * f64::from(b.data[b.at(k, i % cols)]));
                    let exact: f64 = terms.sum();
                    assert!(
                        (f64::from(found) - exact).abs() < 1e-4,
                        "{rows} {inner} {cols}, order {order}: {found}"
                    );
                }
            }
        }
    }
}
