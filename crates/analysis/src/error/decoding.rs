//! Refusals of decoding and encoding.

use super::{Operand, is_are};

/// Why decoding and encoding were refused: what was attempted, what was expected, what was found, and what to do next.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum DecodingError {
    #[error(
        "{n} {things} cannot be parted into {asked} folds; ask for at least 2 and at most {n}, so that every fold tests one and trains on others"
    )]
    ImpossibleFolds { asked: usize, n: usize, things: &'static str },

    #[error(
        "class {class} has {found} stimuli, too few for {asked} stratified folds, each of which should test one; ask for fewer folds or leave that class out"
    )]
    ClassTooSmall { class: usize, found: usize, asked: usize },

    #[error(
        "{measure} was given folds of {n_folded} stimuli for {n_stimuli} stimuli; make the folds for the same stimuli"
    )]
    DifferentFolds { measure: &'static str, n_folded: usize, n_stimuli: usize },

    #[error("{measure} needs at least {needs} folds ({why}), but there are {found}; make more folds")]
    TooFewFolds { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} needs at least one {what} to try, but the list is empty; give one or more numbers above 0"
    )]
    NoPenalties { measure: &'static str, what: &'static str },

    #[error(
        "{measure} needs each {what} to be finite and above 0, but number {place} (counted from 0) is {value}; leave it out"
    )]
    ImpossiblePenalty { measure: &'static str, what: &'static str, place: usize, value: f64 },

    #[error(
        "{measure} is undefined for target {target} (counted from 0): it has the same value for all stimuli, so there is no variance to explain; leave that target out"
    )]
    ConstantTarget { measure: &'static str, target: usize },

    #[error(
        "{measure} is undefined for target {target} (counted from 0): its predictions are the same for all stimuli, so there is nothing to correlate; try smaller alphas or other activations"
    )]
    ConstantPredictions { measure: &'static str, target: usize },

    #[error(
        "{measure} left the range of numbers (its squares reach 1e308); divide the activations and targets by a common factor"
    )]
    OutOfRange { measure: &'static str },

    #[error(
        "a model of {expected} units was given activations of {found} units to predict from; take the layer that it was fitted to"
    )]
    DifferentUnits { expected: usize, found: usize },

    #[error("{measure} needs at least 2 classes, but all stimuli have one; give labels that differ")]
    NothingToTellApart { measure: &'static str },

    #[error(
        "{measure} cannot learn class {class} (counted from 0): no stimulus of it is left to train on when fold {fold} is left out; take stratified folds, or leave that class out"
    )]
    ClassNotTrained { measure: &'static str, class: usize, fold: usize },

    #[error(
        "{measure} did not settle in {steps} Newton steps, which happens when activations are of very different size or C is very large; standardise the units or take a smaller C"
    )]
    NotSettled { measure: &'static str, steps: usize },

    #[error(
        "the correlation classifier is undefined for {what} {place} (counted from 0): all units have the same value, so there is no pattern to correlate; leave it out or take the nearest centroid"
    )]
    FlatPattern { what: &'static str, place: usize },

    #[error("{measure} needs at least {needs} units ({why}), but there {}; take another site", is_are(*found))]
    TooFewUnits { measure: &'static str, needs: usize, found: usize, why: &'static str },

    #[error("{measure} was asked for a p-value from no permutation; ask for some hundred")]
    NoPermutations { measure: &'static str },

    #[error(
        "a control task gives each type of stimulus a label to be learnt by heart, but none of the {n_stimuli} stimuli shares its type with another; give types that come again, such as words"
    )]
    NothingRecurs { n_stimuli: usize },

    #[error("seed {seed} gave all types of the control task the same label; take another seed or more types")]
    OneControlLabel { seed: u64 },

    #[error(
        "an online code needs fractions that rise from above 0 to exactly 1, the parts of the stimuli after which blocks end; give such a list, as VOITA_FRACTIONS"
    )]
    ImpossibleFractions,

    #[error(
        "the online codelength is infinite: class {class} (counted from 0) is not among the first {first} stimuli, so a probe trained on them cannot expect it; take a larger first fraction or another order"
    )]
    ClassNotSeen { class: usize, first: usize },

    #[error(
        "{measure} needs one or more feature spaces and a penalty or weight for each, but there are {n_spaces} spaces and {found} penalties or weights; give one each, in the same order"
    )]
    DifferentSpaces { measure: &'static str, n_spaces: usize, found: usize },

    #[error(
        "{measure} needs lists of weights, each with numbers from 0 that are not all 0; give such lists, as simplex_weights makes them"
    )]
    ImpossibleWeights { measure: &'static str },

    #[error("a noise ceiling needs at least 2 repeats of the same stimuli, but there {}; give each repeat", is_are(*found))]
    TooFewRepeats { found: usize },

    #[error(
        "variance is parted among 2 or 3 feature spaces, but there {}; give 2 or 3", is_are(*n_spaces)
    )]
    ImpossiblePartition { n_spaces: usize },

    #[error(
        "{measure} is undefined: stimulus {stimulus} (counted from 0) of the {which} input is 0 for all targets, so it has no direction; leave that stimulus out"
    )]
    StimulusWithoutDirection { measure: &'static str, which: Operand, stimulus: usize },

    #[error("{measure} needs at least one model RDM, but there are none; give one or more")]
    NoModels { measure: &'static str },
}
