//! A symmetric product summed over blocks of units, so that the f64 copy stays small.

use std::ops::Range;

use faer::MatRef;
#[cfg(not(target_arch = "wasm32"))]
use faer::{
    Accum, MatMut, Par,
    linalg::matmul::triangular::{BlockStructure, matmul},
};

use crate::unit_sums::sum_rows;

/// Numbers in one f64 block: 2 MiB, which stays in a core's cache.
pub(super) const BLOCK_LEN: usize = 1 << 18;

/// A symmetric matrix `[size, size]`, both halves stored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Symmetric {
    size: usize,
    data: Vec<f64>,
}

impl Symmetric {
    pub(super) fn zeros(size: usize) -> Self {
        Self { size, data: vec![0.0; size * size] }
    }

    /// The matrix of a function of two indices that does not depend on their order.
    pub(crate) fn from_fn(size: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let data = (0..size).flat_map(|i| (0..size).map(move |j| (i, j))).map(|(i, j)| entry(i, j)).collect();
        Self { size, data }
    }

    /// HKH for H = I − 11ᵀ/n: the mean of every row and of every column taken away.
    pub(crate) fn double_centred(&self) -> Self {
        let n = self.size as f64;
        let means: Vec<f64> = (0..self.size).map(|i| self.row(i).iter().sum::<f64>() / n).collect();
        let mean = means.iter().sum::<f64>() / n;
        Self::from_fn(self.size, |i, j| self.row(i)[j] - means[i] - means[j] + mean)
    }

    pub(crate) fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.data[i * self.size..][..self.size]
    }

    pub(crate) fn as_mat(&self) -> MatRef<'_, f64> {
        MatRef::from_column_major_slice(&self.data, self.size, self.size)
    }

    pub(crate) fn trace(&self) -> f64 {
        (0..self.size).map(|i| self.row(i)[i]).sum()
    }

    /// Σ of products of corresponding entries: the Frobenius inner product.
    pub(crate) fn dot(&self, other: &Self) -> f64 {
        let rows = self.data.chunks_exact(self.size).zip(other.data.chunks_exact(self.size));
        rows.map(|(a, b)| sum_rows(a, b, |a, b| a * b)).sum()
    }

    /// Adds `block · blockᵀ` to the column-major lower half.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn add_product(&mut self, block: MatRef<'_, f64>) {
        super::panels::add_product(&mut self.data, block);
    }

    /// Adds `block · blockᵀ` to the column-major lower half.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn add_product(&mut self, block: MatRef<'_, f64>) {
        matmul(
            MatMut::from_column_major_slice_mut(&mut self.data, self.size, self.size),
            BlockStructure::TriangularLower,
            Accum::Add,
            block,
            BlockStructure::Rectangular,
            block.transpose(),
            BlockStructure::Rectangular,
            1.0,
            Par::Seq,
        );
    }

    /// Copies the half that [`add_product`](Self::add_product) filled onto the other.
    pub(super) fn mirror(&mut self) {
        // In squares that stay in the nearest cache.
        const SIDE: usize = 32;
        let size = self.size;
        for top in (0..size).step_by(SIDE) {
            for left in (0..=top).step_by(SIDE) {
                for row in top..size.min(top + SIDE) {
                    for column in left..row.min(left + SIDE) {
                        self.data[row * size + column] = self.data[column * size + row];
                    }
                }
            }
        }
    }
}

/// `F · Fᵀ` for a matrix `F [n_stimuli, n_units]` that `fill` writes a block of units at a time,
/// row-major `[n_stimuli, units.len()]`.
pub(crate) fn gram_of_blocks(
    n_stimuli: usize,
    n_units: usize,
    mut fill: impl FnMut(Range<usize>, &mut [f64]),
) -> Symmetric {
    let width = (BLOCK_LEN / n_stimuli).clamp(16, n_units.max(16));
    let mut block = vec![0.0; n_stimuli * width.min(n_units)];
    let mut gram = Symmetric::zeros(n_stimuli);
    for start in (0..n_units).step_by(width) {
        let units = start..n_units.min(start + width);
        let block = &mut block[..n_stimuli * units.len()];
        fill(units.clone(), block);
        gram.add_product(MatRef::from_row_major_slice(block, n_stimuli, units.len()));
    }
    gram.mirror();
    gram
}
