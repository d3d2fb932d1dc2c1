//! How large a difference is, whatever the number of subjects.

use super::{differences, mean, refuse_not_finite, variance, without_spread};
use crate::error::{Error, RdmError, Result};

/// Cohen's d of paired values: mean difference divided by the standard deviation (n − 1) of the
/// differences, also called d_z (Cohen 1988, "Statistical power analysis", 2.3.5). Sign of `first` − `second`.
///
/// # Errors
/// Lists of different length, fewer than 2 pairs, numbers that are not finite, differences without spread.
pub fn cohens_d_paired(first: &[f64], second: &[f64]) -> Result<f64> {
    let what = "Cohen's d of paired values";
    let differences = differences(what, first, second, 2, "one difference has no spread")?;
    if without_spread(&differences, first, second) {
        return Err(Error::Rdms(RdmError::DifferencesAlike { what, value: mean(&differences) }));
    }
    Ok(mean(&differences) / variance(&differences).sqrt())
}

/// Cliff's delta: P(a > b) − P(a < b) of a value of either list, −1 to 1 (Cliff 1993, "Dominance
/// statistics"). The lists need not be paired. Cost: the product of their lengths.
///
/// # Errors
/// An empty list, numbers that are not finite.
pub fn cliffs_delta(first: &[f64], second: &[f64]) -> Result<f64> {
    let what = "Cliff's delta";
    for values in [first, second] {
        if values.is_empty() {
            return Err(Error::Rdms(RdmError::TooFewValues {
                what,
                needs: 1,
                found: 0,
                why: "each list has its say",
            }));
        }
        refuse_not_finite(what, values)?;
    }
    let balance: i64 =
        first.iter().flat_map(|a| second.iter().map(move |b| i64::from(a > b) - i64::from(a < b))).sum();
    Ok(balance as f64 / (first.len() as f64 * second.len() as f64))
}
