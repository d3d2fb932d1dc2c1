//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    vec![
        Exercise::new(
            "which-term",
            ExerciseKind::Choice {
                options: ["naming (cross entropy)", "rebuilding", "R1", "R2"].map(str::to_owned).into(),
                answer: 2,
            },
            [
                "Which term stops prototypes from drifting away from the pictures?",
                "One term asks something of every prototype, the other of every picture.",
                "R1 is the mean over *prototypes* of the distance to the nearest picture: no prototype may lie far from all pictures. R2 asks that every picture have a prototype near it, which a lone stray prototype does not disturb.",
            ],
        ),
        Exercise::new(
            "contribution",
            ExerciseKind::Number { answer: -3.0, tolerance: 0.01, unit: "score".to_owned() },
            [
                "A picture's squared distance to prototype 3 is 2.0, and that prototype's weight for class 7 is −1.5. What does prototype 3 add to the score of class 7?",
                "A score is the sum over prototypes of squared distance times weight.",
                "2.0 · (−1.5) = −3.0: being far from the prototype speaks against the class.",
            ],
        ),
        Exercise::new(
            "five-prototypes",
            ExerciseKind::Prediction {
                options: vec![
                    option("it collapses: below 60 %", Condition::at_most("accuracy", 0.6)),
                    option("between 60 % and 90 %", Condition::between("accuracy", 0.6, 0.9)),
                    option("hardly worse: above 90 %", Condition::at_least("accuracy", 0.9)),
                ],
                params: Values([("prototypes".to_owned(), Value::Number(5.0))].into()),
            },
            [
                "With five prototypes there are fewer of them than classes. How many test pictures does the network name rightly?",
                "Does a class need a prototype of its own, or only distances that tell it from the others?",
                "Scores are sums over the distances to *all* prototypes. Five distances are five numbers, which can tell ten classes apart; what is lost is that some classes have no prototype that looks like them.",
            ],
        ),
        Exercise::new(
            "shuffled",
            ExerciseKind::Prediction {
                options: vec![
                    option(
                        "about as well as with right labels",
                        Condition::at_most("error.shuffled_labels", 6.0),
                    ),
                    option("not at all", Condition::at_least("error.shuffled_labels", 6.0)),
                ],
                params: Values::default(),
            },
            [
                "A network is trained on labels that were dealt out at random. Its accuracy falls to chance. How well does it rebuild pictures?",
                "Which terms of the objective know of labels?",
                "Only naming knows of labels. The autoencoder learns as before, so good-looking prototypes alone prove nothing about decisions.",
            ],
        ),
    ]
}
