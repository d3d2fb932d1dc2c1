//! What the distances of noisy measurements are, and when they mislead.

use crate::card::{Card, Direction};

const SOURCE: &str = "Walther et al. 2016, Reliability of dissimilarity measures for multi-voxel pattern analysis, NeuroImage 137";
const LINEAR: &str = "an invertible linear map of the units, if the noise covariance follows it";
const SHIFT: &str = "a constant added to any unit";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "squared_mahalanobis_per_unit",
        title: "Squared Mahalanobis distance per unit",
        formula: r"\frac1p (x-y)^\top \Sigma^{-1} (x-y)",
        source: SOURCE,
        range: "0 up, in units of the noise variance",
        direction: Direction::Distance,
        unchanged_by: &[LINEAR, SHIFT],
        fails: "Noise in the means adds to every distance, more where a condition has fewer measurements; a poorly estimated covariance adds noise of its own.",
    },
    Card {
        name: "crossnobis",
        title: "Cross-validated squared Mahalanobis distance per unit",
        formula: r"\frac1{pM}\sum_m (x_m-y_m)^\top \Sigma^{-1} (x_{\neg m}-y_{\neg m})",
        source: SOURCE,
        range: "0 on average for equal conditions, negative and positive, in units of the noise variance",
        direction: Direction::Distance,
        unchanged_by: &[LINEAR, SHIFT, "a constant added to any unit in one partition"],
        fails: "If noise is shared between partitions, as a drift over a session, it is biased again; single estimates may be negative, and are not to be cut off before they are averaged.",
    },
];
