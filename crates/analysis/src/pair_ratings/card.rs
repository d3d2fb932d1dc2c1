//! What the agreement with ratings of pairs is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "pair_cosine_spearman",
    title: "Ratings of pairs, Spearman of cosines",
    formula: r"\rho\bigl(\mathrm{rank}\,\cos(x_{a_k},x_{b_k}),\ \mathrm{rank}\,r_k\bigr)",
    source: "Bruni, Tran & Baroni 2014, Multimodal distributional semantics, JAIR 49, section 5; interval: Bonett & Wright 2000, Psychometrika 65",
    range: "−1 to 1; 0 by chance",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a positive factor on any stimulus",
        "a rotation or reflection of the units",
        "a rising change of the ratings",
        "the same reordering of pairs and ratings",
    ],
    fails: "Pairs that are not covered are left out, and rare words are harder, so that a small vocabulary looks better than a large one: compare at the same coverage. Pairs share stimuli, so that the interval, which takes them for independent, is somewhat narrow.",
}];
