//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "uniform",
            ExerciseKind::Number { answer: 0.0625, tolerance: 0.0005, unit: String::new() },
            [
                "Nothing is familiar: G = 0. What is the chance ρ of each cell to win a module of K = 16 cells?",
                "Below G⁻ the expansivity η is 1, and every cell's weight μ is (η − 1) / (1 + …) + 1 = 1.",
                "All weights are 1, so that each of the 16 cells has 1/16 = 0.0625. A new input gets a random code, which overlaps with any other by 1/K.",
            ],
        ),
        Exercise::new(
            "codes",
            ExerciseKind::Number { answer: 625.0, tolerance: 0.5, unit: String::new() },
            [
                "How many codes can a field of Q = 4 modules with K = 5 cells each have?",
                "One winner in each module, independently.",
                "5 · 5 · 5 · 5 = 625 from only 20 cells. It cannot store 625 items, though: codes share cells, and with them synapses.",
            ],
        ),
        Exercise::new(
            "half",
            ExerciseKind::Prediction {
                options: vec![
                    option("about half: 0.35 to 0.6", Condition::between("overlap.50", 0.35, 0.6)),
                    option("nearly all of it: above 0.6", Condition::at_least("overlap.50", 0.6)),
                    option("next to nothing: below 0.35", Condition::at_most("overlap.50", 0.35)),
                ],
                params: Values::default(),
            },
            [
                "A probe keeps half of a stored pattern's active inputs. By how much will its code overlap with the stored one?",
                "Familiarity is then a little above 0.5, and G⁻ is 0.4.",
                "Between the two ends: about 0.45. Familiarity is above its floor, so that old winners are preferred, but not surely drawn. With another floor it would be another number: try G⁻ = 0.6.",
            ],
        ),
        Exercise::new(
            "overload",
            ExerciseKind::Setting {
                goal: "At least 100 patterns stored, and a recall of 0.95 or more.".to_owned(),
                conditions: vec![Condition::at_least("items", 100.0), Condition::at_least("recall", 0.95)],
            },
            [
                "At the first settings 100 patterns overload the field. Find settings at which they do not.",
                "Unrelated patterns must not be taken for familiar ones, and each synapse should be used by few of them.",
                "More cells a module spread the patterns over more synapses, and a higher G⁻ keeps a new pattern from being drawn to codes of others. Both cost something: memory, and the likeness of codes of like inputs.",
            ],
        ),
    ]
}
