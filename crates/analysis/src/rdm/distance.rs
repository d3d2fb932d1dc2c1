//! The distances that an RDM can be made of, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// How the answers to two stimuli are compared; `x` and `y` are their rows `[n_units]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Distance {
    /// Σ(x − y)² / n_units, rsatoolbox's `euclidean`.
    SquaredEuclideanPerUnit,
    /// √Σ(x − y)².
    Euclidean,
    /// 1 − Pearson correlation over units.
    Correlation,
    /// 1 − x·y / (|x| |y|).
    Cosine,
}

/// Every distance, its name and what it is.
pub static DISTANCES: &[Named<Distance>] = &[
    Named {
        variant: Distance::SquaredEuclideanPerUnit,
        name: "squared_euclidean_per_unit",
        about: "Sum over units of squared differences divided by the number of units, as rsatoolbox's \"euclidean\"; from 0 (same answers) up, in activation²; takes activations [n_stimuli, n_units].",
    },
    Named {
        variant: Distance::Euclidean,
        name: "euclidean",
        about: "Square root of the sum over units of squared differences; from 0 (same answers) up, in activation; takes activations [n_stimuli, n_units].",
    },
    Named {
        variant: Distance::Correlation,
        name: "correlation",
        about: "One minus the Pearson correlation over units; 0 (same pattern) to 2 (opposite), blind to each stimulus's mean and scale; takes activations [n_stimuli, n_units].",
    },
    Named {
        variant: Distance::Cosine,
        name: "cosine",
        about: "One minus the cosine of the angle between the answers; 0 (same direction) to 2 (opposite), blind to each stimulus's scale; takes activations [n_stimuli, n_units].",
    },
];

impl Distance {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(DISTANCES, self).name
    }
}

impl fmt::Display for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Distance {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("distance", DISTANCES, name)
    }
}
