//! What the online codelength and compression are, and when they mislead.

use crate::card::{Card, Direction};

const SOURCE: &str =
    "Voita & Titov 2020, Information-theoretic probing with minimum description length, EMNLP (online code)";

const UNCHANGED_BY: &[&str] = &[
    "a rotation or reflection of the units",
    "a constant added to any unit",
    "the same factor on all units, if C is divided by its square",
    "other numbers for the classes",
];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "codelength_online_bits",
        title: "Online codelength",
        formula: r"t_1\log_2 K-\sum_{s}\log_2 p_{\theta_s}(c_{t_s+1:t_{s+1}}\mid x_{t_s+1:t_{s+1}})",
        source: SOURCE,
        range: "above 0 bits; n log₂ K without any help from the activations",
        direction: Direction::Distance,
        unchanged_by: UNCHANGED_BY,
        fails: "It depends on the order of stimuli and on where blocks end, so it compares layers only if both are the same; overconfident probes of few stimuli can cost more than even odds.",
    },
    Card {
        name: "codelength_compression",
        title: "Compression by the online code",
        formula: r"\frac{n\log_2 K}{L_{\mathrm{online}}}",
        source: SOURCE,
        range: "above 0; 1 is no better than even odds",
        direction: Direction::Amount,
        unchanged_by: UNCHANGED_BY,
        fails: "Uneven classes alone lift it above 1; it depends on the order of stimuli and on where blocks end.",
    },
];
