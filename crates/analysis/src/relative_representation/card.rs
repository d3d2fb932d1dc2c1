//! What the relative cosine is, and when it misleads.

use super::relative_cosine;
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

const NAME: &str = "relative_cosine_all_anchors";

pub(crate) static MEASURES: &[Measure] = &[Measure {
    name: NAME,
    ends: Ends::At1,
    about: "Mean over stimuli of the cosine between their relative representations, the cosines of their answers to those of all stimuli (Moschella et al. 2023, every stimulus an anchor); −1 to 1, higher is more alike; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
    kind: MeasureKind::Activations(|x, y| {
        let anchors: Vec<usize> = (0..x.n_stimuli()).collect();
        relative_cosine(x, y, &anchors)
    }),
}];

pub(crate) static CARDS: &[Card] = &[Card {
    name: NAME,
    title: "Relative cosine, all anchors",
    formula: r"\frac1n\sum_i\cos(r^X_i,r^Y_i),\quad r^X_{ij}=\cos(x_i,x_j)",
    source: "Moschella et al. 2023, Relative representations enable zero-shot latent space communication, ICLR, section 3",
    range: "−1 to 1",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a rotation or reflection of either layer's units",
        "a positive factor on a stimulus's answers",
        "the same reordering of the stimuli of both",
    ],
    fails: "A mean that all stimuli share makes any two layers look alike, and every stimulus is its own anchor, which keeps it above 0 when there are few stimuli.",
}];
