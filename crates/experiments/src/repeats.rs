//! Numbers over repeats: mean, interval, and how both are written.

use ::recipe::{Error, Result};
use analysis::mean_interval;

/// A mean over repeats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeated {
    /// The mean.
    pub mean: f64,
    /// Its 95 % interval (Student's t); the mean twice where there is one repeat.
    pub interval: [f64; 2],
}

impl Repeated {
    /// Over at least one repeat. Errs on numbers that are not finite.
    pub fn of(what: &str, values: &[f64]) -> Result<Self> {
        if let [only] = values {
            return Ok(Self { mean: *only, interval: [*only, *only] });
        }
        let found =
            mean_interval(values).map_err(|source| Error::Analysis { site: what.to_owned(), source })?;
        Ok(Self { mean: found.mean, interval: found.interval })
    }
}

impl std::fmt::Display for Repeated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [low, high] = self.interval;
        write!(f, "{:.3} [{low:.3}, {high:.3}]", self.mean)
    }
}
