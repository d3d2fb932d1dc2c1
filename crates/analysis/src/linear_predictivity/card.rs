//! What linear predictivity is, and when it misleads.

use super::linear_predictivity;
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

const NAME: &str = "linear_predictivity_5_fold";

pub(crate) static MEASURES: &[Measure] = &[Measure {
    name: NAME,
    ends: Ends::At1,
    about: "Mean R² of the second layer's units predicted from the first's by least squares, each stimulus by a map fitted without it (5 folds dealt with seed 0), not symmetric; at most 1, higher is more alike, below 0 where the mean predicts better; takes activations [n_stimuli, n_units] of the same stimuli (at least 5).",
    kind: MeasureKind::Activations(|x, y| Ok(linear_predictivity(x, y, 5, 0)?.mean)),
}];

pub(crate) static CARDS: &[Card] = &[Card {
    name: NAME,
    title: "Linear predictivity, 5 folds",
    formula: r"\frac1q\sum_{j=1}^{q}\Bigl(1-\frac{\sum_i(y_{ij}-\hat y_{ij})^2}{\sum_i(y_{ij}-\bar y_j)^2}\Bigr),\quad\hat y_i\text{ fitted without fold of }i",
    source: "Yamins et al. 2014, Performance-optimized hierarchical models predict neural responses in higher visual cortex, PNAS 111(23); least squares of least norm in place of partial least squares",
    range: "at most 1, without a lower end",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a rotation or reflection of the first layer's units",
        "a positive factor on either layer",
        "a positive factor on any unit of the second layer",
        "a constant added to any unit",
        "a reordering of either layer's units",
    ],
    fails: "There is no penalty: with about as many units as fitted stimuli, or one stimulus far from all others, it falls far below 0; it is not symmetric, and a wide layer predicts any other well.",
}];
