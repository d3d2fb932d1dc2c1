//! The classifiers that can read classes from activations.

use std::fmt;

use crate::error::Result;
use crate::ridge::refuse_penalties;

/// Which classifier reads the classes.
#[derive(Debug, Clone, PartialEq)]
pub enum ProbeKind {
    /// [`logistic_regression`](crate::logistic_regression); C is the one of these whose accuracy on
    /// the inner folds is best, the first of equal ones.
    Logistic {
        /// Inverse penalties to try, in the order in which equally good ones are preferred.
        cs: Vec<f64>,
    },
    /// [`ridge`](crate::ridge()) onto one target a class, 1 for its stimuli and −1 for others; the largest
    /// prediction wins. scikit-learn: `RidgeClassifier(alpha)`.
    Ridge {
        /// Penalties to try, in the order in which equally good ones are preferred.
        alphas: Vec<f64>,
    },
    /// The class whose mean over training stimuli is nearest in Euclidean distance. scikit-learn:
    /// `NearestCentroid()`.
    NearestCentroid,
    /// The class whose mean over training stimuli correlates most, over units, with the stimulus
    /// (Haxby et al. 2001, "Distributed and overlapping representations of faces and objects in
    /// ventral temporal cortex", Science 293). No mean over classes is taken away first: centre the
    /// units within each run where that is wanted.
    Correlation,
}

impl ProbeKind {
    /// The exact name, as on its card.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Logistic { .. } => "probe_logistic",
            Self::Ridge { .. } => "probe_ridge",
            Self::NearestCentroid => "probe_nearest_centroid",
            Self::Correlation => "probe_correlation",
        }
    }

    /// The penalties to choose from; one that stands for none where there is no choice.
    pub(super) fn penalties(&self) -> &[f64] {
        match self {
            Self::Logistic { cs } => cs,
            Self::Ridge { alphas } => alphas,
            Self::NearestCentroid | Self::Correlation => &[1.0],
        }
    }

    pub(super) fn refuse_penalties(&self) -> Result<()> {
        let what = if matches!(self, Self::Logistic { .. }) { "C" } else { "alpha" };
        refuse_penalties(self.name(), what, self.penalties())
    }
}

impl fmt::Display for ProbeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
