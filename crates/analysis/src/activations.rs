//! What a layer answered to each stimulus.

use std::sync::Arc;

use crate::error::{Error, Result};

/// What activations are stored as: f32, as models give them, or f64, as a recording may come.
/// Every sum is done in f64 in both.
pub trait Number: Copy + PartialEq + Into<f64> {}

impl Number for f32 {}
impl Number for f64 {}

/// Activations `[n_stimuli, n_units]`, row-major: one row a stimulus, one column a unit.
///
/// Always at least one stimulus and one unit, always finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Activations<T = f32> {
    n_stimuli: usize,
    n_units: usize,
    data: Arc<Vec<T>>,
}

impl<T: Number> Activations<T> {
    /// Takes `n_stimuli * n_units` numbers, row-major; nothing is copied.
    ///
    /// # Errors
    /// As [`shared`](Self::shared).
    pub fn new(data: Vec<T>, n_stimuli: usize, n_units: usize) -> Result<Self> {
        Self::shared(Arc::new(data), n_stimuli, n_units)
    }

    /// [`new`](Self::new) of numbers that somebody else keeps too.
    ///
    /// # Errors
    /// A length that is not `n_stimuli * n_units`, no stimulus or no unit, and NaN or infinite
    /// values (how many, and where the first one is).
    pub fn shared(data: Arc<Vec<T>>, n_stimuli: usize, n_units: usize) -> Result<Self> {
        if n_stimuli == 0 || n_units == 0 {
            return Err(Error::NoActivations { n_stimuli, n_units });
        }
        if n_stimuli.checked_mul(n_units) != Some(data.len()) {
            return Err(Error::WrongLength { found: data.len(), n_stimuli, n_units });
        }
        let mut not_finite = data.iter().enumerate().filter(|(_, v)| !is_finite(**v));
        if let Some((first, &value)) = not_finite.next() {
            return Err(Error::ActivationsNotFinite {
                count: 1 + not_finite.count(),
                total: data.len(),
                stimulus: first / n_units,
                unit: first % n_units,
                value: value.into(),
            });
        }
        Ok(Self { n_stimuli, n_units, data })
    }

    /// How many stimuli (rows) there are, at least 1.
    pub fn n_stimuli(&self) -> usize {
        self.n_stimuli
    }

    /// How many units (columns) there are, at least 1.
    pub fn n_units(&self) -> usize {
        self.n_units
    }

    /// The answers of all units to one stimulus, `[n_units]`.
    ///
    /// # Panics
    /// If `stimulus` is not less than [`n_stimuli`](Self::n_stimuli), as a slice would.
    pub fn row(&self, stimulus: usize) -> &[T] {
        &self.data[stimulus * self.n_units..][..self.n_units]
    }

    /// All numbers, row-major.
    pub fn data(&self) -> &[T] {
        &self.data
    }

    /// The same numbers as f64.
    pub(crate) fn widened(self) -> Activations<f64> {
        let data = self.data.iter().map(|&value| value.into()).collect();
        Activations { n_stimuli: self.n_stimuli, n_units: self.n_units, data: Arc::new(data) }
    }

    /// The rows, one a stimulus.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[T]> {
        self.data.chunks_exact(self.n_units)
    }
}

fn is_finite(value: impl Number) -> bool {
    value.into().is_finite()
}
