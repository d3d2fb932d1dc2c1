//! What the variants of CKA are, and when they mislead.

use super::{CKAS, Cka, cka};
use crate::card::{Card, Direction};
use crate::registry::{Measure, MeasureKind};

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: CKAS[0].name,
        about: CKAS[0].about,
        kind: MeasureKind::Activations(|x, y| cka(x, y, Cka::LinearBiased)),
    },
    Measure {
        name: CKAS[1].name,
        about: CKAS[1].about,
        kind: MeasureKind::Activations(|x, y| cka(x, y, Cka::LinearDebiased)),
    },
];

const UNCHANGED_BY: &[&str] = &[
    "a rotation or reflection of either layer's units",
    "a positive factor on either layer",
    "a constant added to any unit",
    "the same reordering of the stimuli of both",
];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "cka_linear_biased",
        title: "Linear CKA, biased",
        formula: r"\frac{\lVert Y^\top X\rVert_F^2}{\lVert X^\top X\rVert_F\,\lVert Y^\top Y\rVert_F}",
        source: "Kornblith et al. 2019, Similarity of neural network representations revisited, ICML, equation 3",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "With more units than stimuli it nears 1 for unrelated layers; a few directions of large variance decide it.",
    },
    Card {
        name: "cka_linear_debiased",
        title: "Linear CKA, debiased",
        formula: r"\frac{\mathrm{HSIC}_1(K,L)}{\sqrt{\mathrm{HSIC}_1(K,K)\,\mathrm{HSIC}_1(L,L)}}",
        source: "Song et al. 2012, Feature selection via dependence maximization, JMLR 13, equation 5; Murphy, Zylberberg & Fyshe 2024",
        range: "at most 1; around 0 for unrelated layers, and then often negative",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "It spreads widely when there are few stimuli; a few directions of large variance decide it.",
    },
];
