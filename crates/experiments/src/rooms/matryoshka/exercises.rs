//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    let options = |labels: &[&str]| labels.iter().map(|&label| label.to_owned()).collect();
    vec![
        Exercise::new(
            "funnel-cost",
            ExerciseKind::Number { answer: 76800.0, tolerance: 1.0, unit: "multiply-adds".to_owned() },
            [
                "A funnel over 4,000 stored items compares all by 16 dimensions and keeps 200, those by 32 and keeps 100, those by 64 and keeps 50. How many multiply-adds is that?",
                "Each stage costs its candidates times its dimensions.",
                "4,000 · 16 + 200 · 32 + 100 · 64 = 64,000 + 6,400 + 6,400 = 76,800. By all 64 dimensions it would be 256,000. Nearly all of the cost lies in the first stage.",
            ],
        ),
        Exercise::new(
            "first-to-fall",
            ExerciseKind::Choice {
                options: options(&[
                    "principal components of an ordinary embedding",
                    "the first dimensions of a nested one",
                    "random dimensions of an ordinary one",
                ]),
                answer: 2,
            },
            [
                "Embeddings are cut to 2 and 4 dimensions. Which falls the most?",
                "Which of them chooses its dimensions by anything at all?",
                "An ordinary embedding spreads what it knows over all dimensions, since nothing asks it not to; a few at random hold little of it. Components hold what varies most, which is not quite what tells classes apart.",
            ],
        ),
        Exercise::new(
            "expected-dimension",
            ExerciseKind::Prediction {
                options: vec![
                    option("up to 12", Condition::at_most("cascade.dimension", 12.0)),
                    option("12 to 32", Condition::between("cascade.dimension", 12.0, 32.0)),
                    option("more than 32", Condition::at_least("cascade.dimension", 32.0)),
                ],
                params: Values::default(),
            },
            [
                "Each picture is answered by the shortest prefix that is sure enough, with a threshold that loses at most half a point on held-out pictures. How many of the 64 dimensions will be used on average?",
                "A digit 1 is sure at once; a shirt may never be.",
                "About 20 to 30. Shirts, coats and pullovers are unsure at every length and always go to the end, which costs 64 each; on easier data the mean is far lower.",
            ],
        ),
        Exercise::new(
            "cheap-funnel",
            ExerciseKind::Setting {
                goal: "A funnel with at most 10,000 multiply-adds a query, and a precision of nested embeddings of 50 % or more."
                    .to_owned(),
                conditions: vec![
                    Condition::at_most("funnel.cost", 10_000.0),
                    Condition::at_least("funnel.nested", 50.0),
                ],
            },
            [
                "At first the funnel takes 15,200 multiply-adds. Find settings that take at most 10,000 and still find half of what there is to find.",
                "Nearly all of the cost lies in the first stage: 3,000 stored pictures times its dimensions.",
                "Starting with 2 dimensions halves it to 6,000; a shortlist of 100 adds about 2,200. With 1,000 candidates the later stages would cost more than the first.",
            ],
        ),
    ]
}
