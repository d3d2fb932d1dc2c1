//! Operands, and their copies in the order in which the inner kernel reads them.

use super::TILE_COLS;

/// A strided matrix. Strides are in elements and may be 0 or negative.
#[derive(Clone, Copy)]
pub(crate) struct Matrix<'a> {
    pub data: &'a [f32],
    pub offset: isize,
    pub row_stride: isize,
    pub col_stride: isize,
}

/// A second operand `[inner, cols]`, which need not lie anywhere as a whole.
pub(crate) trait Columns {
    /// Copies a block into panels of [`TILE_COLS`] columns, each k by k: `[panel, k, TILE_COLS]`. What stands in
    /// missing columns does not matter.
    fn pack(&self, cols: [usize; 2], ks: [usize; 2], packed: &mut Vec<f32>);
}

impl Columns for Matrix<'_> {
    fn pack(&self, cols: [usize; 2], ks: [usize; 2], packed: &mut Vec<f32>) {
        pack::<TILE_COLS>(&self.transposed(), cols, ks, packed);
    }
}

impl<'a> Matrix<'a> {
    pub(super) fn at(&self, row: usize, col: usize) -> usize {
        (self.offset + row as isize * self.row_stride + col as isize * self.col_stride) as usize
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data)
            && (self.offset, self.row_stride, self.col_stride)
                == (other.offset, other.row_stride, other.col_stride)
    }

    pub(super) fn transposed(&self) -> Self {
        Self { row_stride: self.col_stride, col_stride: self.row_stride, ..*self }
    }

    /// `len` elements along a row, whose column stride is 1.
    pub(super) fn along_row(&self, row: usize, col: usize, len: usize) -> &'a [f32] {
        let start = self.at(row, col);
        &self.data[start..start + len]
    }
}

/// Copies a block into panels of `N` rows, each k by k: `[panel, k, N]`. Missing rows are zero.
pub(super) fn pack<const N: usize>(
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
