//! What the variants of CKA are, and when they mislead.

use super::{CKAS, Cka, Hsic, cka, cka_rbf, kernel_alignment_linear};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: CKAS[0].name,
        ends: Ends::At1,
        about: CKAS[0].about,
        kind: MeasureKind::Activations(|x, y| cka(x, y, Cka::LinearBiased)),
    },
    Measure {
        name: CKAS[1].name,
        ends: Ends::At1,
        about: CKAS[1].about,
        kind: MeasureKind::Activations(|x, y| cka(x, y, Cka::LinearDebiased)),
    },
    Measure {
        name: "cka_rbf_median_biased",
        ends: Ends::At1,
        about: "Centred kernel alignment with a radial basis function kernel as wide as the median distance between stimuli (Kornblith et al. 2019, fraction 1) and the biased HSIC; 0 to 1, higher is more alike, inflated with few stimuli; takes activations [n_stimuli, n_units] of the same stimuli (at least 2).",
        kind: MeasureKind::Activations(|x, y| cka_rbf(x, y, MEDIAN, Hsic::Biased)),
    },
    Measure {
        name: "cka_rbf_median_debiased",
        ends: Ends::At1,
        about: "Centred kernel alignment with a radial basis function kernel as wide as the median distance between stimuli (Kornblith et al. 2019, fraction 1) and the unbiased HSIC; at most 1, higher is more alike, 0 on average for unrelated layers and then often negative; takes activations [n_stimuli, n_units] of the same stimuli (at least 4).",
        kind: MeasureKind::Activations(|x, y| cka_rbf(x, y, MEDIAN, Hsic::Debiased)),
    },
    Measure {
        name: "kernel_alignment_linear",
        ends: Ends::At1,
        about: "Cosine of the angle between the matrices of inner products of two layers, no mean taken away (Cristianini et al. 2001); 0 to 1, higher is more alike; takes activations [n_stimuli, n_units] of the same stimuli.",
        kind: MeasureKind::Activations(kernel_alignment_linear),
    },
];

/// The kernel's width as a fraction of the median distance.
const MEDIAN: f64 = 1.0;

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
    Card {
        name: "cka_rbf_median_biased",
        title: "RBF CKA at the median distance, biased",
        formula: r"\frac{\operatorname{tr}(KHLH)}{\sqrt{\operatorname{tr}(KHKH)\operatorname{tr}(LHLH)}},\quad K_{ij}=\exp\frac{-\lVert x_i-x_j\rVert^2}{2\operatorname{median}^2}",
        source: "Kornblith et al. 2019, Similarity of neural network representations revisited, ICML, section 4 and table 2",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "With few stimuli or many units it nears 1 for unrelated layers; the width follows the median, so one far cluster changes what counts as near.",
    },
    Card {
        name: "cka_rbf_median_debiased",
        title: "RBF CKA at the median distance, debiased",
        formula: r"\frac{\mathrm{HSIC}_1(K,L)}{\sqrt{\mathrm{HSIC}_1(K,K)\,\mathrm{HSIC}_1(L,L)}},\quad K_{ij}=\exp\frac{-\lVert x_i-x_j\rVert^2}{2\operatorname{median}^2}",
        source: "Kornblith et al. 2019, Similarity of neural network representations revisited, ICML, section 4; Song et al. 2012, Feature selection via dependence maximization, JMLR 13, equation 5",
        range: "at most 1; around 0 for unrelated layers, and then often negative",
        direction: Direction::Likeness,
        unchanged_by: UNCHANGED_BY,
        fails: "It spreads widely when there are few stimuli; the width follows the median, so one far cluster changes what counts as near.",
    },
    Card {
        name: "kernel_alignment_linear",
        title: "Linear kernel alignment, uncentred",
        formula: r"\frac{\lVert Y^\top X\rVert_F^2}{\lVert X^\top X\rVert_F\,\lVert Y^\top Y\rVert_F}\ \text{(units not centred)}",
        source: "Cristianini, Shawe-Taylor, Elisseeff & Kandola 2001, On kernel-target alignment, NeurIPS, definition 1",
        range: "0 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[
            "a rotation or reflection of either layer's units",
            "a positive factor on either layer",
            "the same reordering of the stimuli of both",
        ],
        fails: "Any two layers whose units have a mean, as after a rectifier, look alike; take cka_linear_debiased unless 0 has a meaning.",
    },
];
