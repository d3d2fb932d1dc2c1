//! What the numbers about a map are, and when they mislead.

use crate::card::{Card, Direction};

const VENNA: &str =
    "Venna & Kaski 2001, Neighborhood preservation in nonlinear projection methods: an experimental study";
const RISING: &str = "a rising function of either side's distances";
const ORDER: &str = "a reordering of the stimuli of both sides, when no two distances are equal";
const FACTOR: &str = "a positive factor on either side's distances";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "trustworthiness",
        title: "Trustworthiness of a map",
        formula: r"1-\frac2{nk(2n-3k-1)}\sum_i\sum_{j\in N_k^{\text{map}}(i)}\max(0,\,r(i,j)-k)",
        source: VENNA,
        range: "0 to 1; about ½ for a random map",
        direction: Direction::Amount,
        unchanged_by: &[RISING, ORDER],
        fails: "It says nothing of what is far apart, and hangs on the number of neighbours.",
    },
    Card {
        name: "continuity",
        title: "Continuity of a map",
        formula: r"1-\frac2{nk(2n-3k-1)}\sum_i\sum_{j\in N_k(i)}\max(0,\,r^{\text{map}}(i,j)-k)",
        source: VENNA,
        range: "0 to 1; about ½ for a random map",
        direction: Direction::Amount,
        unchanged_by: &[RISING, ORDER],
        fails: "It says nothing of what is far apart, and hangs on the number of neighbours.",
    },
    Card {
        name: "scaled_stress",
        title: "Stress at the best scale",
        formula: r"\min_b\sqrt{\frac{\sum_{i<j}(\delta_{ij}-b\,d_{ij})^2}{\sum_{i<j}\delta_{ij}^2}}",
        source: "Kruskal 1964, Multidimensional scaling by optimizing goodness of fit; Borg & Groenen 2005, Modern multidimensional scaling, section 11.1",
        range: "0 to 1",
        direction: Direction::Distance,
        unchanged_by: &[FACTOR, ORDER],
        fails: "Large distances decide it, and maps that keep neighbours alone score badly though they do what they are for.",
    },
];
