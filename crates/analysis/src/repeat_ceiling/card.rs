//! What the noise ceilings are, and when they mislead.

use crate::card::{Card, Direction};

const UNCHANGED_BY: &[&str] = &[
    "a positive factor on a target",
    "a constant added to a target",
    "a reordering of the repeats",
    "the same reordering of the stimuli of all repeats",
];

const FAILS: &str = "What repeats share but stimuli did not cause, such as drift in step with their order, counts as signal; with few repeats and stimuli it is uncertain, and single targets may exceed it.";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "noise_ceiling_r2_of_mean",
        title: "Noise ceiling: most R² on the mean over repeats",
        formula: r"\frac{\sigma^2_s}{\sigma^2_s+\sigma^2_n/R},\quad \sigma^2_s=\max\bigl(0,\operatorname{var}_i(\bar y_i)-\sigma^2_n/R\bigr)",
        source: "Lage-Castellanos et al. 2019, Methods for computing the maximum performance of computational models of fMRI responses, PLoS Computational Biology 15; Allen et al. 2022, A massive 7T fMRI dataset, Nature Neuroscience 25, Methods",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: FAILS,
    },
    Card {
        name: "explainable_variance_corrected",
        title: "Explainable variance, corrected",
        formula: r"E-\frac{1-E}{R-1},\quad E=\frac{\operatorname{var}_i(\bar y_i)}{\frac1R\sum_r\operatorname{var}_i(y_{ir})}",
        source: "Sahani & Linden 2003, How linear are auditory cortical responses, NIPS; Dupré la Tour et al. 2025, The Voxelwise Encoding Model framework",
        range: "at most 1; around 0 for noise, and then often negative",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: FAILS,
    },
];
