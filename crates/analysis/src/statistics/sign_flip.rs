//! The sign-flip test of paired values.

use draws::Draws;

use super::permutation::AS_LARGE;
use super::{differences, mean};
use crate::error::{Error, RdmError, Result};

/// Whether the mean of paired differences is further from 0 than with random signs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignFlipTest {
    /// Mean of the differences.
    pub mean_difference: f64,
    /// Two-sided p-value.
    pub p_value: f64,
    /// How many patterns of signs were tried.
    pub n_flips: usize,
    /// Whether these are all patterns there are.
    pub is_exact: bool,
}

/// Two-sided sign-flip test of `first` − `second`, paired by place: if neither is better, each difference
/// is as likely with the other sign (Fisher 1935, "The design of experiments", section 21). If at most
/// `n_flips` patterns of signs exist, each is tried, and p is the part whose mean is as far from 0, as
/// SciPy's `permutation_test` of samples; otherwise p = (1 + #as far) / (1 + n_flips) of random ones
/// (Phipson & Smyth 2010, "Permutation p-values should never be zero").
///
/// # Errors
/// Lists of different length, no pair, numbers that are not finite, no difference that is not 0, fewer
/// than 19 flips, with which no p-value would reach 0.05.
pub fn sign_flip_test(first: &[f64], second: &[f64], n_flips: usize, seed: u64) -> Result<SignFlipTest> {
    let what = "a sign-flip test";
    let differences = differences(what, first, second, 1, "there is nothing to flip")?;
    super::permutation::refuse_few_permutations(what, n_flips)?;
    if differences.iter().all(|&difference| difference == 0.0) {
        return Err(Error::Rdms(RdmError::DifferencesAlike { what, value: 0.0 }));
    }
    let n = differences.len();
    let mean_difference = mean(&differences);
    let is_as_far = |is_flipped: &dyn Fn(usize) -> bool| {
        let signed = differences.iter().enumerate().map(|(place, d)| if is_flipped(place) { -d } else { *d });
        let flipped = signed.sum::<f64>() / n as f64;
        flipped.abs() >= mean_difference.abs() * (1.0 - AS_LARGE)
    };
    // 2^n patterns, if that is a number that may be asked for.
    let all = u32::try_from(n).ok().and_then(|n| 1_usize.checked_shl(n)).filter(|&all| all <= n_flips);
    if let Some(all) = all {
        let as_far = (0..all).filter(|pattern| is_as_far(&|place| pattern >> place & 1 == 1)).count();
        let p_value = as_far as f64 / all as f64;
        return Ok(SignFlipTest { mean_difference, p_value, n_flips: all, is_exact: true });
    }
    let as_far = (0..n_flips as u64)
        .filter(|&flip| {
            let draws = Draws::new(seed).stream(flip);
            is_as_far(&|place| draws.at(place as u64) >> 63 == 1)
        })
        .count();
    let p_value = (1 + as_far) as f64 / (1 + n_flips) as f64;
    Ok(SignFlipTest { mean_difference, p_value, n_flips, is_exact: false })
}
