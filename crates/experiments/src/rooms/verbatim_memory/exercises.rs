//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "by-hand",
            ExerciseKind::Number { answer: 10.0, tolerance: 0.01, unit: "%".to_owned() },
            [
                "The nouns of a list carry 8.0 bits of surprisal on average when they are read first, and 0.8 bits when the list is read again. What is the repeat surprisal?",
                "It is 100 times the second over the first.",
                "0.8 of 8.0 bits are left: 10 %.",
            ],
        ),
        Exercise::new(
            "who-notices",
            ExerciseKind::Prediction {
                options: vec![
                    option("the transformer alone", Condition::at_most("order.lstm", 5.0)),
                    option("the LSTM too", Condition::at_least("order.lstm", 5.0)),
                ],
                params: Values::default(),
            },
            [
                "The second list has the nouns of the first in another order. The transformer is more surprised than by the same order. Is the LSTM, by more than 5 points?",
                "What must be stored to notice the order, and where could an LSTM store it?",
                "A transformer keeps every word it read and looks for the noun that followed the last time. An LSTM has to squeeze the list into one state, and this one kept neither which nouns nor their order.",
            ],
        ),
        Exercise::new(
            "which-control",
            ExerciseKind::Choice {
                options: [
                    "A second list with the same nouns in another order",
                    "A second list of new nouns",
                    "A longer text between the lists",
                ]
                .map(str::to_owned)
                .to_vec(),
                answer: 1,
            },
            [
                "A reader may be less surprised by any second list, because it has learned that lists consist of nouns. Which control tells this apart from remembering the list?",
                "In which of them would a reader that remembers nothing, but expects nouns, still do well?",
                "New nouns profit from everything but memory: if they are as surprising as the first list, then the drop for the same list is memory of that list.",
            ],
        ),
        Exercise::new(
            "without-cue",
            ExerciseKind::Prediction {
                options: vec![
                    option(
                        "less than 50 % of the surprisal is left",
                        Condition::at_most("repeat.two_layers", 50.0),
                    ),
                    option("50 to 80 %", Condition::between("repeat.two_layers", 50.0, 80.0)),
                    option("more than 80 %", Condition::at_least("repeat.two_layers", 80.0)),
                ],
                params: Values([("cue".to_owned(), Value::Flag(false))].into()),
            },
            [
                "Take away the words that announce the second list. How much of the transformer's surprisal is left?",
                "Only the first noun is announced by the cue. What announces the others?",
                "From the second noun on, each noun is announced by the one before it: that is what a head of induction looks for, cue or not.",
            ],
        ),
    ]
}
