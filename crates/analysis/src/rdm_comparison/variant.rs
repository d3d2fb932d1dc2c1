//! The comparisons of RDMs, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// How two RDMs are compared; each looks only at the entries above the diagonal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RdmComparison {
    /// Pearson correlation.
    Pearson,
    /// Pearson correlation of ranks, tied entries sharing their average rank.
    Spearman,
    /// (concordant − discordant) / all pairs of entries.
    KendallTauA,
    /// Cosine of the angle between the entries, without taking their mean away.
    Cosine,
    /// Spearman correlation to expect if ties were broken at random, rsatoolbox's `rho-a`.
    RhoA,
    /// Cosine after the covariance of the entries is taken out, rsatoolbox's `cosine_cov`.
    WhitenedCosine,
    /// Pearson correlation after the covariance of the entries is taken out, rsatoolbox's `corr_cov`.
    WhitenedPearson,
}

/// Every comparison of RDMs, its name and what it is.
pub static RDM_COMPARISONS: &[Named<RdmComparison>] = &[
    Named {
        variant: RdmComparison::Pearson,
        name: "rdm_pearson",
        about: "Pearson correlation of the entries above the diagonals of two RDMs; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3).",
    },
    Named {
        variant: RdmComparison::Spearman,
        name: "rdm_spearman",
        about: "Spearman rank correlation of the entries above the diagonals of two RDMs, ties by average rank; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3).",
    },
    Named {
        variant: RdmComparison::KendallTauA,
        name: "rdm_kendall_tau_a",
        about: "Kendall's tau-a of the entries above the diagonals of two RDMs, (concordant − discordant) / all pairs, so that ties lower it; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3).",
    },
    Named {
        variant: RdmComparison::Cosine,
        name: "rdm_cosine",
        about: "Cosine of the angle between the entries above the diagonals of two RDMs, their mean not taken away; −1 to 1 (0 to 1 for distances ≥ 0), higher is more alike; takes two RDMs of the same stimuli (at least 3).",
    },
    Named {
        variant: RdmComparison::RhoA,
        name: "rdm_rho_a",
        about: "Spearman rank correlation of the entries above the diagonals of two RDMs that ties broken at random would give on average, so that ties lower it; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3).",
    },
    Named {
        variant: RdmComparison::WhitenedCosine,
        name: "rdm_whitened_cosine",
        about: "Cosine of the angle between the entries above the diagonals of two RDMs after whitening by the covariance that entries with a stimulus in common have, noise being equal and independent; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3), of squared distances.",
    },
    Named {
        variant: RdmComparison::WhitenedPearson,
        name: "rdm_whitened_pearson",
        about: "As rdm_whitened_cosine after each RDM's mean entry is taken away; −1 to 1, higher is more alike; takes two RDMs of the same stimuli (at least 3), of squared distances.",
    },
];

impl RdmComparison {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(RDM_COMPARISONS, self).name
    }
}

impl fmt::Display for RdmComparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for RdmComparison {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("comparison of RDMs", RDM_COMPARISONS, name)
    }
}
