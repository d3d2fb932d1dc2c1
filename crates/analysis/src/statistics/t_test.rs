//! The t-test of paired values.

use super::{differences, mean, student, variance};
use crate::error::{Error, RdmError, Result};

/// Whether paired values differ in the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TTest {
    /// Mean difference divided by its standard error.
    pub t: f64,
    /// n − 1.
    pub degrees_of_freedom: usize,
    /// Probability of a t at least as far from 0, if the true mean difference is 0 and differences are normal.
    pub p_value: f64,
}

/// Two-sided t-test of `first` − `second`, paired by place, as SciPy's `ttest_rel` (Student 1908).
///
/// # Errors
/// Lists of different length, fewer than 2 pairs, numbers that are not finite, differences without spread.
pub fn paired_t_test(first: &[f64], second: &[f64]) -> Result<TTest> {
    let what = "a paired t-test";
    let differences = differences(what, first, second, 2, "one difference has no spread")?;
    let spread = variance(&differences);
    if super::without_spread(&differences, first, second) {
        return Err(Error::Rdms(RdmError::DifferencesAlike { what, value: mean(&differences) }));
    }
    let t = mean(&differences) / (spread / differences.len() as f64).sqrt();
    let degrees_of_freedom = differences.len() - 1;
    Ok(TTest { t, degrees_of_freedom, p_value: student::two_sided_p(t, degrees_of_freedom) })
}
