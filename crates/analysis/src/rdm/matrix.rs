//! The matrix of distances itself.

use super::pairs;
use crate::error::{Error, MapError, Result};

/// A representational dissimilarity matrix: symmetric, zero diagonal, finite, at least 2 stimuli.
///
/// Entries may be negative, as those of cross-validated distances are.
#[derive(Debug, Clone, PartialEq)]
pub struct Rdm {
    n_stimuli: usize,
    upper: Vec<f64>,
}

/// How far a square matrix may be from symmetric, and its diagonal from 0, as a part of its largest
/// entry: ten times f32's rounding, so that an RDM computed and stored in f32 is taken.
const SQUARE_TOLERANCE: f64 = 1e-6;

impl Rdm {
    /// Takes the `n_stimuli · (n_stimuli − 1) / 2` entries above the diagonal, row by row.
    ///
    /// # Errors
    /// Fewer than 2 stimuli, another number of entries, NaN or infinite entries.
    pub fn from_upper(upper: Vec<f64>, n_stimuli: usize) -> Result<Self> {
        if n_stimuli < 2 {
            return Err(Error::RdmTooSmall { found: n_stimuli });
        }
        let expected = n_stimuli.checked_mul(n_stimuli - 1).map(|twice| twice / 2);
        if expected != Some(upper.len()) {
            return Err(Error::WrongUpperLength { found: upper.len(), n_stimuli });
        }
        let count = upper.iter().filter(|d| !d.is_finite()).count();
        let first = pairs(n_stimuli).zip(&upper).find(|(_, d)| !d.is_finite());
        if let Some(((i, j), &value)) = first {
            return Err(Error::RdmNotFinite { count, total: upper.len(), i, j, value });
        }
        Ok(Self { n_stimuli, upper })
    }

    /// Takes a square matrix `[n, n]`. The mean of each two mirrored entries is kept; they may
    /// differ, and the diagonal may be off 0, by 1e-6 of the largest entry (an f32's rounding).
    ///
    /// # Errors
    /// Fewer than 2 stimuli, another number of entries, NaN or infinite entries, a matrix that is
    /// not symmetric, a diagonal that is not 0.
    pub fn from_square(square: &[f64], n: usize) -> Result<Self> {
        if n < 2 {
            return Err(Error::RdmTooSmall { found: n });
        }
        if n.checked_mul(n) != Some(square.len()) {
            return Err(Error::NotSquare { found: square.len(), n_stimuli: n });
        }
        if let Some(first) = square.iter().position(|d| !d.is_finite()) {
            return Err(Error::RdmNotFinite {
                count: square.iter().filter(|d| !d.is_finite()).count(),
                total: square.len(),
                i: first / n,
                j: first % n,
                value: square[first],
            });
        }
        let largest = square.iter().fold(0.0_f64, |most, d| most.max(d.abs()));
        let tolerance = SQUARE_TOLERANCE * largest;
        let mut upper = Vec::with_capacity(n * (n - 1) / 2);
        for (i, j) in pairs(n) {
            let (above, below) = (square[i * n + j], square[j * n + i]);
            // Halved first: the difference of two huge entries is not finite.
            if (above / 2.0 - below / 2.0).abs() > tolerance / 2.0 {
                return Err(Error::NotSymmetric { i, j, upper: above, lower: below });
            }
            upper.push(if above == below { above } else { above / 2.0 + below / 2.0 });
        }
        if let Some(stimulus) = (0..n).find(|&i| square[i * n + i].abs() > tolerance) {
            return Err(Error::DiagonalNotZero { stimulus, value: square[stimulus * n + stimulus] });
        }
        Self::from_upper(upper, n)
    }

    /// How many stimuli the distances are between, at least 2.
    pub fn n_stimuli(&self) -> usize {
        self.n_stimuli
    }

    /// The entries above the diagonal, row by row: (0,1), (0,2) … (1,2) …
    pub fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// The whole matrix `[n_stimuli, n_stimuli]`, row-major.
    pub fn square(&self) -> Vec<f64> {
        self.square_of(&self.upper)
    }

    /// The square matrix of another number for each entry, in the order of [`upper`](Self::upper).
    pub(crate) fn square_of(&self, upper: &[f64]) -> Vec<f64> {
        let n = self.n_stimuli;
        let mut square = vec![0.0; n * n];
        for ((i, j), &d) in pairs(n).zip(upper) {
            square[i * n + j] = d;
            square[j * n + i] = d;
        }
        square
    }

    /// The distance between stimuli `i` and `j`, in either order; 0 if they are the same.
    ///
    /// # Panics
    /// If `i` or `j` is not less than [`n_stimuli`](Self::n_stimuli), as a slice would.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        let n = self.n_stimuli;
        assert!(i < n && j < n, "pair ({i}, {j}) of an RDM of {n} stimuli");
        match (i.min(j), i.max(j)) {
            (i, j) if i == j => 0.0,
            (i, j) => self.upper[i * (2 * n - i - 1) / 2 + (j - i - 1)],
        }
    }

    /// Refuses distances that cannot be squared and summed: below 0, or above 1e150.
    pub(crate) fn refuse_out_of_range(&self, measure: &'static str) -> Result<()> {
        match pairs(self.n_stimuli).zip(&self.upper).find(|(_, d)| !(0.0..=1e150).contains(*d)) {
            Some(((i, j), &value)) => Err(Error::Maps(MapError::DistanceOutOfRange { measure, i, j, value })),
            None => Ok(()),
        }
    }
}
