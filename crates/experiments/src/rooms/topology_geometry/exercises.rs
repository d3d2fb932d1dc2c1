//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "plain-ranks",
            ExerciseKind::Choice {
                options: ["(0, 0.1)", "(0.5, 0.5)", "(0, 1)", "(0.9, 1)"].map(str::to_owned).into(),
                answer: 2,
            },
            [
                "Which pair (l, u) leaves the ranked matrix as it is?",
                "Entries below l become 0, those above u become 1.",
                "With (0, 1) nothing lies below l or above u, and the line between is the rank itself.",
            ],
        ),
        Exercise::new(
            "euler",
            ExerciseKind::Number { answer: -1.0, tolerance: 0.001, unit: String::new() },
            [
                "What is the Euler number β0 − β1 of a figure eight?",
                "β0 counts components, β1 loops.",
                "It is one piece with two loops: 1 − 2 = −1.",
            ],
        ),
        Exercise::new(
            "who-wins",
            ExerciseKind::Prediction {
                options: vec![
                    option("all ranks, by 3 points or more", Condition::at_most("gain.half_way", -0.03)),
                    option("neither, within 3 points", Condition::between("gain.half_way", -0.03, 0.03)),
                    option("near and far, by 3 points or more", Condition::at_least("gain.half_way", 0.03)),
                ],
                params: Values::default(),
            },
            [
                "Noise is raised until ranked distances have lost half of what they tell. Which is better there: all ranks, or near and far with thresholds chosen on other networks?",
                "Noise on every distance alike: does forgetting the large and the small ones take noise away, or signal?",
                "Look at the curves and their bands: the paper's claim is that near and far match the whole, and only sometimes beat them.",
            ],
        ),
    ]
}
