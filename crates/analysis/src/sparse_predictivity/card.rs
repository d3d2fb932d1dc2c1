//! What sparse predictivity is, and when it misleads.

use super::sparse_predictivity;
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

const NAME: &str = "sparse_predictivity_tenth_5_fold";

/// Part of the least penalty that leaves all weights at 0. A choice of this crate: Li et al. 2016 try
/// several penalties; this one keeps a few units and shrinks a good single predictor by a tenth.
const TENTH: f64 = 0.1;

pub(crate) static MEASURES: &[Measure] = &[Measure {
    name: NAME,
    ends: Ends::At1,
    about: "Mean R² of the second layer's units, each predicted from a few of the first's by a lasso with a tenth of the penalty that leaves none, each stimulus by a map fitted without it (5 folds dealt with seed 0), not symmetric; at most 1, higher is more alike, below 0 where the mean predicts better; takes activations [n_stimuli, n_units] of the same stimuli (at least 5).",
    kind: MeasureKind::Activations(|x, y| Ok(sparse_predictivity(x, y, TENTH, 5, 0)?.mean)),
}];

pub(crate) static CARDS: &[Card] = &[Card {
    name: NAME,
    title: "Sparse predictivity, 5 folds",
    formula: r"\frac1q\sum_j R^2_j,\quad\min_w\frac1{2n}\lVert y_j-Xw\rVert^2+\alpha_j\lVert w\rVert_1,\ \alpha_j=0.1\,\max_k\frac{\lvert x_k^\top y_j\rvert}{n}",
    source: "Li, Yosinski, Clune, Lipson & Hopcroft 2016, Convergent learning: do different neural networks learn the same representations?, ICLR; Tibshirani 1996, Regression shrinkage and selection via the lasso, JRSS B 58",
    range: "at most 1, without a lower end",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a positive factor on any unit",
        "a constant added to any unit",
        "a reordering of either layer's units",
    ],
    fails: "The penalty shrinks every prediction, so even a layer's own units are not wholly explained; one stimulus far from all others can bring it far below 0; it is not symmetric, and which of several like units is used is left to chance.",
}];
