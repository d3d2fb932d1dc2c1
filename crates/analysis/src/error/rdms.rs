//! Refusals of RDMs, their statistics and their topology.

use super::is_are;

/// Why RDMs, their statistics and their topology were refused: what was attempted, what was expected, what was found, and what to do next.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum RdmError {
    #[error(
        "stimulus {stimulus} was chosen, but there are {n_stimuli} stimuli, counted from 0; choose among those"
    )]
    NoSuchStimulus { stimulus: usize, n_stimuli: usize },

    #[error(
        "{measure} is undefined on the chosen stimuli, because nothing is left to compare or to correlate there; choose more or other stimuli"
    )]
    UndefinedOnChoice { measure: &'static str },

    #[error("{what} needs at least {needs} random draws ({why}), but {found} were asked for; ask for more")]
    TooFewDraws { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{measure} is undefined on {undefined} of {total} bootstrap samples, so that the rest would not stand for all; use more stimuli"
    )]
    UndefinedOnSamples { measure: &'static str, undefined: usize, total: usize },

    #[error("{what} needs at least {needs} subjects ({why}), but there {}; add subjects", is_are(*found))]
    TooFewSubjects { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{what} needs at least {needs} values ({why}), but there {}; add values", is_are(*found)
    )]
    TooFewValues { what: &'static str, needs: usize, found: usize, why: &'static str },

    #[error(
        "{what} pairs each value with the one in the same place, but there are {first} values and {second} values; give as many of both"
    )]
    NotPaired { what: &'static str, first: usize, second: usize },

    #[error(
        "{what} needs finite numbers, but the one in place {place} (counted from 0) is {value}; leave it out or find what made it"
    )]
    ValueNotFinite { what: &'static str, place: usize, value: f64 },

    #[error(
        "{what} is undefined: all differences are {value}, so there is no spread to judge them by; check that the two inputs are not the same or moved copies"
    )]
    DifferencesAlike { what: &'static str, value: f64 },

    #[error(
        "p-values lie between 0 and 1, but the one in place {place} (counted from 0) is {value}; give p-values"
    )]
    NotAPValue { place: usize, value: f64 },

    #[error(
        "{asked} of {n_stimuli} stimuli cannot be drawn without replacement; ask for a number from 1 to {n_stimuli}"
    )]
    ImpossibleChoice { asked: usize, n_stimuli: usize },

    #[error(
        "a covariance of {n_units} units is a square of {n_units} × {n_units} numbers, but {found} were given; check the number of units"
    )]
    WrongCovarianceLength { found: usize, n_units: usize },

    #[error(
        "the noise covariance has {covariance} units and the activations {activations}; take both of the same site"
    )]
    CovarianceOfOtherUnits { covariance: usize, activations: usize },

    #[error(
        "the noise covariance of {n_units} units is not symmetric and positive definite, so it cannot be inverted; shrink it, or leave out units without noise"
    )]
    NotPositiveDefinite { n_units: usize },

    #[error(
        "the noise of unit {unit} (counted from 0) is 0 in all residuals, so it cannot be scaled by it; leave that unit out"
    )]
    UnitWithoutNoise { unit: usize },

    #[error(
        "crossnobis needs each condition in each partition, but condition {condition} is not in partition {partition} (both numbered in order from 0); leave that condition out or join partitions"
    )]
    ConditionNotInPartition { condition: usize, partition: usize },

    #[error(
        "crossnobis multiplies estimates of different partitions, so it needs at least 2, but there {}; label independent measurements as partitions", is_are(*found)
    )]
    TooFewPartitions { found: usize },

    #[error(
        "{what} needs quantiles with 0 ≤ lower < upper ≤ 1, but they are {lower} and {upper}; swap or change them"
    )]
    WrongQuantiles { what: &'static str, lower: f64, upper: f64 },

    #[error(
        "the geo-topological transform is undefined: the entries at the quantiles {lower} and {upper} are both {value}; take quantiles further apart, or an RDM with fewer equal entries"
    )]
    QuantilesCoincide { lower: f64, upper: f64, value: f64 },

    #[error(
        "a barcode of {n_stimuli} stimuli has too many triangles to hold; use at most {most} stimuli, drawn with `choose_stimuli`"
    )]
    TooManyForTopology { n_stimuli: usize, most: usize },

    #[error(
        "{what} needs distances of at least 0, but that between stimuli {i} and {j} (counted from 0) is {value}; cut negative estimates to 0 first"
    )]
    NegativeDistance { what: &'static str, i: usize, j: usize, value: f64 },

    #[error(
        "stimuli {i} and {j} (counted from 0) are not joined by any path of the graph, so they are no finite distance apart; join more neighbours or use a larger threshold"
    )]
    NotConnected { i: usize, j: usize },

    #[error(
        "a graph of nearest neighbours of {n_stimuli} stimuli joins each to 1 to {} others, but {asked} were asked for; ask for a number in that range", n_stimuli - 1
    )]
    ImpossibleNeighbours { asked: usize, n_stimuli: usize },

    #[error(
        "a Betti curve needs thresholds that rise and are finite, but the one in place {place} (counted from 0) is {value}; sort them"
    )]
    ThresholdsNotRising { place: usize, value: f64 },
}
