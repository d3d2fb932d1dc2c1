//! What two-versus-two accuracy is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "two_versus_two_cosine",
    title: "Two-versus-two accuracy, cosine",
    formula: r"\frac{2}{n(n-1)}\sum_{i<j}\bigl[\cos(y_i,\hat y_i)+\cos(y_j,\hat y_j)>\cos(y_i,\hat y_j)+\cos(y_j,\hat y_i)\bigr]",
    source: "Mitchell et al. 2008, Predicting human brain activity associated with the meanings of nouns, Science 320, supporting material",
    range: "0 to 1; 1/2 by chance",
    direction: Direction::Likeness,
    unchanged_by: &[
        "a positive factor on any stimulus of either",
        "the same rotation or reflection of the targets of both",
        "the same reordering of the stimuli of both",
    ],
    fails: "Pairs share stimuli, so its spread by chance is wider than that of as many coins; it saturates where stimuli differ much, and says nothing of size.",
}];
