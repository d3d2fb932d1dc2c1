//! What variance partitioning is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "variance_partition_r2_pooled",
    title: "Variance partitioning of held-out R²",
    formula: r"\text{unique}_A=R^2_{AB}-R^2_B,\quad \text{shared}_{AB}=R^2_A+R^2_B-R^2_{AB}",
    source: "Borcard, Legendre & Drapeau 1992, Partialling out the spatial component of ecological variation, Ecology 73; de Heer et al. 2017, The hierarchical cortical organization of human speech processing, Journal of Neuroscience 37",
    range: "at most 1; parts may be negative, and sum to the R² of all spaces",
    direction: Direction::Amount,
    unchanged_by: &[
        "a rotation or reflection of the units of any one space",
        "a constant added to any unit or target",
        "a reordering of the spaces, up to the same reordering of the parts",
    ],
    fails: "Negative parts come of suppression or of overfitting by the larger model and mean no negative variance; one common alpha favours the space of larger scale.",
}];
