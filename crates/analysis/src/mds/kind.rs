//! The kinds of scaling that SMACOF makes, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// What of the distances a map is to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MdsKind {
    /// Their values.
    Metric,
    /// Their order.
    NonMetric,
}

/// Every kind, its name and what it is.
pub static MDS_KINDS: &[Named<MdsKind>] = &[
    Named {
        variant: MdsKind::Metric,
        name: "metric_mds",
        about: "The map whose distances differ least from the RDM's; stress from 0 (the same distances) up, lower is better; takes an RDM.",
    },
    Named {
        variant: MdsKind::NonMetric,
        name: "nonmetric_mds",
        about: "The map whose distances differ least from some that rise with the RDM's; stress from 0 (the same order) up, lower is better; takes an RDM.",
    },
];

impl MdsKind {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(MDS_KINDS, self).name
    }
}

impl fmt::Display for MdsKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for MdsKind {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("scaling", MDS_KINDS, name)
    }
}
