//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    let setting = |name: &str, value| (name.to_owned(), value);
    vec![
        Exercise::new(
            "equal-accuracy",
            ExerciseKind::Choice {
                options: vec![
                    "Yes: what is answered equally well is represented equally strongly.".to_owned(),
                    "No: an answer needs a direction that can be read out, however little variance it has.".to_owned(),
                    "Only in the last hidden layer.".to_owned(),
                ],
                answer: 1,
            },
            [
                "A network answers both questions without a mistake. Must both features explain equally much of its hidden layer's variance?",
                "The readout may multiply a small direction by a large weight.",
                "A linear readout can scale any direction up. That both answers are right says that both directions are there, not how long they are.",
            ],
        ),
        Exercise::new(
            "share-of-three",
            ExerciseKind::Number { answer: 0.9, tolerance: 0.005, unit: String::new() },
            [
                "A layer is $3e + 1h$, nothing else, along two orthogonal directions of length 1, where $e$ and $h$ are independent and have variance 1. Which share of its variance does $e$ explain?",
                "Variance goes with the square of a factor.",
                "$3^2 / (3^2 + 1^2) = 0.9$. A feature that is three times as long takes nine times the variance.",
            ],
        ),
        Exercise::new(
            "tanh",
            ExerciseKind::Prediction {
                options: vec![
                    option("the easy feature still explains more: a ratio of 1.25 or more", Condition::at_least("ratio", 1.25)),
                    option("both explain alike: a ratio from 0.8 to 1.25", Condition::between("ratio", 0.8, 1.25)),
                    option("the hard feature explains more: a ratio of 0.8 or less", Condition::at_most("ratio", 0.8)),
                ],
                params: Values([setting("activation", Value::Name("tanh".to_owned())), setting("order", Value::Flag(false))].into()),
            },
            [
                "Replace ReLU by tanh. What happens to the ratio of what the easy and the hard feature explain of the last hidden layer?",
                "Tanh saturates: a unit that follows a feature strongly ends near ±1 for either.",
                "The reading `ratio` of the run decides. Where units saturate, a feature cannot get longer than the number of units that follow it; compare the two curves of the first figure with those of ReLU.",
            ],
        ),
        Exercise::new(
            "close-the-gap",
            ExerciseKind::Setting {
                goal: "Both answers right in every network, and yet the easy feature explains at most 1.35 times as much as the hard one.".to_owned(),
                conditions: vec![Condition::at_most("ratio", 1.35), Condition::at_least("accuracy.worst", 0.999)],
            },
            [
                "Find a setting at which the bias shrinks to 1.35 although both answers are right.",
                "How large are the first weights, compared with what is learned? How long does the training go on?",
                "Small first weights (0.58 is about what PyTorch draws) leave little room for anything but the two features, and longer training levels them: with 0.58 and 1,500 steps the ratio was 1.3, and together they explained 96 % of the layer. The bias is one of how features are learned, and it can be worn off.",
            ],
        ),
    ]
}
