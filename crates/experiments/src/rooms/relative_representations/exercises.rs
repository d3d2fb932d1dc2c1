//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "by-hand",
            ExerciseKind::Number { answer: 0.707, tolerance: 0.01, unit: String::new() },
            [
                "A point lies at (2, 2), one anchor at (5, 0), another at (0, −1). What is the first number of the point's relative representation?",
                "It is the cosine of an angle: lengths do not count.",
                "The point lies 45° off the first anchor: cos 45° ≈ 0.707. The second number is cos 135° ≈ −0.707.",
            ],
        ),
        Exercise::new(
            "what-leaves-it",
            ExerciseKind::Choice {
                options: [
                    "rotations, reflections and one factor for all",
                    "any invertible matrix",
                    "moving all points by the same vector",
                    "a factor of its own for each axis",
                ]
                .map(str::to_owned)
                .into(),
                answer: 0,
            },
            [
                "Which changes of a latent space leave relative representations by cosine as they are?",
                "Which of them keep the angles between points, seen from the origin?",
                "Angles stay under rotations and reflections, and under one factor for all. A shift moves the origin that angles are seen from, and a shear bends them.",
            ],
        ),
        Exercise::new(
            "ten-anchors",
            ExerciseKind::Prediction {
                options: vec![
                    option("below 0.2", Condition::at_most("mrr.10", 0.2)),
                    option("between 0.2 and 0.6", Condition::between("mrr.10", 0.2, 0.6)),
                    option("above 0.6", Condition::at_least("mrr.10", 0.6)),
                ],
                params: Values::default(),
            },
            [
                "With 300 anchors most words find themselves in the other table at once. What is the mean reciprocal rank with ten anchors?",
                "Ten angles are ten numbers, for vectors of fifty.",
                "Ten angles tell hundreds of words apart only roughly: it takes about as many anchors as the space has dimensions.",
            ],
        ),
        Exercise::new(
            "shear",
            ExerciseKind::Prediction {
                options: vec![
                    option("at most 5 points", Condition::at_most("loss", 5.0)),
                    option("more than 5 points", Condition::at_least("loss", 5.0)),
                ],
                params: Values::default(),
            },
            [
                "Shear the second classifier's space so that its longest axis is stretched ten times, anchors and all. How much does the first one's head lose on its angles?",
                "Anchors are sheared along with everything else. Are the angles to them the same?",
                "A shear is no isometry: angles change, and a head that reads them loses some of what it knew. A rotation would cost nothing at all.",
            ],
        ),
    ]
}
