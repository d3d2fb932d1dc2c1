//! What RSA regression is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "rsa_regression_nnls",
    title: "RSA regression: non-negative mixture of model RDMs",
    formula: r"\arg\min_{w\ge 0}\sum_{i<j}\Bigl(d_{ij}-\sum_m w_m d^{(m)}_{ij}\Bigr)^2",
    source: "Khaligh-Razavi & Kriegeskorte 2014, Deep supervised, but not unsupervised, models may explain IT cortical representation, PLoS Computational Biology 10; Lawson & Hanson 1974, Solving least squares problems, algorithm 23.10",
    range: "weights from 0; the correlation of the mixture −1 to 1",
    direction: Direction::Likeness,
    unchanged_by: &[
        "the same reordering of the stimuli of all RDMs",
        "a reordering of the models, up to the same reordering of the weights",
        "a positive factor on a model, up to the inverse factor on its weight",
    ],
    fails: "Weights are not unique where models are alike, and the correlation is too good because the same entries were fitted; squared distances of independent parts add up, others do not.",
}];
