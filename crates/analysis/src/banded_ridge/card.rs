//! What banded ridge encoding is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "banded_ridge_encoding_r2_pooled",
    title: "Banded ridge encoding, R² of held-out predictions",
    formula: r"1-\frac{\sum_i (y_i-\hat y_i)^2}{\sum_i (y_i-\bar y)^2},\quad \hat y_i \text{ from } \arg\min_{\beta,\beta_0}\lVert y-\sum_s X_s\beta_s-\beta_0\rVert^2+\sum_s\tfrac{\alpha}{w_s}\lVert\beta_s\rVert^2",
    source: "Nunez-Elizalde, Huth & Gallant 2019, Voxelwise encoding models with non-spherical multivariate normal priors, NeuroImage 197; Dupré la Tour et al. 2022, NeuroImage 264",
    range: "at most 1; 0 is as good as the mean, below 0 worse",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a rotation or reflection of the units of any one space",
        "a constant added to any unit",
        "a constant added to any target",
        "the same reordering of the spaces and of their weights",
    ],
    fails: "Which space gets the weight is arbitrary where spaces predict alike, and a random search of few weights may miss the best ones.",
}];
