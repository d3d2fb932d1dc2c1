//! What the experiment says of itself.

use super::exercises::exercises;
use super::feature::Feature;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "feature-biases".to_owned(),
        title: "Easy features take the room".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Learned feature representations are biased by complexity, learning order, position, and more",
            &["Andrew Kyle Lampinen", "Stephanie C. Y. Chan", "Katherine Hermann"],
            2024,
            "TMLR 2024",
            "2405.05847",
        ),
        wing: Wing::Learning,
        claims: [
            "A network that answers two questions perfectly need not represent them equally: the easier feature takes most of a layer’s variance.".to_owned(),
            "How much room a feature gets depends on its complexity, on when it was learned and on how often it is asked for, and not only on what it is needed for.".to_owned(),
            "Measures that follow variance, such as principal components and representational similarity analysis, therefore see the easy feature and overlook the hard one.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("input", "24 random signs", 1, 0),
                ("hidden", "three layers of 64 units", 1, 1),
                ("easy", "easy answer: x1", 0, 2),
                ("hard", "hard answer: x2·x3", 2, 2),
                ("variance", "variance explained by each feature", 1, 2),
            ],
            &[
                ("input", "hidden", ""),
                ("hidden", "easy", "trained"),
                ("hidden", "hard", "trained"),
                ("hidden", "variance", "least squares"),
            ],
        ),
        fake: "A fake would stop before the hard feature is learned, so that the bias is nothing but a difference in accuracy. Here no share of variance counts unless every network of every task has at least 99.9 % of both answers right, and a second pair of features that are equally easy must share alike.".to_owned(),
        needs: Needs { gpu: false, model: None, files: Vec::new(), seconds_cpu: 22.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3, 4, 5],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    let hard = Feature::HARD.map(|(_, texts)| texts);
    vec![
        Param::choice(
            "hard",
            "Hard feature",
            "What the networks of the figures learn beside the easy feature; the claims cover both.",
            &hard,
        ),
        Param::choice(
            "activation",
            "Nonlinearity",
            "Of the hidden layers.",
            &[("relu", "ReLU", ""), ("tanh", "tanh", ""), ("gelu", "GELU", "")],
        ),
        Param::integer("width", "Hidden units", "Units of each hidden layer.", [16, 256, 16, 64]),
        Param::integer("depth", "Hidden layers", "How many there are.", [1, 5, 1, 3]),
        Param::log_number(
            "gain",
            "Size of the first weights",
            "Standard deviation of the first weights, times the root of the number of units that feed them; 1.41 keeps the size of ReLU layers (He et al. 2015).",
            [0.3, 3.0, 0.05, 1.41],
        ),
        Param::choice(
            "optimiser",
            "Optimiser",
            "How the networks learn. Plain gradient descent takes 200 times the learning rate, with momentum 20 times.",
            &[
                ("adam", "Adam", ""),
                ("sgd", "plain gradient descent", ""),
                ("momentum", "gradient descent with momentum", ""),
            ],
        ),
        Param::log_number("rate", "Learning rate", "Of Adam.", [1e-4, 1e-2, 0.1, 1e-3]),
        Param::integer("steps", "Steps", "Steps of training, each on 128 fresh inputs.", [100, 10_000, 100, 600])
            .in_unit("steps"),
        Param::number(
            "prevalence",
            "How often the easy answer counts",
            "Share of the inputs on which the easy answer’s loss counts; the hard one’s always does.",
            [0.05, 1.0, 0.05, 1.0],
        ),
        Param::integer(
            "nets",
            "Networks",
            "Networks of each task, from weights of their own.",
            [2, 10, 1, 5],
        ),
        Param::flag(
            "order",
            "Order",
            "Whether to train the networks too that learn the hard feature first.",
            true,
        ),
        Param::integer(
            "alone",
            "Head start",
            "Steps with the hard feature alone, at most; both are trained for half the number of steps after that.",
            [100, 4000, 100, 300],
        )
        .in_unit("steps"),
    ]
}
