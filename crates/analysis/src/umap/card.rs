//! What UMAP is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "umap",
    title: "UMAP",
    formula: r"\min_Y\sum_{i<j}\left[v_{ij}\ln\frac{v_{ij}}{w_{ij}}+(1-v_{ij})\ln\frac{1-v_{ij}}{1-w_{ij}}\right],\quad w_{ij}=\frac1{1+a\lVert y_i-y_j\rVert^{2b}}",
    source: "McInnes, Healy & Melville 2018, UMAP, arXiv:1802.03426, definitions 7 to 11 and algorithms 1 to 5; details as umap-learn",
    range: "coordinates without a unit",
    direction: Direction::Distance,
    unchanged_by: &[
        "a positive factor on the distances, which leaves the graph's weights the same to 1e-5",
        "a reordering of the stimuli, which leaves the graph the same; the draws, and so the map, change",
    ],
    fails: "Distances between groups, their sizes and densities mean little, and noise shows groups; compare seeds and numbers of neighbours.",
}];
