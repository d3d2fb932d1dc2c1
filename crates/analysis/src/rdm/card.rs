//! What the distances are, and when they mislead.

use crate::card::{Card, Direction};

const SOURCE: &str = "Kriegeskorte, Mur & Bandettini 2008, Representational similarity analysis, Frontiers in Systems Neuroscience 2:4";
const ROTATION: &str = "a rotation or reflection of the units";
const SHIFT: &str = "a constant added to any unit";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "squared_euclidean_per_unit",
        title: "Squared Euclidean distance per unit",
        formula: r"\frac1p\sum_u (x_u-y_u)^2",
        source: SOURCE,
        range: "0 up, in activation²",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SHIFT],
        fails: "Noise in the activations adds to every distance; units of large variance decide it.",
    },
    Card {
        name: "euclidean",
        title: "Euclidean distance",
        formula: r"\sqrt{\sum_u (x_u-y_u)^2}",
        source: SOURCE,
        range: "0 up, in activation",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, SHIFT],
        fails: "It grows with the number of units and with noise; units of large variance decide it.",
    },
    Card {
        name: "correlation",
        title: "Correlation distance",
        formula: r"1-\operatorname{corr}_u(x,y)",
        source: SOURCE,
        range: "0 to 2",
        direction: Direction::Distance,
        unchanged_by: &[
            "a constant added to a stimulus's answers",
            "a positive factor on a stimulus's answers",
        ],
        fails: "It sees no difference in overall strength, and depends on where 0 lies for each unit.",
    },
    Card {
        name: "cosine",
        title: "Cosine distance",
        formula: r"1-\frac{x\cdot y}{\lVert x\rVert\,\lVert y\rVert}",
        source: SOURCE,
        range: "0 to 2",
        direction: Direction::Distance,
        unchanged_by: &[ROTATION, "a positive factor on a stimulus's answers"],
        fails: "It sees no difference in strength, and a mean that all stimuli share makes all of them look alike.",
    },
];
