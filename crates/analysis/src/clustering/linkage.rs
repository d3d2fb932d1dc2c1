//! The linkages, that is, how far apart two groups are, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// How far apart two groups of stimuli are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Linkage {
    /// The smallest distance between their stimuli.
    Single,
    /// The largest distance between their stimuli.
    Complete,
    /// The mean distance between their stimuli (UPGMA).
    Average,
    /// √(2 |A| |B| / (|A| + |B|)) times the distance of their means.
    Ward,
}

/// Every linkage, its name and what it is.
pub static LINKAGES: &[Named<Linkage>] = &[
    Named {
        variant: Linkage::Single,
        name: "linkage_single",
        about: "Two groups are as far apart as their nearest stimuli; heights in the RDM's unit, higher is further apart; takes an RDM.",
    },
    Named {
        variant: Linkage::Complete,
        name: "linkage_complete",
        about: "Two groups are as far apart as their farthest stimuli; heights in the RDM's unit, higher is further apart; takes an RDM.",
    },
    Named {
        variant: Linkage::Average,
        name: "linkage_average",
        about: "Two groups are as far apart as their stimuli on average; heights in the RDM's unit, higher is further apart; takes an RDM.",
    },
    Named {
        variant: Linkage::Ward,
        name: "linkage_ward",
        about: "The two groups are merged whose union adds least to the squared distances from means; heights as SciPy's, from 0 up; takes an RDM of Euclidean distances.",
    },
];

impl Linkage {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(LINKAGES, self).name
    }

    /// How far the union of groups x and y is from group i (Lance & Williams 1967, with the
    /// coefficients of Müllner 2011, figure 2).
    pub(super) fn of_union(self, to_x: f64, to_y: f64, between: f64, sizes: Sizes) -> f64 {
        let Sizes { x, y, i } = sizes;
        match self {
            Self::Single => to_x.min(to_y),
            Self::Complete => to_x.max(to_y),
            Self::Average => (x * to_x + y * to_y) / (x + y),
            Self::Ward => {
                let part = 1.0 / (x + y + i);
                let squared = (i + x) * part * to_x * to_x + (i + y) * part * to_y * to_y
                    - i * part * between * between;
                squared.max(0.0).sqrt()
            }
        }
    }
}

/// How many stimuli the groups have: the two merged, `x` and `y`, and the third, `i`.
pub(super) struct Sizes {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) i: f64,
}

impl fmt::Display for Linkage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Linkage {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("linkage", LINKAGES, name)
    }
}
