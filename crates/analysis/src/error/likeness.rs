//! Refusals of likeness of two layers.

use super::Operand;

/// Why likeness of two layers were refused: what was attempted, what was expected, what was found, and what to do next.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum LikenessError {
    #[error(
        "{measure} is out of f64's range for the {which} input, whose answers are too large or too small to be squared and summed; bring them nearer to 1 by a common factor and try again"
    )]
    LayerOutOfRange { measure: &'static str, which: Operand },

    #[error(
        "{measure} of {first} and {second} units would need a {first} × {second} matrix, more than this machine is asked to hold; leave units out"
    )]
    TooManyUnits { measure: &'static str, first: usize, second: usize },

    #[error(
        "an interval of {measure} leaves groups of stimuli out in turn, but without any of them it is exactly {end}, because so few stimuli cannot tell the layers apart; use more stimuli"
    )]
    AtItsEnd { measure: &'static str, end: f64 },

    #[error("{measure} needs {parameter} to be {needs}, but it is {found}; give one in that range")]
    WrongParameter { measure: &'static str, parameter: &'static str, needs: &'static str, found: f64 },

    #[error(
        "{measure} is undefined for the {which} input: all units answer 0 to every stimulus, so it has no direction; take another site or other stimuli"
    )]
    SilentLayer { measure: &'static str, which: Operand },

    #[error(
        "{measure} is undefined for the {which} input: at least half of all pairs of stimuli have the same answers, so their median distance is 0 and the kernel has no width; leave repeated stimuli out or take cka_linear_debiased"
    )]
    NoKernelWidth { measure: &'static str, which: Operand },

    #[error(
        "a relative representation needs anchors, the numbers of some of its stimuli, but there are none; give at least one"
    )]
    NoAnchors,

    #[error(
        "anchor {anchor} of a relative representation is none of its {n_stimuli} stimuli (counted from 0); give numbers below {n_stimuli}"
    )]
    UnknownAnchor { anchor: usize, n_stimuli: usize },

    #[error(
        "the relative cosine is undefined for stimulus {stimulus} (counted from 0): its answers in the {which} input are at right angles to all anchors; take more anchors"
    )]
    UnrelatedToAnchors { stimulus: usize, which: Operand },

    #[error(
        "{measure} is undefined: the answers of no unit of the second input vary enough to be explained; take another site or other stimuli"
    )]
    NothingToPredict { measure: &'static str },

    #[error(
        "the sparse regression on unit {unit} of the second input (counted from 0) did not settle in {rounds} rounds, as happens with very many nearly equal units; take a larger penalty"
    )]
    Unsettled { unit: usize, rounds: usize },
}
