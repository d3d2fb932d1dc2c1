//! Noise ceiling: the best that any model can do on recordings that differ from repeat to repeat.
//!
//! A repeat is a signal that depends on the stimulus plus independent noise. Lage-Castellanos et al. 2019,
//! "Methods for computing the maximum performance of computational models of fMRI responses", PLoS
//! Computational Biology 15; this variant (variances over repeats, none over models) as in Allen et al. 2022,
//! "A massive 7T fMRI dataset", Nature Neuroscience 25.

mod card;

pub(crate) use card::CARDS;

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};

/// What of recordings could be explained, one number a target.
#[derive(Debug, Clone, PartialEq)]
pub struct RepeatCeiling {
    /// Variance of the noise: over repeats (divided by n_repeats − 1), averaged over stimuli.
    pub noise_variance: Vec<f64>,
    /// Variance of the signal: over stimuli of the mean over repeats (divided by n_stimuli − 1) less
    /// `noise_variance` / n_repeats; 0 where that is negative.
    pub signal_variance: Vec<f64>,
    /// signal / (signal + noise): the most R² on one repeat, 0 to 1.
    pub r2_of_one_repeat: Vec<f64>,
    /// signal / (signal + noise / n_repeats): the most R² on the mean over repeats, 0 to 1.
    pub r2_of_mean: Vec<f64>,
    /// √`r2_of_mean`: the most Pearson correlation with the mean over repeats, 0 to 1.
    pub pearson_of_mean: Vec<f64>,
    /// Explainable variance: the variance over stimuli of the mean over repeats by the mean variance over
    /// stimuli of a repeat, E, corrected as E − (1 − E) / (n_repeats − 1); not clipped at 0 (Dupré la Tour et
    /// al. 2025, "The Voxelwise Encoding Model framework", without z-scores).
    pub explainable_variance_corrected: Vec<f64>,
    /// How many repeats there are.
    pub n_repeats: usize,
    /// How many stimuli there are.
    pub n_stimuli: usize,
}

/// The noise ceiling of each target from recordings `[n_stimuli, n_targets]` of the same stimuli, one a repeat.
///
/// Cost: a few times `n_repeats · n_stimuli · n_targets` additions.
///
/// # Errors
/// Fewer than 2 repeats or stimuli, repeats of different shape, a target without any variance over stimuli,
/// too large for f64.
pub fn repeat_ceiling<T: Number>(repeats: &[&Activations<T>]) -> Result<RepeatCeiling> {
    let measure = "the noise ceiling";
    let &[first, _, ..] = repeats else {
        return Err(Error::Decoding(DecodingError::TooFewRepeats { found: repeats.len() }));
    };
    let (n_stimuli, n_targets) = (first.n_stimuli(), first.n_units());
    for other in repeats {
        if other.n_stimuli() != n_stimuli {
            return Err(Error::DifferentStimuli { measure, first: n_stimuli, second: other.n_stimuli() });
        }
        if other.n_units() != n_targets {
            return Err(Error::Decoding(DecodingError::DifferentUnits {
                expected: n_targets,
                found: other.n_units(),
            }));
        }
    }
    if n_stimuli < 2 {
        let why = "a single one has no variance";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n_stimuli, why });
    }
    let n_repeats = repeats.len();
    let mut out = RepeatCeiling {
        noise_variance: Vec::with_capacity(n_targets),
        signal_variance: Vec::with_capacity(n_targets),
        r2_of_one_repeat: Vec::with_capacity(n_targets),
        r2_of_mean: Vec::with_capacity(n_targets),
        pearson_of_mean: Vec::with_capacity(n_targets),
        explainable_variance_corrected: Vec::with_capacity(n_targets),
        n_repeats,
        n_stimuli,
    };
    let parts = n_repeats as f64;
    for target in 0..n_targets {
        let value = |stimulus: usize, repeat: usize| -> f64 { repeats[repeat].row(stimulus)[target].into() };
        let of_stimulus = |i: usize| -> Vec<f64> { (0..n_repeats).map(|r| value(i, r)).collect() };
        let of_repeat = |r: usize| -> Vec<f64> { (0..n_stimuli).map(|i| value(i, r)).collect() };
        let means: Vec<f64> = (0..n_stimuli).map(|i| mean(&of_stimulus(i))).collect();
        let noise = (0..n_stimuli).map(|i| variance(&of_stimulus(i))).sum::<f64>() / n_stimuli as f64;
        let of_one = (0..n_repeats).map(|r| variance(&of_repeat(r))).sum::<f64>() / parts;
        let of_mean = variance(&means);
        if of_one == 0.0 {
            return Err(Error::Decoding(DecodingError::ConstantTarget { measure, target }));
        }
        if !noise.is_finite() || !of_one.is_finite() {
            return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
        }
        let signal = (of_mean - noise / parts).max(0.0);
        // 0 / 0 only where repeats hold neither: then nothing can be explained.
        let part = |noise: f64| if signal == 0.0 { 0.0 } else { signal / (signal + noise) };
        out.noise_variance.push(noise);
        out.signal_variance.push(signal);
        out.r2_of_one_repeat.push(part(noise));
        out.r2_of_mean.push(part(noise / parts));
        out.pearson_of_mean.push(part(noise / parts).sqrt());
        let explainable = of_mean / of_one;
        out.explainable_variance_corrected.push(explainable - (1.0 - explainable) / (parts - 1.0));
    }
    Ok(out)
}

fn mean(values: &[f64]) -> f64 {
    let reference = values[0];
    reference + values.iter().map(|value| value - reference).sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (values.len() - 1) as f64
}
