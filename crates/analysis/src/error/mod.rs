//! Why a measure was refused: one kind of error for the crate, each a whole sentence.

mod decoding;
mod layer;
mod likeness;
mod maps;
mod rdms;

pub use decoding::DecodingError;
pub use layer::LayerError;
pub use likeness::LikenessError;
pub use maps::MapError;
pub use rdms::RdmError;

use std::fmt;

/// A result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Which of two compared inputs is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// The first argument.
    First,
    /// The second argument.
    Second,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::First => "first",
            Self::Second => "second",
        })
    }
}

/// What was attempted, what was expected, what was found, and what to do next. Stimuli and units
/// are counted from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum Error {
    #[error(
        "activations of shape [{n_stimuli} stimuli, {n_units} units] hold nothing to measure; give at least one stimulus and one unit"
    )]
    NoActivations { n_stimuli: usize, n_units: usize },

    #[error(
        "activations of shape [{n_stimuli} stimuli, {n_units} units] need one number for each stimulus and unit, but {found} numbers were given; check the shape (stimuli come first)"
    )]
    WrongLength { found: usize, n_stimuli: usize, n_units: usize },

    #[error(
        "{count} of {total} activations are NaN or infinite, the first ({value}) at stimulus {stimulus}, unit {unit} (counted from 0); check the weights and inputs that made them"
    )]
    ActivationsNotFinite { count: usize, total: usize, stimulus: usize, unit: usize, value: f64 },

    #[error("{measure} needs at least {needs} stimuli ({why}), but there {}; add stimuli", is_are(*found))]
    TooFewStimuli { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} of {n_stimuli} stimuli would need a {n_stimuli} × {n_stimuli} matrix, more than this machine is asked to hold; use at most {most} stimuli"
    )]
    TooManyStimuli { measure: &'static str, n_stimuli: usize, most: usize },

    #[error(
        "{measure} compares answers to the same stimuli, but the first input has {first} stimuli and the second {second}; use the same stimuli, in the same order, for both"
    )]
    DifferentStimuli { measure: &'static str, first: usize, second: usize },

    #[error(
        "correlation distance is undefined for stimulus {stimulus} (counted from 0): all units answer {value}, so there is no variance to correlate; leave that stimulus out or take squared_euclidean_per_unit"
    )]
    ConstantStimulus { stimulus: usize, value: f64 },

    #[error(
        "cosine distance is undefined for stimulus {stimulus} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out or take squared_euclidean_per_unit"
    )]
    ZeroStimulus { stimulus: usize },

    #[error(
        "{measure} is undefined: all entries of the {which} RDM equal {value}, so there is nothing to correlate; take another site or distance"
    )]
    ConstantRdm { measure: &'static str, which: Operand, value: f64 },

    #[error(
        "{measure} is undefined: all entries of the {which} RDM are 0, so it has no direction; take another site or other stimuli"
    )]
    ZeroRdm { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: no unit of the {which} input answers differently to any two stimuli (a dead layer); take another site or other stimuli"
    )]
    DeadLayer { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: after its correction for chance nothing is left of the {which} input, as when all stimuli are equally far apart; take another site or more stimuli"
    )]
    NothingBeyondChance { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined: every unit answers the same to all {n_stimuli} stimuli, so there is no variance; take another site or other stimuli"
    )]
    NoVariance { measure: &'static str, n_stimuli: usize },

    #[error(
        "PCA was asked for {asked} components, but {n_stimuli} stimuli × {n_units} units have between 1 and {most} (the smaller of n_stimuli − 1 and n_units); ask for a number in that range"
    )]
    ImpossibleComponents { asked: usize, most: usize, n_stimuli: usize, n_units: usize },

    #[error(
        "an RDM of {n_stimuli} stimuli has {} entries above its diagonal, but {found} were given; check the number of stimuli", pairs(*n_stimuli)
    )]
    WrongUpperLength { found: usize, n_stimuli: usize },

    #[error(
        "a square RDM of {n_stimuli} stimuli has {n_stimuli} × {n_stimuli} entries, but {found} were given; check that the array is square"
    )]
    NotSquare { found: usize, n_stimuli: usize },

    #[error(
        "an RDM needs at least 2 stimuli, because its entries are distances between two, but there {}", is_are(*found)
    )]
    RdmTooSmall { found: usize },

    #[error(
        "{count} of {total} RDM entries are NaN or infinite, the first ({value}) between stimuli {i} and {j} (counted from 0); leave those stimuli out"
    )]
    RdmNotFinite { count: usize, total: usize, i: usize, j: usize, value: f64 },

    #[error(
        "an RDM must be symmetric, but its entry ({i}, {j}) is {upper} and ({j}, {i}) is {lower} (counted from 0); if these are activations, make an RDM of them first"
    )]
    NotSymmetric { i: usize, j: usize, upper: f64, lower: f64 },

    #[error(
        "an RDM's diagonal must be 0, but stimulus {stimulus} (counted from 0) is {value} from itself; if this is a similarity matrix, turn it into distances first"
    )]
    DiagonalNotZero { stimulus: usize, value: f64 },

    #[error("there is no {kind} named \"{name}\"{}; the known ones are {}", did_you_mean(near), known.join(", "))]
    UnknownName { kind: &'static str, name: String, near: Vec<&'static str>, known: Vec<&'static str> },

    #[error(
        "an attention pattern [head, query, key] of {n_tokens} tokens has a multiple of {n_tokens} × {n_tokens} numbers, but {found} were given; take it from the run that had these tokens"
    )]
    WrongPattern { found: usize, n_tokens: usize },

    #[error(
        "{score} is undefined on these {n_tokens} tokens: none of them has an earlier place to look at; take a text in which tokens come again"
    )]
    NothingToScore { score: &'static str, n_tokens: usize },

    #[error(
        "labels are needed, one whole number a stimulus, but there are none; give a list as long as the stimuli"
    )]
    NoLabels,

    #[error(
        "{measure} needs a label for each stimulus, but there are {n_labels} labels for {n_stimuli} stimuli; give one each, in the same order"
    )]
    DifferentLabels { measure: &'static str, n_labels: usize, n_stimuli: usize },

    #[error("{measure} compares two RDMs, but the {which} input is activations; make them first with `rdm`")]
    NeedsRdms { measure: &'static str, which: Operand },

    #[error(
        "{measure} compares activations [n_stimuli, n_units], but the {which} input is an RDM; give the activations that it was made from, or take one of the rdm_ measures"
    )]
    NeedsActivations { measure: &'static str, which: Operand },

    #[error(
        "the eigenvalues for {measure} did not converge, which finite activations of ordinary size do not cause; rescale the activations and try again"
    )]
    NoConvergence { measure: &'static str },

    #[error(transparent)]
    Likeness(#[from] LikenessError),

    #[error(transparent)]
    Rdms(#[from] RdmError),

    #[error(transparent)]
    Layer(#[from] LayerError),

    #[error(transparent)]
    Decoding(#[from] DecodingError),

    #[error(transparent)]
    Maps(#[from] MapError),
}

fn is_are(n: usize) -> String {
    match n {
        0 => "are none".into(),
        1 => "is 1".into(),
        n => format!("are {n}"),
    }
}

fn pairs(n_stimuli: usize) -> u128 {
    let n = n_stimuli as u128;
    n * n.saturating_sub(1) / 2
}

fn did_you_mean(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        near => format!(", did you mean {}?", near.join(" or ")),
    }
}
