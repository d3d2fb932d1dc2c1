//! What ridge encoding's scores are, and when they mislead.

use crate::card::{Card, Direction};

const SOURCE: &str = "Hoerl & Kennard 1970, Ridge regression, Technometrics 12, equation 2.1; Naselaris et al. 2011, Encoding and decoding in fMRI, NeuroImage 56";

const UNCHANGED_BY: &[&str] = &[
    "a rotation or reflection of the units",
    "a constant added to any unit",
    "a constant added to any target",
    "a positive factor on all targets",
    "the same factor on all units, if alphas take its square",
];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "ridge_encoding_r2_pooled",
        title: "Ridge encoding, R² of held-out predictions",
        formula: r"1-\frac{\sum_i (y_i-\hat y_i)^2}{\sum_i (y_i-\bar y)^2},\quad \hat y_i \text{ from } \arg\min_{\beta,\beta_0}\lVert y-X\beta-\beta_0\rVert^2+\alpha\lVert\beta\rVert^2",
        source: SOURCE,
        range: "at most 1; 0 is as good as the mean, below 0 worse",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "It is slightly below 0 for unrelated targets, and folds that part neighbours in time or near-duplicates make it too good; it is bounded by the noise of the targets.",
    },
    Card {
        name: "ridge_encoding_pearson_pooled",
        title: "Ridge encoding, Pearson's r of held-out predictions",
        formula: r"\operatorname{corr}_i(y_i,\hat y_i),\quad \hat y_i \text{ from } \arg\min_{\beta,\beta_0}\lVert y-X\beta-\beta_0\rVert^2+\alpha\lVert\beta\rVert^2",
        source: SOURCE,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "It does not see predictions of the wrong size; for unrelated targets it is below 0 rather than 0, because each fold's training mean leans away from what it tests.",
    },
];
