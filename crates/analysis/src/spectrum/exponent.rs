//! How fast the variances fall with rank: the exponent α of λ ∝ rank^−α.

use super::Spectrum;
use crate::error::{Error, LayerError, Result};

/// What the refusals call the fit.
const NAME: &str = "the power-law exponent of a spectrum";

/// The first and last rank that Stringer et al. 2019 fit (figure 2).
pub(super) const STRINGER_RANKS: (usize, usize) = (11, 500);

impl Spectrum {
    /// α of the line ln λ = c − α ln rank that fits best through the ranks `first` to `last`, counted
    /// from 1, both included.
    ///
    /// Least squares with weight 1/rank, so that each part of the logarithmic axis counts the same, as
    /// in the code of Stringer et al. 2019, "High-dimensional geometry of population responses in
    /// visual cortex", Nature 571. They fit cross-validated variances, these are plain ones.
    ///
    /// # Errors
    /// Ranks that are not 1 ≤ first < last ≤ [`rank`](Self::rank).
    pub fn exponent(&self, first: usize, last: usize) -> Result<f64> {
        let most = self.rank();
        if first == 0 || first >= last || last > most {
            return Err(Error::Layer(LayerError::SettingOutOfRange {
                measure: NAME,
                asked: format!("ranks {first} to {last}"),
                expected: format!(
                    "the first rank is at least 1 and below the last, and the last at most {most}, the number of components with variance"
                ),
            }));
        }
        let points = || {
            let ranks = (first..=last).map(|rank| rank as f64);
            ranks.zip(&self.variances[first - 1..last]).map(|(rank, v)| (1.0 / rank, rank.ln(), v.ln()))
        };
        let weight: f64 = points().map(|(w, _, _)| w).sum();
        let mean_x = points().map(|(w, x, _)| w * x).sum::<f64>() / weight;
        let mean_y = points().map(|(w, _, y)| w * y).sum::<f64>() / weight;
        let together: f64 = points().map(|(w, x, y)| w * (x - mean_x) * (y - mean_y)).sum();
        let spread: f64 = points().map(|(w, x, _)| w * (x - mean_x) * (x - mean_x)).sum();
        Ok(-together / spread)
    }

    /// [`exponent`](Self::exponent) from a first rank to a last one, or to the last one with variance
    /// if there are fewer.
    pub(super) fn exponent_up_to(&self, first: usize, last: usize) -> Result<f64> {
        let most = self.rank();
        if most <= first {
            return Err(Error::Layer(LayerError::Undefined {
                measure: NAME,
                because: format!(
                    "a line from rank {first} needs more than {first} components with variance, but there are {most}"
                ),
                next: "give more stimuli or take a wider layer",
            }));
        }
        self.exponent(first, last.min(most))
    }
}
