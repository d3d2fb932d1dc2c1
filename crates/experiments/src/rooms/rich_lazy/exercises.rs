//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "who-moves-most",
            ExerciseKind::Choice {
                options: vec!["rank 1".to_owned(), "rank 10".to_owned(), "rank 64".to_owned()],
                answer: 0,
            },
            [
                "All first weights have the same norm. From which rank will training move the weights furthest?",
                "Weights of rank 1 read a single direction of the state. Is that the one that the task needs?",
                "From rank 1. A single random direction is rarely the right one, so that a new one has to be built, while among a hundred directions something useful is already there and only has to be read out.",
            ],
        ),
        Exercise::new(
            "stable-rank",
            ExerciseKind::Number { answer: 2.0, tolerance: 0.01, unit: String::new() },
            [
                r"What is the stable rank, $\lVert W\rVert_F^2 / \sigma_{\max}^2$, of the diagonal matrix with entries 3, 3, 0, 0?",
                "The squared Frobenius norm is the sum of the squared singular values.",
                "$(9 + 9) / 9 = 2$. It counts directions, each by how strong it is against the strongest.",
            ],
        ),
        Exercise::new(
            "aligned",
            ExerciseKind::Choice { options: vec!["richly".to_owned(), "lazily".to_owned()], answer: 1 },
            [
                "Does a linear network learn richly or lazily if its first weights have rank 1 and already point at the task?",
                "What would have to change?",
                "Lazily: the one direction that it can read is the one that it needs, so the readout does all the learning and the kernel stays as it was. Low rank makes learning rich only where the few directions are the wrong ones.",
            ],
        ),
        Exercise::new(
            "halfway",
            ExerciseKind::Prediction {
                options: vec![
                    option("more than 0.9", Condition::at_least("linear.45_degrees", 0.9)),
                    option("from 0.5 to 0.9", Condition::between("linear.45_degrees", 0.5, 0.9)),
                    option("less than 0.5", Condition::at_most("linear.45_degrees", 0.5)),
                ],
                params: Values::default(),
            },
            [
                "Along the task, weights of rank 1 keep nearly all of their kernel. How much do they keep at 45° to it?",
                "At 45° half of the squared length points at the task. But what is missing must be built beside it.",
                "See the last figure: the reading `linear.45_degrees` decides. The weights have to turn towards the task, and the kernel of rank 1 has nothing but this one direction to turn.",
            ],
        ),
    ]
}
