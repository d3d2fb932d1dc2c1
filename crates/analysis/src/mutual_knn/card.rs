//! What the mutual nearest neighbours are, and when they mislead.

use super::mutual_knn;
use crate::card::{Card, Direction};
use crate::rdm::Distance;
use crate::registry::{Ends, Measure, MeasureKind};

/// The number of neighbours that Huh et al. 2024 take.
const HUH: usize = 10;

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: "mutual_knn_10_cosine",
        ends: Ends::At1,
        about: "Mean part of the 10 nearest neighbours by cosine distance that stimuli have in common in two layers (Huh et al. 2024), ties by lower index; 0 to 1, higher is more alike, 10 / (n_stimuli − 1) by chance; takes activations [n_stimuli, n_units] of the same stimuli (at least 12).",
        kind: MeasureKind::Activations(|x, y| mutual_knn(x, y, HUH, Distance::Cosine)),
    },
    Measure {
        name: "mutual_knn_10_euclidean",
        ends: Ends::At1,
        about: "Mean part of the 10 nearest neighbours by Euclidean distance that stimuli have in common in two layers, ties by lower index; 0 to 1, higher is more alike, 10 / (n_stimuli − 1) by chance; takes activations [n_stimuli, n_units] of the same stimuli (at least 12).",
        kind: MeasureKind::Activations(|x, y| mutual_knn(x, y, HUH, Distance::Euclidean)),
    },
];

const FORMULA: &str =
    r"\frac1n\sum_{i=1}^{n}\frac{\lvert\mathcal N_{10}(x_i)\cap\mathcal N_{10}(y_i)\rvert}{10}";
const SOURCE: &str =
    "Huh, Cheung, Wang & Isola 2024, The Platonic representation hypothesis, ICML, appendix A";
const FAILS: &str = "Chance is 10 / (n_stimuli − 1), so numbers over different numbers of stimuli do not compare; it sees nothing of how far stimuli are that are no neighbours, and among repeated stimuli their order decides.";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "mutual_knn_10_cosine",
        title: "Mutual 10 nearest neighbours, cosine",
        formula: FORMULA,
        source: SOURCE,
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[
            "a rotation or reflection of either layer's units",
            "a positive factor on a stimulus's answers",
            "the same reordering of the stimuli of both",
        ],
        fails: FAILS,
    },
    Card {
        name: "mutual_knn_10_euclidean",
        title: "Mutual 10 nearest neighbours, Euclidean",
        formula: FORMULA,
        source: SOURCE,
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[
            "a rotation or reflection of either layer's units",
            "a positive factor on either layer",
            "a constant added to any unit",
            "the same reordering of the stimuli of both",
        ],
        fails: FAILS,
    },
];
