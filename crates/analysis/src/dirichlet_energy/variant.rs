//! The variants of the Dirichlet energy, and their names.

use std::{fmt, str::FromStr};

use crate::error::{Error, Result};
use crate::names::{Named, line_of, variant_named};

/// Which Laplacian the energy tr(XᵀLX) is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DirichletEnergy {
    /// D − A: Σ over edges of w |xᵢ − xⱼ|².
    Plain,
    /// I − (D + I)^−½ (A + I) (D + I)^−½, that of a graph with a loop at each stimulus, as Cai & Wang
    /// 2020: Σ over edges of w |xᵢ/√(1 + dᵢ) − xⱼ/√(1 + dⱼ)|².
    Normalised,
}

/// Every variant of the Dirichlet energy, its name and what it is.
pub static DIRICHLET_ENERGIES: &[Named<DirichletEnergy>] = &[
    Named {
        variant: DirichletEnergy::Plain,
        name: "dirichlet_energy",
        about: "Sum over edges of weight times squared difference of the answers; 0 (the same along every edge) up, in activation²; takes activations [n_stimuli, n_units] and a graph of the stimuli.",
    },
    Named {
        variant: DirichletEnergy::Normalised,
        name: "dirichlet_energy_normalised",
        about: "The same with each stimulus's answers divided by √(1 + degree) (Cai & Wang 2020); 0 up, in activation²; takes activations [n_stimuli, n_units] and a graph of the stimuli.",
    },
];

impl DirichletEnergy {
    /// The exact name, as in links, files and on the command line.
    pub fn name(self) -> &'static str {
        line_of(DIRICHLET_ENERGIES, self).name
    }
}

impl fmt::Display for DirichletEnergy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for DirichletEnergy {
    type Err = Error;

    /// # Errors
    /// An unknown name, with the near ones.
    fn from_str(name: &str) -> Result<Self> {
        variant_named("Dirichlet energy", DIRICHLET_ENERGIES, name)
    }
}
