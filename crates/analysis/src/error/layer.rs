//! Refusals of numbers for one layer.

/// Why numbers for one layer were refused: what was attempted, what was expected, what was found, and what to do next.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each variant's sentence says what its fields are")]
pub enum LayerError {
    #[error("{measure} is undefined: {because}; {next}")]
    Undefined { measure: &'static str, because: String, next: &'static str },

    #[error("{measure} was asked for {asked}, but {expected}; ask for a number in that range")]
    SettingOutOfRange { measure: &'static str, asked: String, expected: String },

    #[error(
        "{measure} is undefined for stimulus {stimulus} (counted from 0): all units answer 0, so it has no direction; leave that stimulus out"
    )]
    NoDirection { measure: &'static str, stimulus: usize },

    #[error(
        "{measure} is undefined: stimuli {first} and {second} (counted from 0) have the same answers, and it takes logarithms of their distance; leave one of the two out"
    )]
    SameAnswers { measure: &'static str, first: usize, second: usize },

    #[error(
        "{measure} tells classes apart, but all {n_stimuli} stimuli have the same label; give labels of at least 2 classes"
    )]
    OneClass { measure: &'static str, n_stimuli: usize },

    #[error(
        "{measure} needs at least {needs} stimuli of each class, but class {class} (counted from 0) has {found}; add stimuli of it or leave it out"
    )]
    TooFewOfClass { measure: &'static str, class: usize, needs: usize, found: usize },

    #[error(
        "{measure} is a measure of answers from 0 up, but unit {unit} answers {value} to stimulus {stimulus} (counted from 0); rectify the activations first or take d_prime_preferred_class or auc_best_class"
    )]
    NegativeAnswer { measure: &'static str, stimulus: usize, unit: usize, value: f64 },

    #[error(
        "edge {place} from stimulus {from} to stimulus {to} with weight {weight} (all counted from 0) is none of a graph of {n_stimuli} stimuli: {why}; correct it or leave it out"
    )]
    WrongEdge { place: usize, from: usize, to: usize, weight: f64, n_stimuli: usize, why: &'static str },
}
