//! The bootstrap over stimuli: what if other stimuli of the same kind had been shown.

use draws::Draws;

use super::resampling::{Resampling, Samples};
use super::{fisher, mean, variance};
use crate::error::{Error, RdmError, Result};
use crate::rdm::Rdm;
use crate::rdm_comparison::RdmComparison;

/// The error of a standard deviation is its part 1 / √(2 (samples − 1)): a ninth for as many as this.
pub(super) const FEWEST_SAMPLES: usize = 40;

/// What a statistic does when its stimuli or subjects are drawn again.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    /// The statistic on the data as they are.
    pub estimate: f64,
    /// Standard error: the standard deviation over samples, times √(n / (n − 1)) for the n drawn things,
    /// because n draws from n things vary too little (rsatoolbox's correction).
    pub standard_error: f64,
    /// For Student's t: n − 1, or fewer where a few of the drawn things decide (Satterthwaite 1946).
    pub degrees_of_freedom: usize,
    /// Lower end of the 95 % interval: Student's t on Fisher's scale, by the standard error that the
    /// samples have there, corrected likewise.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// The statistic on each sample, in the order drawn; none where it was undefined.
    pub samples: Vec<Option<f64>>,
}

impl Bootstrap {
    /// From the samples of a statistic whose `n_drawn` stimuli or subjects were drawn again, and what it is
    /// without each of them.
    pub(super) fn from_samples(
        measure: &'static str,
        estimate: f64,
        samples: Vec<Option<f64>>,
        without_each: &[f64],
        n_drawn: usize,
    ) -> Result<Self> {
        let found = defined(measure, &samples)?;
        let n = n_drawn as f64;
        let error = |variance: f64| (n / (n - 1.0) * variance).sqrt();
        let (error_of_z, standard_error) = (error(fisher::variance_of_z(&found)), error(variance(&found)));
        let degrees_of_freedom = fisher::degrees_of_freedom(without_each);
        let (low, high) = fisher::interval(estimate, error_of_z, degrees_of_freedom);
        Ok(Self { estimate, standard_error, degrees_of_freedom, low, high, samples })
    }

    /// On how many samples the statistic was undefined, as when fewer than 3 different stimuli were drawn.
    pub fn n_undefined(&self) -> usize {
        self.samples.iter().filter(|sample| sample.is_none()).count()
    }

    /// The mean of the samples on which the statistic is defined.
    pub fn mean(&self) -> f64 {
        mean(&self.samples.iter().copied().flatten().collect::<Vec<_>>())
    }
}

/// The samples on which the statistic is defined, at least half of all.
pub(super) fn defined(measure: &'static str, samples: &[Option<f64>]) -> Result<Vec<f64>> {
    let defined: Vec<f64> = samples.iter().copied().flatten().collect();
    if 2 * defined.len() < samples.len() {
        let undefined = samples.len() - defined.len();
        return Err(Error::Rdms(RdmError::UndefinedOnSamples { measure, undefined, total: samples.len() }));
    }
    Ok(defined)
}

pub(super) fn refuse_few_samples(found: usize) -> Result<()> {
    if found < FEWEST_SAMPLES {
        return Err(Error::Rdms(RdmError::TooFewDraws {
            what: "a bootstrap",
            needs: FEWEST_SAMPLES,
            found,
            why: "with fewer, its standard error would be off by more than a ninth",
        }));
    }
    Ok(())
}

/// Writes sample number `sample` of `n` things, drawn with replacement, into `chosen`.
pub(super) fn draw(draws: Draws, n: usize, chosen: &mut Vec<usize>) {
    chosen.clear();
    chosen.extend((0..n as u64).map(|place| draws.below(place, n)));
}

/// All of `n` things but one, for each in turn.
pub(super) fn without_each(n: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..n).map(move |left_out| (0..n).filter(|&kept| kept != left_out).collect())
}

/// Bootstrap over stimuli of a comparison of two RDMs: `n_samples` times as many stimuli as there are,
/// drawn with replacement, the same for both; entries between copies of a stimulus are left out (Nili
/// et al. 2014; rsatoolbox's `bootstrap_sample_pattern`). Samples of fewer than 3 different stimuli
/// count as undefined, as in rsatoolbox.
///
/// The interval is for sets of as many stimuli of the same kind. Of 400 simulated sets of six normal features at
/// each of three levels of noise (`tests/cases/coverage.rs`), it held the mean over such sets in 96 to 99 of 100
/// for every comparison of 24 stimuli, 95 to 98 of 40, and 93 or more of 92; with features of long tails (t of 5
/// degrees of freedom) or many of them, in 91 or more. Whitened comparisons of distances that are not
/// cross-validated grow as stimuli get fewer, as biased CKA does, so that the value of infinitely many lies
/// below their interval.
///
/// Stimulus `k` of sample `s` is number `k` below `n_stimuli` of `Draws::new(seed).stream(s)`.
///
/// Cost: `(n_samples + n_stimuli) · n_stimuli²`, and for Kendall's tau-a a sort for each sample.
///
/// # Errors
/// What [`compare_rdms`](crate::compare_rdms) refuses, fewer than 40 samples, and a comparison that is undefined on more than
/// half of them.
pub fn bootstrap_stimuli(
    a: &Rdm,
    b: &Rdm,
    comparison: RdmComparison,
    n_samples: usize,
    seed: u64,
) -> Result<Bootstrap> {
    let subject = std::slice::from_ref(b);
    let mut samples = Resampling::new(a, subject, comparison, Samples::WithReplacement, seed)?;
    refuse_few_samples(n_samples)?;
    samples.advance(n_samples);
    samples.over_stimuli()
}
