//! The variants of CKA, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// Which estimator of the Hilbert–Schmidt independence criterion (HSIC) the alignment is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cka {
    /// The biased estimator, tr(KHLH), as in Kornblith et al. 2019.
    LinearBiased,
    /// The unbiased estimator of Song et al. 2012, as in Nguyen, Raghu & Kornblith 2021 and Murphy,
    /// Zylberberg & Fyshe 2024.
    LinearDebiased,
}

/// Every variant of CKA, its name and what it is.
pub static CKAS: &[Named<Cka>] = &[
    Named {
        variant: Cka::LinearBiased,
        name: "cka_linear_biased",
        about: "Linear centred kernel alignment with the biased HSIC (Kornblith et al. 2019); 0 to 1, higher is more alike, inflated when units outnumber stimuli; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
    },
    Named {
        variant: Cka::LinearDebiased,
        name: "cka_linear_debiased",
        about: "Linear centred kernel alignment with the unbiased HSIC (Song et al. 2012); at most 1, higher is more alike, 0 on average for unrelated layers and then often negative; takes activations [n_stimuli, n_units] of the same stimuli (at least 4).",
    },
];

impl Cka {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(CKAS, self).name
    }
}

impl fmt::Display for Cka {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Cka {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("variant of CKA", CKAS, name)
    }
}
