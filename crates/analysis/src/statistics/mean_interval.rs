//! The mean of repeats with its interval.

use super::{mean, refuse_not_finite, student, variance};
use crate::error::{Error, RdmError, Result};

/// A mean and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanInterval {
    /// The mean.
    pub mean: f64,
    /// Lower and upper end of the 95 % interval.
    pub interval: [f64; 2],
}

/// Mean ± t₀.₉₇₅ · standard error: the 95 % interval for normal values (Student 1908), as SciPy's `t.interval`.
///
/// # Errors
/// Fewer than 2 values, numbers that are not finite.
pub fn mean_interval(values: &[f64]) -> Result<MeanInterval> {
    let what = "the interval of a mean";
    if values.len() < 2 {
        let (found, why) = (values.len(), "one value has no spread");
        return Err(Error::Rdms(RdmError::TooFewValues { what, needs: 2, found, why }));
    }
    refuse_not_finite(what, values)?;
    let (n, middle) = (values.len() as f64, mean(values));
    let half = student::quantile_975(values.len() - 1) * (variance(values) / n).sqrt();
    Ok(MeanInterval { mean: middle, interval: [middle - half, middle + half] })
}

#[cfg(test)]
mod tests {
    use super::mean_interval;

    #[test]
    fn the_interval_is_that_of_scipy() {
        // scipy.stats.t.interval(0.95, 4, loc=3, scale=sem([1, 2, 3, 4, 5]))
        let found = mean_interval(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        assert!((found.interval[0] - 1.036_756_838_522_438_9).abs() < 1e-12, "{found:?}");
        assert!((found.interval[1] - 4.963_243_161_477_561).abs() < 1e-12, "{found:?}");
        assert_eq!(found.mean, 3.0);
    }

    #[test]
    fn one_value_has_no_interval() {
        assert!(mean_interval(&[1.0]).unwrap_err().to_string().contains('2'));
    }
}
