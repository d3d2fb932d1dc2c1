//! Every comparison of two inputs, by name.

use crate::activations::{Activations, Number};
use crate::cka::{CKAS, Cka, cka};
use crate::error::{Error, Operand, Result};
use crate::names::{Named, unknown};
use crate::rdm::Rdm;
use crate::rdm_comparison::{RDM_COMPARISONS, RdmComparison, compare_rdms};

/// What a measure compares two of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Two [`Activations`] of the same stimuli.
    Activations,
    /// Two [`Rdm`]s of the same stimuli.
    Rdms,
}

/// A comparison of two inputs to one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The exact name, as in links, files and on the command line.
    pub name: &'static str,
    /// One sentence: exact variant, range, direction, and what it takes.
    pub about: &'static str,
    /// What it compares two of.
    pub takes: Takes,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rdms(RdmComparison),
    Activations(Cka),
}

impl Measure {
    const fn of_rdms(line: &Named<RdmComparison>) -> Self {
        Self { name: line.name, about: line.about, takes: Takes::Rdms, kind: Kind::Rdms(line.variant) }
    }

    const fn of_activations(line: &Named<Cka>) -> Self {
        Self {
            name: line.name,
            about: line.about,
            takes: Takes::Activations,
            kind: Kind::Activations(line.variant),
        }
    }
}

/// Every measure that compares two inputs.
pub static MEASURES: &[Measure] = &[
    Measure::of_rdms(&RDM_COMPARISONS[0]),
    Measure::of_rdms(&RDM_COMPARISONS[1]),
    Measure::of_rdms(&RDM_COMPARISONS[2]),
    Measure::of_rdms(&RDM_COMPARISONS[3]),
    Measure::of_activations(&CKAS[0]),
    Measure::of_activations(&CKAS[1]),
];

/// The measure called `name`.
///
/// # Errors
/// An unknown name, with the near ones.
pub fn find_measure(name: &str) -> Result<&'static Measure> {
    MEASURES
        .iter()
        .find(|measure| measure.name == name)
        .ok_or_else(|| unknown("measure", name, MEASURES.iter().map(|m| m.name).collect()))
}

/// One of the two things that a [`Measure`] compares.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Answers of units to stimuli.
    Activations(Activations<f64>),
    /// Distances between stimuli.
    Rdm(Rdm),
}

impl<T: Number> From<Activations<T>> for Input {
    fn from(activations: Activations<T>) -> Self {
        Self::Activations(activations.widened())
    }
}

impl From<Rdm> for Input {
    fn from(rdm: Rdm) -> Self {
        Self::Rdm(rdm)
    }
}

/// Compares two inputs by a measure from [`MEASURES`].
///
/// # Errors
/// An input of the wrong kind, and whatever [`compare_rdms`] and [`cka`] refuse.
pub fn compare(measure: &Measure, a: &Input, b: &Input) -> Result<f64> {
    match measure.kind {
        Kind::Rdms(comparison) => {
            let (a, b) = (as_rdm(measure, a, Operand::First)?, as_rdm(measure, b, Operand::Second)?);
            compare_rdms(a, b, comparison)
        }
        Kind::Activations(variant) => {
            let (a, b) =
                (as_activations(measure, a, Operand::First)?, as_activations(measure, b, Operand::Second)?);
            cka(a, b, variant)
        }
    }
}

fn as_rdm<'a>(measure: &Measure, input: &'a Input, which: Operand) -> Result<&'a Rdm> {
    match input {
        Input::Rdm(rdm) => Ok(rdm),
        Input::Activations(_) => Err(Error::NeedsRdms { measure: measure.name, which }),
    }
}

fn as_activations<'a>(measure: &Measure, input: &'a Input, which: Operand) -> Result<&'a Activations<f64>> {
    match input {
        Input::Activations(activations) => Ok(activations),
        Input::Rdm(_) => Err(Error::NeedsActivations { measure: measure.name, which }),
    }
}
