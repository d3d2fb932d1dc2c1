//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "which-reuses",
            ExerciseKind::Choice {
                options: ["bipartite matching", "semi-matching", "both", "neither"].map(str::to_owned).into(),
                answer: 1,
            },
            [
                "In which of the two matchings may a unit be the partner of several?",
                "One of them asks each unit for its best partner and looks no further.",
                "Semi-matching lets every unit take its best partner. Bipartite matching gives each partner away once, and the gap between the two counts the units without a counterpart of their own.",
            ],
        ),
        Exercise::new(
            "chance-of-home",
            ExerciseKind::Number { answer: 0.031, tolerance: 0.002, unit: String::new() },
            [
                "Three networks have 32 units each, matched at random. What share of units do you expect to come home on the way from the first to the second, to the third, and back?",
                "Where a unit arrives after three random steps is random again.",
                "Of 32 places one is home: 1/32 ≈ 0.031, whatever the number of steps.",
            ],
        ),
        Exercise::new(
            "depth",
            ExerciseKind::Prediction {
                options: vec![
                    option("It falls by 0.05 or more", Condition::at_least("fall_with_depth", 0.05)),
                    option("It stays within 0.05", Condition::between("fall_with_depth", -0.05, 0.05)),
                    option("It rises by 0.05 or more", Condition::at_most("fall_with_depth", -0.05)),
                ],
                params: Values::default(),
            },
            [
                "From the first convolution to the dense layer: does the mean matched correlation rise or fall?",
                "What could a unit of the dense layer answer to that a network with other first weights must find as well?",
                "It rises here: after its ReLU a dense unit mostly answers to a few of the ten classes, and classes are what all networks share. In the paper's large networks it falls with depth. Take the answers *before* the ReLU for another picture.",
            ],
        ),
        Exercise::new(
            "same-start",
            ExerciseKind::Prediction {
                options: vec![
                    option("about as alike as before, below 0.8", Condition::at_most("matched.conv1", 0.8)),
                    option("much more alike, above 0.8", Condition::at_least("matched.conv1", 0.8)),
                ],
                params: Values([("same_start".to_owned(), Value::Flag(true))].into()),
            },
            [
                "Let all networks start from the *same* first weights, and still see the pictures in orders of their own. How alike will matched filters of the first convolution be?",
                "Is it the data or the start that decides which filter becomes what?",
                "Much more alike (about 0.95): where a filter goes is largely decided where it begins. The dense layer, further from its start, gains less.",
            ],
        ),
    ]
}
