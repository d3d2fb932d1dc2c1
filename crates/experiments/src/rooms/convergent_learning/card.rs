//! What the experiment says of itself.

use super::exercises::exercises;
use super::layer::Layer;
use super::study::FILE;
use crate::{Diagram, ExperimentCard, Needs, Paper, Param, Wing};

/// The card.
pub fn card() -> ExperimentCard {
    ExperimentCard {
        slug: "convergent-learning".to_owned(),
        title: "Do different networks learn the same units?".to_owned(),
        version: 1,
        earlier: Vec::new(),
        paper: Paper::new(
            "Convergent Learning: Do different neural networks learn the same representations?",
            &["Yixuan Li", "Jason Yosinski", "Jeff Clune", "Hod Lipson", "John Hopcroft"],
            2015,
            "ICLR 2016",
            "1511.07543",
        ),
        wing: Wing::Compare,
        claims: [
            "Some features are learned reliably: networks that start from different weights have units that answer alike, and a one-to-one matching finds them.".to_owned(),
            "Others are not: some units have no partner of their own, and several share one that they are only partly like.".to_owned(),
            "In the first layer a few units of one network predict a unit of another; deeper, only whole groups of units span the same space.".to_owned(),
        ],
        system: Diagram::new(
            &[
                ("pictures", "pictures of clothes", 1, 0),
                ("a", "network 1", 0, 1),
                ("b", "network 2, other first weights", 2, 1),
                ("units_a", "answers of its units", 0, 2),
                ("units_b", "answers of its units", 2, 2),
                ("match", "correlations, matched", 1, 3),
            ],
            &[
                ("pictures", "a", "trained"),
                ("pictures", "b", "trained"),
                ("a", "units_a", "a layer"),
                ("b", "units_b", "a layer"),
                ("units_a", "match", ""),
                ("units_b", "match", ""),
            ],
        ),
        fake: "A fake would match a network with itself, or would sort filters by their looks. Here each network has first weights and an order of pictures of its own; the same matching is held against networks that never learned and against answers in random order; and a network matched with itself, its units in another order, must give back exactly that order.".to_owned(),
        needs: Needs { gpu: false, model: None, files: vec![FILE.to_owned()], seconds_cpu: 15.0 },
        seed: 1,
        verify_seeds: vec![1, 2, 3],
        params: params(),
        exercises: exercises(),
        lesson: include_str!("lesson.md").to_owned(),
    }
}

fn params() -> Vec<Param> {
    vec![
        Param::choice(
            "layer",
            "Layer",
            "Which layer the figures show; the claims cover all three.",
            &Layer::TEXTS,
        ),
        Param::choice(
            "answers",
            "Answers",
            "Whether units are compared by what they give on or by what they add up.",
            &[("after", "after the ReLU", ""), ("before", "before the ReLU", "")],
        ),
        Param::integer("nets", "Networks", "Networks, each from first weights of its own.", [2, 5, 1, 3]),
        Param::integer(
            "epochs",
            "Epochs",
            "Rounds over the training pictures; 0: untrained networks.",
            [0, 6, 1, 3],
        ),
        Param::integer("pictures", "Training pictures", "Pictures to learn from.", [1000, 10_000, 500, 6000])
            .in_unit("pictures"),
        Param::integer(
            "width",
            "Width",
            "Filters of the first layer; the second has twice as many, the dense layer four times.",
            [8, 32, 4, 16],
        ),
        Param::integer(
            "budget",
            "Predictors",
            "Units that may be in use to predict one of another network.",
            [1, 12, 1, 6],
        ),
        Param::integer("clusters", "Clusters", "Groups of the spectral clustering.", [2, 12, 1, 8]),
        Param::flag(
            "same_start",
            "Same first weights",
            "Whether all networks start from the same weights.",
            false,
        ),
        Param::flag(
            "own_data",
            "Pictures of their own",
            "Whether each network learns from pictures that no other sees.",
            false,
        ),
    ]
}
