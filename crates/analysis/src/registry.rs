//! Every measure by name: of two inputs, and of one.

use crate::activations::{Activations, Number};
use crate::card::Card;
use crate::error::{Error, Operand, Result};
use crate::labels::Labels;
use crate::names::unknown;
use crate::rdm::Rdm;
use crate::{
    banded_ridge, cca, cka, classes, clustering, codelength, control_task, dirichlet_energy, information,
    intrinsic_dimension, isotropy, linear_predictivity, map_quality, mds, mutual_knn, noise_distances,
    pair_ratings, participation_ratio, probe, procrustes, rdm, rdm_comparison, relative_representation,
    repeat_ceiling, ridge, rsa_regression, selectivity, sparse_predictivity, spectrum, topology, tsne,
    two_versus_two, umap, unit_matching, variance_partition,
};

/// What a measure compares two of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Two [`Activations`] of the same stimuli.
    Activations,
    /// Two [`Rdm`]s of the same stimuli.
    Rdms,
}

/// A comparison of two inputs to one number. Each folder lists its own, and `MEASURES` the folders.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The exact name, as in links, files and on the command line.
    pub name: &'static str,
    /// Where its values end.
    pub ends: Ends,
    /// One sentence: exact variant, range, direction, and what it takes.
    pub about: &'static str,
    /// How it is computed.
    pub kind: MeasureKind,
}

/// The value of a [`Measure`] that nothing goes beyond: what is exactly alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// A likeness of at most 1.
    At1,
    /// A distance from 0 up.
    At0,
    /// An amount without an end.
    Nowhere,
}

/// How a [`Measure`] is computed, by what it takes.
#[derive(Debug, Clone, Copy)]
pub enum MeasureKind {
    /// Of two RDMs.
    Rdms(fn(&Rdm, &Rdm) -> Result<f64>),
    /// Of two layers' activations.
    Activations(fn(&Activations<f64>, &Activations<f64>) -> Result<f64>),
}

/// A number for one representation.
#[derive(Debug, Clone, Copy)]
pub struct Summary {
    /// The exact name, as in links, files and on the command line.
    pub name: &'static str,
    /// One sentence: exact variant, range, direction, and what it takes.
    pub about: &'static str,
    /// How it is computed.
    pub kind: SummaryKind,
}

/// How a [`Summary`] is computed, by what it takes.
#[derive(Debug, Clone, Copy)]
pub enum SummaryKind {
    /// Of activations alone.
    Activations(fn(&Activations<f64>) -> Result<f64>),
    /// Of activations and the classes of the stimuli.
    Labelled(fn(&Activations<f64>, &Labels) -> Result<f64>),
}

/// Every measure that compares two inputs, by folder.
pub(crate) static MEASURES: &[&[Measure]] = &[
    rdm_comparison::MEASURES,
    cka::MEASURES,
    unit_matching::MEASURES,
    procrustes::MEASURES,
    cca::MEASURES,
    mutual_knn::MEASURES,
    linear_predictivity::MEASURES,
    sparse_predictivity::MEASURES,
    relative_representation::MEASURES,
    information::MEASURES,
];

/// Every number for one representation, by folder.
pub(crate) static SUMMARIES: &[&[Summary]] = &[
    participation_ratio::SUMMARIES,
    spectrum::SUMMARIES,
    intrinsic_dimension::SUMMARIES,
    isotropy::SUMMARIES,
    classes::SUMMARIES,
    selectivity::SUMMARIES,
    information::SUMMARIES,
];

/// The cards, by folder.
pub(crate) static CARDS: &[&[Card]] = &[
    rdm::CARDS,
    rdm_comparison::CARDS,
    cka::CARDS,
    participation_ratio::CARDS,
    unit_matching::CARDS,
    procrustes::CARDS,
    cca::CARDS,
    mutual_knn::CARDS,
    linear_predictivity::CARDS,
    sparse_predictivity::CARDS,
    relative_representation::CARDS,
    spectrum::CARDS,
    intrinsic_dimension::CARDS,
    isotropy::CARDS,
    classes::CARDS,
    selectivity::CARDS,
    ridge::CARDS,
    probe::CARDS,
    clustering::CARDS,
    mds::CARDS,
    tsne::CARDS,
    umap::CARDS,
    map_quality::CARDS,
    noise_distances::CARDS,
    topology::CARDS,
    dirichlet_energy::CARDS,
    information::CARDS,
    control_task::CARDS,
    codelength::CARDS,
    banded_ridge::CARDS,
    repeat_ceiling::CARDS,
    variance_partition::CARDS,
    two_versus_two::CARDS,
    rsa_regression::CARDS,
    pair_ratings::CARDS,
];

/// Every measure that compares two inputs.
pub fn measures() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().copied().flatten()
}

/// Every number for one representation.
pub fn summaries() -> impl Iterator<Item = &'static Summary> {
    SUMMARIES.iter().copied().flatten()
}

/// The measure of two inputs called `name`.
///
/// # Errors
/// An unknown name, with the near ones.
pub fn find_measure(name: &str) -> Result<&'static Measure> {
    measures()
        .find(|measure| measure.name == name)
        .ok_or_else(|| unknown("measure", name, measures().map(|m| m.name).collect()))
}

/// The number for one representation called `name`.
///
/// # Errors
/// An unknown name, with the near ones.
pub fn find_summary(name: &str) -> Result<&'static Summary> {
    summaries()
        .find(|summary| summary.name == name)
        .ok_or_else(|| unknown("summary", name, summaries().map(|s| s.name).collect()))
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

impl Measure {
    /// What it compares two of.
    pub fn takes(&self) -> Takes {
        match self.kind {
            MeasureKind::Rdms(_) => Takes::Rdms,
            MeasureKind::Activations(_) => Takes::Activations,
        }
    }
}

/// Compares two inputs by a measure.
///
/// # Errors
/// An input of the wrong kind, and whatever the measure itself refuses.
pub fn compare(measure: &Measure, a: &Input, b: &Input) -> Result<f64> {
    match measure.kind {
        MeasureKind::Rdms(compare) => {
            compare(as_rdm(measure, a, Operand::First)?, as_rdm(measure, b, Operand::Second)?)
        }
        MeasureKind::Activations(compare) => {
            compare(as_activations(measure, a, Operand::First)?, as_activations(measure, b, Operand::Second)?)
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
