//! Questions with answers that the page can check.

use crate::{Condition, Exercise, ExerciseKind, PredictionOption, Value, Values};

/// The exercises.
pub fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    let setting = |name: &str, value| (name.to_owned(), value);
    vec![
        Exercise::new(
            "one-to-one",
            ExerciseKind::Number { answer: 12.0, tolerance: 0.01, unit: "bits".to_owned() },
            [
                "A layer gives every one of 4,096 equally likely patterns another response. What is I(X;T)?",
                "Nothing is lost: it is the entropy of the pattern.",
                "$\\log_2 4096 = 12$ bits. Networks of tanh are such maps all the time; what falls in this room is the information that is left after responses were cut into bins.",
            ],
        ),
        Exercise::new(
            "relu",
            ExerciseKind::Prediction {
                options: vec![
                    option("yes, by 1.5 bits or more", Condition::at_least("compression.rival", 1.5)),
                    option("a little, by 0.5 to 1.5 bits", Condition::between("compression.rival", 0.5, 1.5)),
                    option("no, by at most 0.5 bits", Condition::at_most("compression.rival", 0.5)),
                ],
                params: Values::default(),
            },
            [
                "The same network with ReLU answers as well. Will the last hidden layer's I(X;T) fall from its largest value too?",
                "Tanh ends at ±1, where many responses share the outermost bins. Where does ReLU end?",
                "The reading `compression.rival` decides. ReLU does not saturate on both sides, so that its responses are not pushed into the outermost bins; Saxe et al. found no compression there, and no link between compression and generalisation.",
            ],
        ),
        Exercise::new(
            "finer-bins",
            ExerciseKind::Prediction {
                options: vec![
                    option("larger", Condition::at_least("information_x.tanh", 7.0)),
                    option("about the same", Condition::between("information_x.tanh", 5.0, 7.0)),
                    option("smaller", Condition::at_most("information_x.tanh", 5.0)),
                ],
                params: Values([setting("bins", Value::Number(100.0))].into()),
            },
            [
                "Cut into 100 bins instead of 30. Where will I(X;T) of the last tanh layer end, compared with about 6 bits?",
                "Can two patterns that were apart fall into one bin when bins get finer?",
                "Finer bins can only tell more apart, so that I(X;T) grows towards 12 bits. The reading is as much about the ruler as about the layer.",
            ],
        ),
        Exercise::new(
            "when-does-it-switch",
            ExerciseKind::Setting {
                goal: "The switch comes before epoch 20, and the tanh networks have at least 90 % of the new patterns right.".to_owned(),
                conditions: vec![Condition::at_most("switch_epoch", 20.0), Condition::at_least("accuracy.tanh", 0.9)],
            },
            [
                "Read the epoch of the switch, at which I(X;T) of the last tanh layer is largest, from the second of the lines' figures. Then find a setting at which it comes before epoch 20.",
                "How fast do units grow into saturation?",
                "A larger learning rate brings the switch forward, since units saturate sooner.",
            ],
        ),
    ]
}
