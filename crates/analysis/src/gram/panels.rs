//! A symmetric product by own loops, for wasm: faer has no f64 kernel with SIMD there, and LLVM makes one of these.

use faer::MatRef;

/// Rows of a panel: tiles of 4 × 4 sums stay in registers.
const SIDE: usize = 4;

/// Panels that stay in a core's second cache, 128 KiB of blocks of 256 columns, while all others pass by: without this
/// each panel came from memory anew for each other.
const GROUP: usize = 16;

/// One column of a panel.
type Column = [f64; SIDE];

/// Adds `block · blockᵀ` to the lower half of a column-major square matrix with as many rows as `block [size, depth]`.
///
/// Cost: `size² · depth / 2` multiply-adds; memory a copy of `block`. Sums run in the order of the columns.
pub(super) fn add_product(square: &mut [f64], block: MatRef<'_, f64>) {
    let (size, depth) = (block.nrows(), block.ncols());
    let panels = pack(block);
    let panel = |at: usize| &panels[at * depth..][..depth];
    let n_panels = size.div_ceil(SIDE);
    for first in (0..n_panels).step_by(GROUP) {
        let end = n_panels.min(first + GROUP);
        for right in 0..end {
            for left in first.max(right)..end {
                add_tile(square, size, [right, left], &product(panel(right), panel(left)));
            }
        }
    }
}

/// Adds the sums of two panels. Above the diagonal nobody looks until the half below is copied there.
fn add_tile(square: &mut [f64], size: usize, [right, left]: [usize; 2], tile: &[Column; SIDE]) {
    for (column, sums) in (right * SIDE..size).zip(tile) {
        for (row, sum) in (left * SIDE..size).zip(sums) {
            square[column * size + row] += sum;
        }
    }
}

/// The rows in panels of [`SIDE`], each column by column; rows that are missing in the last are 0.
fn pack(block: MatRef<'_, f64>) -> Vec<Column> {
    let (size, depth) = (block.nrows(), block.ncols());
    let mut panels = vec![[0.0; SIDE]; size.div_ceil(SIDE) * depth];
    for row in 0..size {
        let panel = &mut panels[row / SIDE * depth..][..depth];
        for (column, &entry) in panel.iter_mut().zip(block.row(row).iter()) {
            column[row % SIDE] = entry;
        }
    }
    panels
}

/// `[right][left]`: the inner product of each row of one panel with each of the other.
fn product(right: &[Column], left: &[Column]) -> [Column; SIDE] {
    let mut sums = [[0.0; SIDE]; SIDE];
    for (right, left) in right.iter().zip(left) {
        for (sums, &a) in sums.iter_mut().zip(right) {
            for (sum, &b) in sums.iter_mut().zip(left) {
                *sum += a * b;
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_and_empty_blocks_give_what_sums_one_by_one_give() {
        let draws = draws::Draws::new(5);
        for (size, depth) in [(0, 3), (1, 1), (3, 0), (4, 4), (5, 7), (8, 1), (13, 262), (70, 3), (131, 2)] {
            let rows: Vec<f64> = (0..size * depth).map(|at| draws.unit(at as u64) - 0.5).collect();
            let mut square = vec![1.0; size * size];
            add_product(&mut square, MatRef::from_row_major_slice(&rows, size, depth));
            for column in 0..size {
                for row in column..size {
                    let of = |row: usize| &rows[row * depth..][..depth];
                    let wanted = 1.0 + of(row).iter().zip(of(column)).map(|(a, b)| a * b).sum::<f64>();
                    let found = square[column * size + row];
                    assert!(
                        (found - wanted).abs() < 1e-12,
                        "{size} × {depth} at {row}, {column}: {found} {wanted}"
                    );
                }
            }
        }
    }
}
