//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "score-by-hand",
            ExerciseKind::Number { answer: 0.5, tolerance: 0.001, unit: String::new() },
            [
                "A needle has four tokens, 7 3 9 1. While the model writes 7, 3, 9, 1, a head looks most at the needle's 7, at a word of the prose, at the needle's 9, and at the needle's 7. What is its retrieval score?",
                "A head copies only in steps in which it looks at the very token that is written.",
                "It copied 7 and 9. In the last step it looked into the needle, but at another token than the one that was written. Two of four: 0.5.",
            ],
        ),
        Exercise::new(
            "what-survives",
            ExerciseKind::Choice {
                options: [
                    "Quoting a number that stands at the beginning of the text",
                    "Naming a fact that was learned in training and is not in the text",
                    "Copying a list that was just read",
                ]
                .map(str::to_owned)
                .to_vec(),
                answer: 1,
            },
            [
                "The heads that copy are taken out. Which of these does the model still do?",
                "Which of them needs a look back into the text?",
                "What is known by heart is stored in weights and needs no look back. The other two are the very job of the heads that were taken out.",
            ],
        ),
        Exercise::new(
            "one-head",
            ExerciseKind::Prediction {
                options: vec![
                    option("at most 15 %", Condition::at_most("recall.best.half", 0.15)),
                    option("between 15 % and 50 %", Condition::between("recall.best.half", 0.15, 0.5)),
                    option("more than 50 %", Condition::at_least("recall.best.half", 0.5)),
                ],
                params: Values::default(),
            },
            [
                "The model has 16 heads. How much of the answers is left when only the single best one is taken out?",
                "Look at the map: how much better is the first head than the second?",
                "The figure of recall without some heads shows it: see how much the second-best head can stand in for the first.",
            ],
        ),
        Exercise::new(
            "four-random",
            ExerciseKind::Prediction {
                options: vec![
                    option("more than 75 %", Condition::at_least("recall.random.double", 0.75)),
                    option("between 25 % and 75 %", Condition::between("recall.random.double", 0.25, 0.75)),
                    option("less than 25 %", Condition::at_most("recall.random.double", 0.25)),
                ],
                params: Values([("masked".to_owned(), Value::Number(2.0))].into()),
            },
            [
                "Four heads at random, a quarter of all, are taken out, but none of the four best. How much of the answers is left?",
                "A random head may still be one on which the best ones build.",
                "The figure shows it. In a model of 16 heads four are many, and some of them prepare what the copying heads look for; in the paper's models 30 of 1,024 hardly matter.",
            ],
        ),
    ]
}
