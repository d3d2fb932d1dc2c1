//! Positions learned on one grid of patches, read on another.

use tensor::Tensor;

use crate::Result;

/// The grids of patches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Positions {
    /// Patches along a side in the table.
    pub trained: usize,
    /// Patches along a side of the images to read.
    pub grid: usize,
    pub resampling: Resampling,
}

/// How positions between the trained ones are found: both are torch's `interpolate` with mode bicubic, without
/// aligned corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resampling {
    /// From the four neighbours along each axis.
    Bicubic,
    /// From wider neighbourhoods where the grid shrinks (`antialias`).
    Smoothed,
}

impl Positions {
    /// `[trained², d_model]` → `[grid², d_model]`, both row by row; the table itself where the grids are equal.
    pub fn read(&self, table: &Tensor) -> Result<Tensor> {
        let (n_in, n_out) = (self.trained, self.grid);
        if n_in == n_out {
            return Ok(table.clone());
        }
        let d_model = table.shape()[1];
        let matrix = Tensor::from_vec(self.matrix(), &[n_out, n_in], &table.device())?;
        let rows = matrix.matmul(&table.reshape(&[n_in, n_in * d_model])?)?;
        let grid = matrix.matmul(&rows.reshape(&[n_out, n_in, d_model])?)?;
        Ok(grid.reshape(&[n_out * n_out, d_model])?)
    }

    /// The weights `[grid, trained]` along one axis.
    fn matrix(&self) -> Vec<f32> {
        let (n_in, n_out) = (self.trained, self.grid);
        let mut matrix = vec![0.0; n_out * n_in];
        for (out, row) in matrix.chunks_exact_mut(n_in).enumerate() {
            let ratio = n_in as f64 / n_out as f64;
            let place = (out as f64 + 0.5) * ratio - 0.5;
            match self.resampling {
                Resampling::Bicubic => four_neighbours(place, row),
                Resampling::Smoothed => smoothed(place, ratio.max(1.0), row),
            }
        }
        matrix
    }
}

/// Weights of the four entries around `place`; beyond the ends the last entry counts again.
fn four_neighbours(place: f64, row: &mut [f32]) {
    let last = row.len() as i64 - 1;
    let first = place.floor() as i64 - 1;
    for at in first..first + 4 {
        row[at.clamp(0, last) as usize] += cubic(place - at as f64, -0.75) as f32;
    }
}

/// Weights of the entries within two `widths` of `place`, to the sum 1.
fn smoothed(place: f64, width: f64, row: &mut [f32]) {
    let weights: Vec<f64> = (0..row.len()).map(|at| cubic((at as f64 - place) / width, -0.5)).collect();
    let sum: f64 = weights.iter().sum();
    row.iter_mut().zip(weights).for_each(|(entry, weight)| *entry = (weight / sum) as f32);
}

/// Keys' cubic kernel (1981, doi:10.1109/TASSP.1981.1163711) with the slope `a` at 1. Torch takes −0.75, and −0.5 where
/// it smooths, as PIL does.
fn cubic(distance: f64, a: f64) -> f64 {
    let x = distance.abs();
    if x <= 1.0 {
        ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0
    } else if x < 2.0 {
        ((a * x - 5.0 * a) * x + 8.0 * a) * x - 4.0 * a
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_sum_to_one_and_a_grid_twice_as_fine_has_bicubic_weights() {
        for (trained, grid) in [(4, 8), (7, 3), (5, 6)] {
            for resampling in [Resampling::Bicubic, Resampling::Smoothed] {
                let matrix = Positions { trained, grid, resampling }.matrix();
                for row in matrix.chunks_exact(trained) {
                    assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-6);
                }
            }
        }
        // Torch's weights at a quarter of the way: A = -0.75.
        let matrix = Positions { trained: 4, grid: 8, resampling: Resampling::Bicubic }.matrix();
        assert_eq!(matrix[3 * 4..][..4], [-0.105_468_75, 0.878_906_25, 0.261_718_75, -0.035_156_25]);
    }
}
