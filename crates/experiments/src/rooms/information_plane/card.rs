//! What the experiment says of itself.

use super::exercises::exercises;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "information-plane".to_owned(),
        title: "Fitting, then compressing?".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Opening the Black Box of Deep Neural Networks via Information",
            &["Ravid Shwartz-Ziv", "Naftali Tishby"],
            2017,
            "arXiv preprint",
            "1703.00810",
        ),
        wing: Wing::Learning,
        claims: [
            "Training has two phases: layers first gain information about the label, then for much longer lose information about the input.".to_owned(),
            "The switch comes where the gradient’s noise overtakes its mean: drift becomes diffusion.".to_owned(),
            "Trained layers lie near the information bottleneck’s bound, and more layers reach it in fewer epochs.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("input", "4,096 patterns of 12 points on a sphere", 1, 0),
                ("tanh", "layers of 10, 7, 5, 4, 3 tanh units", 0, 1),
                ("rival", "the same in ReLU", 2, 1),
                ("label", "yes or no", 1, 2),
                ("plane", "information about pattern and label", 1, 1),
            ],
            &[
                ("input", "tanh", "trained"),
                ("input", "rival", "trained"),
                ("tanh", "label", ""),
                ("rival", "label", ""),
                ("tanh", "plane", "bins"),
                ("rival", "plane", "bins"),
            ],
        ),
        fake: "A fake would draw the two arrows. Here the points come from counting, over all patterns, and must move when the number of bins does; the estimator must give 12 bits for the input itself and 0 for a constant; networks whose labels were shuffled must know nothing about true labels; and the same network with ReLU, on which the claim is contested, stands beside it.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 24.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::choice(
            "rival",
            "Against tanh",
            "The nonlinearity that tanh is held against.",
            &[("relu", "ReLU", ""), ("linear", "linear", "")],
        ),
        Param::integer("bins", "Bins", "Equal bins that a unit’s range is cut into.", [10, 100, 5, 30]),
        Param::number(
            "trained",
            "Patterns to train on",
            "Share of the 4,096 patterns that the networks are trained on.",
            [3.0, 85.0, 1.0, 85.0],
        )
        .in_unit("%"),
        Param::integer(
            "depth",
            "Hidden layers",
            "As many as are taken of widths 10, 7, 5, 4, 3, 3.",
            [1, 6, 1, 5],
        ),
        Param::choice(
            "optimiser",
            "Optimiser",
            "How the networks learn. Plain gradient descent takes 50 times the learning rate.",
            &[("adam", "Adam", ""), ("sgd", "plain gradient descent", "")],
        ),
        Param::log_number("rate", "Learning rate", "Of Adam.", [5e-4, 1e-2, 0.1, 2e-3]),
        Param::integer(
            "epochs",
            "Epochs",
            "Passes over the patterns that are trained on.",
            [20, 8000, 20, 300],
        )
        .in_unit("epochs"),
        Param::number(
            "gamma",
            "Steepness of the rule",
            "0: labels follow from the pattern; above, they are drawn, the more by chance the smaller it is.",
            [0.0, 50.0, 0.5, 0.0],
        ),
        Param::integer("nets", "Networks", "Networks of each kind, from weights of their own.", [1, 8, 1, 4]),
    ]
}
