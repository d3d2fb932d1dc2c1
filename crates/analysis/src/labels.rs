//! Which class each stimulus belongs to.

use crate::error::{Error, Result};

/// A class for each stimulus, numbered from 0 without gaps; each class has a stimulus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    of_stimuli: Vec<usize>,
    n_classes: usize,
}

impl Labels {
    /// From any numbers: equal numbers are one class, and classes are numbered by size of number.
    ///
    /// # Errors
    /// No stimulus.
    pub fn new(numbers: &[i64]) -> Result<Self> {
        if numbers.is_empty() {
            return Err(Error::NoLabels);
        }
        let mut known = numbers.to_vec();
        known.sort_unstable();
        known.dedup();
        // Every number is among the known ones.
        let place = |number: &i64| known.binary_search(number).unwrap_or_default();
        Ok(Self { of_stimuli: numbers.iter().map(place).collect(), n_classes: known.len() })
    }

    /// The class of each stimulus.
    pub fn classes(&self) -> &[usize] {
        &self.of_stimuli
    }

    /// How many classes there are, at least 1.
    pub fn n_classes(&self) -> usize {
        self.n_classes
    }

    /// How many stimuli there are, at least 1.
    pub fn n_stimuli(&self) -> usize {
        self.of_stimuli.len()
    }

    /// How many stimuli each class has.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.n_classes];
        for &class in &self.of_stimuli {
            counts[class] += 1;
        }
        counts
    }
}
