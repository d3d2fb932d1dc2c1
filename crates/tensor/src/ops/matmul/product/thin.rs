//! Products with few rows or columns, for which packing would cost more than it saves.

use super::pack::Matrix;
use super::{BLOCK_INNER, TILE_COLS, TILE_ROWS};

/// Longest sum for which `b` stays unblocked when it has few columns.
const NARROW_INNER: usize = 64;

/// Most rows and columns of an output that is computed in place however long the sum.
const FEW_OUTPUTS: usize = 32;

/// Computes the product, or returns false where it is not thin.
pub(super) fn multiply(sizes: [usize; 3], a: Matrix<'_>, b: Matrix<'_>, out: &mut [f32]) -> bool {
    let [rows, inner, cols] = sizes;
    if rows < TILE_ROWS {
        out.fill(0.0);
        few_rows(sizes, a, b, out);
        return true;
    }
    if inner <= NARROW_INNER && a.col_stride == 1 {
        match cols {
            1..=4 => narrow::<4>(sizes, a, b, out),
            5..=8 => narrow::<8>(sizes, a, b, out),
            9..=12 => narrow::<12>(sizes, a, b, out),
            _ => return false,
        }
        return true;
    }
    if rows <= FEW_OUTPUTS && cols <= FEW_OUTPUTS && a.row_stride == 1 && b.col_stride == 1 {
        tall(sizes, a, b, out);
        return true;
    }
    false
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

/// A long sum with few outputs, as in the gradient of a tiny layer's weight: for each k the numbers of both
/// operands lie side by side already. Tiles reach beyond the edges, where they read what is not used.
fn tall([rows, inner, cols]: [usize; 3], a: Matrix<'_>, b: Matrix<'_>, out: &mut [f32]) {
    out.fill(0.0);
    for k in (0..inner).step_by(BLOCK_INNER) {
        let ks = k..(k + BLOCK_INNER).min(inner);
        for i in (0..rows).step_by(TILE_ROWS) {
            for j in (0..cols).step_by(TILE_COLS) {
                let mut sums = [[0.0; TILE_COLS]; TILE_ROWS];
                for k in ks.clone() {
                    let a: [f32; TILE_ROWS] = read(a.data, a.at(i, k));
                    let b: [f32; TILE_COLS] = read(b.data, b.at(k, j));
                    for (sums, a) in sums.iter_mut().zip(a) {
                        sums.iter_mut().zip(b).for_each(|(sum, b)| *sum += a * b);
                    }
                }
                for (sums, out) in sums.iter().zip(out[i * cols..].chunks_mut(cols)) {
                    out[j..].iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
                }
            }
        }
    }
}

/// `N` numbers from a place on; 0 beyond the end.
#[inline(always)]
fn read<const N: usize>(data: &[f32], at: usize) -> [f32; N] {
    let rest = &data[at..];
    match rest.first_chunk::<N>() {
        Some(whole) => *whole,
        None => std::array::from_fn(|i| rest.get(i).copied().unwrap_or(0.0)),
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
