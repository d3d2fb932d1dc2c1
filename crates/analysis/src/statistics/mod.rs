//! How sure a number is: bootstraps, permutation tests, noise ceilings and tests between models.
//!
//! Nili et al. 2014, "A toolbox for representational similarity analysis", PLoS Computational Biology
//! 10(4); Schütt et al. 2023, "Statistical inference on representational geometries", eLife 12:e82566.
//!
//! Everything random is seeded and read by counter ([`draws`]): the same seed gives the same numbers
//! on every machine, and two models bootstrapped with one seed see the same samples.

mod bootstrap;
mod choice;
mod correction;
mod effect_size;
mod fisher;
mod jackknife;
mod mean_interval;
mod noise_ceiling;
mod paired;
mod permutation;
mod quantile;
mod resampling;
mod sign_flip;
mod student;
mod subjects;
mod t_test;
mod wilcoxon;

pub use bootstrap::{Bootstrap, bootstrap_stimuli};
pub use choice::{StimulusChoice, choose_stimuli};
pub use correction::{Correction, corrected};
pub use effect_size::{cliffs_delta, cohens_d_paired};
pub use jackknife::{Jackknife, jackknife_grams, jackknife_stimuli};
pub use mean_interval::{MeanInterval, mean_interval};
pub use noise_ceiling::{NoiseCeiling, noise_ceiling};
pub use paired::{ModelPair, PairedTest, bootstrap_pair_test, compare_models};
pub use permutation::{PermutationTest, permutation_test, rdm_permutation_test};
pub(crate) use quantile::quantile;
pub use resampling::{Resampling, Samples};
pub use sign_flip::{SignFlipTest, sign_flip_test};
pub use subjects::{TwoFactorBootstrap, bootstrap_stimuli_and_subjects, bootstrap_subjects};
pub use t_test::{TTest, paired_t_test};
pub use wilcoxon::{SignedRankTest, wilcoxon_signed_rank};

use crate::error::{Error, RdmError, Result};

/// The differences of paired values, or why there are none to test.
fn differences(
    what: &'static str,
    first: &[f64],
    second: &[f64],
    needs: usize,
    why: &'static str,
) -> Result<Vec<f64>> {
    if first.len() != second.len() {
        return Err(Error::Rdms(RdmError::NotPaired { what, first: first.len(), second: second.len() }));
    }
    if first.len() < needs {
        return Err(Error::Rdms(RdmError::TooFewValues { what, needs, found: first.len(), why }));
    }
    refuse_not_finite(what, first)?;
    refuse_not_finite(what, second)?;
    Ok(first.iter().zip(second).map(|(a, b)| a - b).collect())
}

fn refuse_not_finite(what: &'static str, values: &[f64]) -> Result<()> {
    match values.iter().enumerate().find(|(_, value)| !value.is_finite()) {
        Some((place, &value)) => Err(Error::Rdms(RdmError::ValueNotFinite { what, place, value })),
        None => Ok(()),
    }
}

/// Mean of values, of which there is at least one.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Variance with n − 1 below the line; at least two values.
fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (values.len() - 1) as f64
}

/// Differences that vary by no more than this part of the values are alike: the rest is rounding.
const ROUNDING: f64 = 1e-14;

fn without_spread(differences: &[f64], first: &[f64], second: &[f64]) -> bool {
    let largest = first.iter().chain(second).fold(0.0_f64, |most, value| most.max(value.abs()));
    let (least, most) = differences
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), &d| (least.min(d), most.max(d)));
    most - least <= ROUNDING * largest
}
