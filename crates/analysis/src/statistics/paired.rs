//! Models compared pair by pair.

use super::{
    Bootstrap, Correction, cohens_d_paired, corrected, mean, paired_t_test, sign_flip_test,
    wilcoxon_signed_rank,
};
use crate::error::{Error, RdmError, Result};

/// Which test is done for each pair of models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PairedTest {
    /// [`paired_t_test`].
    T,
    /// [`wilcoxon_signed_rank`].
    SignedRank,
    /// [`sign_flip_test`] with this many flips and this seed.
    SignFlip {
        /// How many patterns of signs are tried.
        n_flips: usize,
        /// Seed of the random ones.
        seed: u64,
    },
}

/// Two models compared over the same subjects.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelPair {
    /// Place of the first model in the list.
    pub first: usize,
    /// Place of the second model, larger than that of the first.
    pub second: usize,
    /// Mean over subjects of the first model's value less the second's.
    pub mean_difference: f64,
    /// [`cohens_d_paired`].
    pub cohens_d: f64,
    /// Two-sided p-value of the test.
    pub p_value: f64,
    /// The p-value, corrected for the number of pairs.
    pub corrected_p_value: f64,
}

/// Every two models compared over subjects: `values[model][subject]`.
///
/// # Errors
/// Fewer than 2 models, and what the test and [`cohens_d_paired`] refuse.
pub fn compare_models(
    values: &[Vec<f64>],
    test: PairedTest,
    correction: Correction,
) -> Result<Vec<ModelPair>> {
    if values.len() < 2 {
        return Err(Error::Rdms(RdmError::TooFewValues {
            what: "a comparison of models",
            needs: 2,
            found: values.len(),
            why: "one list a model",
        }));
    }
    let mut pairs = Vec::new();
    for (first, a) in values.iter().enumerate() {
        for (second, b) in values.iter().enumerate().skip(first + 1) {
            let p_value = match test {
                PairedTest::T => paired_t_test(a, b)?.p_value,
                PairedTest::SignedRank => wilcoxon_signed_rank(a, b)?.p_value,
                PairedTest::SignFlip { n_flips, seed } => sign_flip_test(a, b, n_flips, seed)?.p_value,
            };
            pairs.push(ModelPair {
                first,
                second,
                mean_difference: mean(a) - mean(b),
                cohens_d: cohens_d_paired(a, b)?,
                p_value,
                corrected_p_value: p_value,
            });
        }
    }
    let p_values: Vec<f64> = pairs.iter().map(|pair| pair.p_value).collect();
    for (pair, p) in pairs.iter_mut().zip(corrected(&p_values, correction)?) {
        pair.corrected_p_value = p;
    }
    Ok(pairs)
}

/// Two-sided p-value of a difference between two models that were bootstrapped with the same seed: twice
/// the smaller part of samples in which one is below the other, equal ones left out, then moved up
/// by 1/n so that it is never 0; rsatoolbox's `bootstrap_pair_tests`. Samples undefined for either are left out.
///
/// # Errors
/// Different numbers of samples, no sample on which the two differ.
pub fn bootstrap_pair_test(first: &Bootstrap, second: &Bootstrap) -> Result<f64> {
    let what = "a test between two bootstraps";
    let (n_first, n_second) = (first.samples.len(), second.samples.len());
    if n_first != n_second {
        return Err(Error::Rdms(RdmError::NotPaired { what, first: n_first, second: n_second }));
    }
    let both: Vec<(f64, f64)> =
        first.samples.iter().zip(&second.samples).filter_map(|(a, b)| Some((((*a)?), (*b)?))).collect();
    let below = both.iter().filter(|(a, b)| a < b).count() as f64;
    let different = both.iter().filter(|(a, b)| a != b).count() as f64;
    if different == 0.0 {
        return Err(Error::Rdms(RdmError::DifferencesAlike { what, value: 0.0 }));
    }
    let (part, n) = (below / different, both.len() as f64);
    Ok((n - 1.0) / n * 2.0 * part.min(1.0 - part) + 1.0 / n)
}
