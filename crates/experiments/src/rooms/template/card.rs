//! What the experiment says of itself.

use crate::{
    Condition, Diagram, Exercise, ExerciseKind, ExperimentCard, Needs, Paper, Param, PredictionOption,
    Values, Wing,
};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "template".to_owned(),
        title: "The template".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new("TITLE OF THE PAPER", &["Given Family"], 2024, "VENUE", "0000.00000"),
        wing: Wing::Compare,
        claims: ["First claim.", "Second claim.", "Third claim."].map(str::to_owned),
        system: Diagram::new(
            &[("data", "samples of two classes", 0, 0), ("measure", "difference of means", 0, 1)],
            &[("data", "measure", "")],
        ),
        fake: "What would a fake look like?".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 0.1 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::number("effect", "Effect", "How far the classes lie apart.", [0.0, 2.0, 0.1, 1.0]),
        Param::integer("samples", "Samples", "Samples of each repeat.", [10, 1000, 10, 200]),
        Param::integer("repeats", "Repeats", "Repeats with draws of their own.", [2, 20, 1, 10]),
    ]
}

fn exercises() -> Vec<Exercise> {
    let option = |label: &str, condition| PredictionOption { label: label.to_owned(), condition };
    let kind = ExerciseKind::Prediction {
        options: vec![
            option("yes", Condition::at_least("difference", 0.25)),
            option("no", Condition::at_most("difference", 0.25)),
        ],
        params: Values::default(),
    };
    vec![Exercise::new(
        "differ",
        kind,
        ["Will the classes differ by 0.25 or more?", "Look at *effect*.", "They lie that far apart."],
    )]
}
