//! Refusals of maps and groups of stimuli.

/// Why maps and groups of stimuli were refused: what was attempted, what was expected, what was found, and what to do next.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum MapError {
    #[error(
        "{measure} was asked for {asked} groups, but there can be between 1 and {most} ({why}); ask for a number in that range"
    )]
    ImpossibleGroups { measure: &'static str, asked: usize, most: usize, why: &'static str },

    #[error("{measure} takes {setting} {expected}, but it is {found}; change that setting")]
    WrongSetting { measure: &'static str, setting: &'static str, expected: String, found: f64 },

    #[error(
        "{measure} takes {what} of {rows} × {columns} numbers, all finite, but {found} were given, {not_finite} of them NaN or infinite; give one row for each, row after row"
    )]
    WrongStart {
        measure: &'static str,
        what: &'static str,
        rows: usize,
        columns: usize,
        found: usize,
        not_finite: usize,
    },

    #[error(
        "{measure} needs distances from 0 to 1e150, so that they can be squared, but stimuli {i} and {j} (counted from 0) are {value} apart; take a distance that cannot be negative, or rescale the activations"
    )]
    DistanceOutOfRange { measure: &'static str, i: usize, j: usize, value: f64 },

    #[error(
        "{measure} is undefined: the answers lie so far apart that their squared distances are infinite; rescale the activations"
    )]
    AnswersTooFarApart { measure: &'static str },

    #[error(
        "{measure} is undefined: all {n_stimuli} stimuli are 0 apart, so there is nothing to lay out; take another site or other stimuli"
    )]
    NothingToMap { measure: &'static str, n_stimuli: usize },

    #[error(
        "affinities of {n_stimuli} stimuli are a symmetric {n_stimuli} × {n_stimuli} matrix of finite numbers from 0 up, but {found}; make them of an RDM by nearest neighbours or by an RBF"
    )]
    WrongAffinities { n_stimuli: usize, found: String },

    #[error(
        "{measure} compares two groupings of the same stimuli, but the first has {first} stimuli and the second {second}; use the same stimuli, in the same order, for both"
    )]
    DifferentGroupings { measure: &'static str, first: usize, second: usize },
}
