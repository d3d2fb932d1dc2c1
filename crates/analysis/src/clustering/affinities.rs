//! Affinities between stimuli: what spectral clustering cuts.

use crate::error::{Error, MapError, Result};
use crate::gram::refuse_too_many;
use crate::nearest::{nearest, refuse_neighbours};
use crate::rdm::Rdm;

/// A symmetric matrix of affinities, finite and from 0 up; its diagonal counts for nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Affinities {
    pub(super) n_stimuli: usize,
    pub(super) square: Vec<f64>,
}

impl Affinities {
    /// Takes `n_stimuli · n_stimuli` numbers.
    ///
    /// # Errors
    /// No stimulus, another number of entries, a matrix that is not exactly symmetric, entries that are
    /// negative, NaN or infinite.
    pub fn from_square(square: Vec<f64>, n_stimuli: usize) -> Result<Self> {
        let wrong = |found: String| Err(Error::Maps(MapError::WrongAffinities { n_stimuli, found }));
        if n_stimuli == 0 || n_stimuli.checked_mul(n_stimuli) != Some(square.len()) {
            return wrong(format!("{} numbers were given", square.len()));
        }
        for i in 0..n_stimuli {
            for j in 0..n_stimuli {
                let (value, mirrored) = (square[i * n_stimuli + j], square[j * n_stimuli + i]);
                if !(0.0..f64::INFINITY).contains(&value) {
                    return wrong(format!("entry ({i}, {j}) is {value}"));
                }
                if value != mirrored {
                    return wrong(format!("entry ({i}, {j}) is {value} and ({j}, {i}) is {mirrored}"));
                }
            }
        }
        Ok(Self { n_stimuli, square })
    }

    /// 1 for stimuli that are each among the other's `n_neighbours` nearest, ½ if only one is (the
    /// earlier stimulus counts as nearer among equally near ones): scikit-learn's
    /// `affinity="nearest_neighbors"` with one neighbour more, because that counts the stimulus itself.
    ///
    /// # Errors
    /// No neighbour or more than `n_stimuli − 1`.
    pub fn of_nearest(rdm: &Rdm, n_neighbours: usize) -> Result<Self> {
        let n = rdm.n_stimuli();
        refuse_too_many(MEASURE, n)?;
        refuse_neighbours(MEASURE, n_neighbours, n)?;
        let mut square = vec![0.0; n * n];
        for (i, neighbours) in nearest(rdm, n_neighbours).iter().enumerate() {
            for &(_, j) in neighbours {
                square[i * n + j] += 0.5;
                square[j * n + i] += 0.5;
            }
        }
        Ok(Self { n_stimuli: n, square })
    }

    /// exp(−gamma d²) of the distances d, scikit-learn's `affinity="rbf"` of Euclidean ones.
    ///
    /// # Errors
    /// A gamma that is not above 0; a distance below 0 or above 1e150.
    pub fn of_rbf(rdm: &Rdm, gamma: f64) -> Result<Self> {
        refuse_too_many(MEASURE, rdm.n_stimuli())?;
        rdm.refuse_out_of_range(MEASURE)?;
        if !(gamma > 0.0 && gamma.is_finite()) {
            let expected = "above 0 and finite".into();
            return Err(Error::Maps(MapError::WrongSetting {
                measure: MEASURE,
                setting: "gamma",
                expected,
                found: gamma,
            }));
        }
        let square = rdm.square().into_iter().map(|d| (-gamma * d * d).exp()).collect();
        Ok(Self { n_stimuli: rdm.n_stimuli(), square })
    }

    /// How many stimuli the affinities are between.
    pub fn n_stimuli(&self) -> usize {
        self.n_stimuli
    }

    /// The affinity of stimuli `i` and `j`.
    ///
    /// # Panics
    /// If `i` or `j` is not less than [`n_stimuli`](Self::n_stimuli), as a slice would.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        self.square[i * self.n_stimuli..][..self.n_stimuli][j]
    }

    /// How many parts have no affinity to each other.
    pub(super) fn n_parts(&self) -> usize {
        let mut is_seen = vec![false; self.n_stimuli];
        let mut n_parts = 0;
        for first in 0..self.n_stimuli {
            if is_seen[first] {
                continue;
            }
            n_parts += 1;
            let mut open = vec![first];
            while let Some(i) = open.pop() {
                if !std::mem::replace(&mut is_seen[i], true) {
                    open.extend((0..self.n_stimuli).filter(|&j| !is_seen[j] && self.get(i, j) > 0.0));
                }
            }
        }
        n_parts
    }
}

const MEASURE: &str = "spectral_clustering";
