//! What t-SNE is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "tsne",
    title: "t-SNE",
    formula: r"\min_Y\sum_{i\ne j}p_{ij}\ln\frac{p_{ij}}{q_{ij}},\quad q_{ij}=\frac{(1+\lVert y_i-y_j\rVert^2)^{-1}}{\sum_{k\ne l}(1+\lVert y_k-y_l\rVert^2)^{-1}}",
    source: "Van der Maaten & Hinton 2008, Visualizing data using t-SNE, equations 1, 4 and 5; schedule as scikit-learn's TSNE; for many stimuli van der Maaten 2014, Accelerating t-SNE using tree-based algorithms",
    range: "coordinates without a unit; Kullback–Leibler divergence from 0 up, in nats",
    direction: Direction::Distance,
    unchanged_by: &["a reordering of the stimuli, but for rounding that grows with the steps"],
    fails: "Distances between groups, their sizes and densities mean nothing, and noise shows groups; compare perplexities and starts.",
}];
