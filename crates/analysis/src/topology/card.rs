//! What the topological analyses are, and when they mislead.

use crate::card::{Card, Direction};

const LIN: &str = "Lin & Kriegeskorte 2024, The topology and geometry of neural representations, PNAS 121(42), arXiv 2309.11028";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "rank_transform",
        title: "Ranks of distances",
        formula: r"d_k \mapsto \operatorname{rank} d_k",
        source: LIN,
        range: "1 to n(n − 1)/2",
        direction: Direction::Distance,
        unchanged_by: &["a strictly increasing function of the entries"],
        fails: "Differences between distances that are noise only become as large as any others.",
    },
    Card {
        name: "geo_topological_transform",
        title: "Geo-topological transform",
        formula: r"d \mapsto \min\left(1, \max\left(0, \frac{d-q_l}{q_u-q_l}\right)\right)",
        source: LIN,
        range: "0 to 1",
        direction: Direction::Distance,
        unchanged_by: &["a positive factor on the RDM", "a constant added to the RDM"],
        fails: "The quantiles decide what counts as near and far, and the right ones are not known; with many equal distances they coincide.",
    },
    Card {
        name: "geodesic_distance",
        title: "Geodesic distance",
        formula: r"\min_{\text{ways } i=s_0,\dots,s_L=j} \sum_l d_{s_{l-1}s_l}",
        source: "Tenenbaum, de Silva & Langford 2000, A global geometric framework for nonlinear dimensionality reduction, Science 290",
        range: "0 up, in the unit of the RDM",
        direction: Direction::Distance,
        unchanged_by: &["a larger distance between stimuli that are not joined"],
        fails: "One wrong join shortens many ways: with too many neighbours the geometry is the given one, with too few it falls apart.",
    },
    Card {
        name: "vietoris_rips_barcode",
        title: "Barcode of the Vietoris–Rips complex, Betti numbers 0 and 1",
        formula: r"b_0(t) = n-\operatorname{rank}\partial_1,\quad b_1(t) = |E_t|-\operatorname{rank}\partial_1-\operatorname{rank}\partial_2",
        source: "Edelsbrunner, Letscher & Zomorodian 2002, Topological persistence and simplification; Bauer 2021, Ripser",
        range: "components 1 to n_stimuli, loops 0 up, thresholds in the unit of the RDM",
        direction: Direction::Amount,
        unchanged_by: &["a reordering of the stimuli"],
        fails: "Few stimuli or noise make short bars that mean nothing; a single stimulus across a loop fills it.",
    },
];
