//! What the measures of information are, and when they mislead.

use super::InformationUnit::{Bits, Nats};
use super::{
    KdeBound, KsgAlgorithm, binned_label_information, binned_mutual_information, binned_stimulus_information,
    kde_label_information, kde_stimulus_information, ksg_mutual_information,
};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind, Summary, SummaryKind};

/// Shwartz-Ziv & Tishby 2017.
const BINS: usize = 30;
/// Saxe et al. 2018, appendix.
const NOISE: f64 = 0.1;
/// Kraskov et al. 2004 propose 2 to 4; scikit-learn takes 3.
const NEIGHBOURS: usize = 3;

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: "mi_ksg1_3_nats",
        ends: Ends::Nowhere,
        about: "Mutual information from 3 nearest neighbours, Kraskov et al. 2004's first algorithm, in nats; around 0 for unrelated layers and then often below, higher shares more; takes activations [n_stimuli, n_units] of the same stimuli (at least 4).",
        kind: MeasureKind::Activations(|x, y| {
            ksg_mutual_information(x, y, NEIGHBOURS, KsgAlgorithm::One, Nats)
        }),
    },
    Measure {
        name: "mi_ksg2_3_nats",
        ends: Ends::Nowhere,
        about: "Mutual information from 3 nearest neighbours, Kraskov et al. 2004's second algorithm, in nats; around 0 for unrelated layers and then often below, higher shares more; takes activations [n_stimuli, n_units] of the same stimuli (at least 4).",
        kind: MeasureKind::Activations(|x, y| {
            ksg_mutual_information(x, y, NEIGHBOURS, KsgAlgorithm::Two, Nats)
        }),
    },
    Measure {
        name: "mi_binned_30_bits",
        ends: Ends::Nowhere,
        about: "Mutual information of the cells of two layers, 30 equally wide bins a unit over each layer's range, in bits; 0 to log₂ n_stimuli, higher shares more; takes activations [n_stimuli, n_units] of the same stimuli.",
        kind: MeasureKind::Activations(|x, y| binned_mutual_information(x, y, BINS, Bits)),
    },
];

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "stimulus_information_binned_30_bits",
        about: "Entropy of the layer's cells, 30 equally wide bins a unit over the layer's range, in bits; 0 to log₂ n_stimuli, higher tells more stimuli apart; takes activations [n_stimuli, n_units].",
        kind: SummaryKind::Activations(|x| binned_stimulus_information(x, BINS, Bits)),
    },
    Summary {
        name: "label_information_binned_30_bits",
        about: "Mutual information of the layer's cells and the classes, 30 equally wide bins a unit over the layer's range, in bits; 0 to the entropy of the classes; takes activations [n_stimuli, n_units] and labels.",
        kind: SummaryKind::Labelled(|x, labels| binned_label_information(x, labels, BINS, Bits)),
    },
    Summary {
        name: "stimulus_information_kde_upper_0_1_nats",
        about: "Upper bound on the information on the stimuli of answers with Gaussian noise of variance 0.1 (Kolchinsky & Tracey 2017), in nats; 0 to ln n_stimuli, higher tells more stimuli apart; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| kde_stimulus_information(x, NOISE, KdeBound::Upper, Nats)),
    },
    Summary {
        name: "stimulus_information_kde_lower_0_1_nats",
        about: "Lower bound on the information on the stimuli of answers with Gaussian noise of variance 0.1 (Kolchinsky & Tracey 2017), in nats; 0 to ln n_stimuli, higher tells more stimuli apart; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(|x| kde_stimulus_information(x, NOISE, KdeBound::Lower, Nats)),
    },
    Summary {
        name: "label_information_kde_upper_0_1_nats",
        about: "Information on the classes of answers with Gaussian noise of variance 0.1, difference of upper bounds (Saxe et al. 2018), in nats; about 0 to the entropy of the classes; takes activations [n_stimuli, n_units] and labels (at least 2 stimuli).",
        kind: SummaryKind::Labelled(|x, labels| {
            kde_label_information(x, labels, NOISE, KdeBound::Upper, Nats)
        }),
    },
    Summary {
        name: "label_information_kde_lower_0_1_nats",
        about: "Information on the classes of answers with Gaussian noise of variance 0.1, difference of lower bounds (Saxe et al. 2018), in nats; about 0 to the entropy of the classes; takes activations [n_stimuli, n_units] and labels (at least 2 stimuli).",
        kind: SummaryKind::Labelled(|x, labels| {
            kde_label_information(x, labels, NOISE, KdeBound::Lower, Nats)
        }),
    },
];

const BINNED: &str = "Shwartz-Ziv & Tishby 2017, Opening the black box of deep neural networks via information; Saxe et al. 2018, ICLR, appendix";
const KDE: &str = "Kolchinsky & Tracey 2017, Estimating mixture entropy with pairwise distances, Entropy 19(7), section 4; Saxe et al. 2018, ICLR, appendix";
const KSG_FAILS: &str = "With strong dependence or many units it comes out far too low unless stimuli are very many; it is not for answers that repeat, as rectified ones do.";
const BINNED_FAILS: &str = "With more than a few units each stimulus has a cell of its own and it is the entropy of the other input; the number of bins decides what is found.";
const KDE_FAILS: &str = "The variance of the noise is a choice that decides what is found: large activations are all told apart, small ones not at all.";
const ROTATION: &str = "a rotation or reflection of the units";
const SHIFT: &str = "a constant added to any unit";
const COMMON_FACTOR: &str = "a positive factor on the layer";
const COMMON_SHIFT: &str = "a constant added to the layer";
const UNIT_ORDER: &str = "a reordering of the units";
const ORDER: &str = "a reordering of the stimuli";
const LABELLED_ORDER: &str = "a reordering of the stimuli and their labels";
const BOTH_ORDER: &str = "the same reordering of the stimuli of both";
const BOTH_FACTOR: &str = "the same positive factor on both layers";
const NAMES: &str = "other numbers for the classes";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "mi_ksg1_3_nats",
        title: "Mutual information, KSG 1",
        formula: r"\psi(k)+\psi(n)-\langle\psi(n_x+1)+\psi(n_y+1)\rangle",
        source: "Kraskov, Stögbauer & Grassberger 2004, Estimating mutual information, Physical Review E 69:066138, equation 8",
        range: "around 0 up, in nats",
        direction: Direction::Likeness,
        unchanged_by: &[SHIFT, UNIT_ORDER, BOTH_FACTOR, BOTH_ORDER],
        fails: KSG_FAILS,
    },
    Card {
        name: "mi_ksg2_3_nats",
        title: "Mutual information, KSG 2",
        formula: r"\psi(k)-\frac1k+\psi(n)-\langle\psi(n_x)+\psi(n_y)\rangle",
        source: "Kraskov, Stögbauer & Grassberger 2004, Estimating mutual information, Physical Review E 69:066138, equation 9",
        range: "around 0 up, in nats",
        direction: Direction::Likeness,
        unchanged_by: &[SHIFT, UNIT_ORDER, BOTH_FACTOR, BOTH_ORDER],
        fails: KSG_FAILS,
    },
    Card {
        name: "mi_binned_30_bits",
        title: "Mutual information, 30 bins",
        formula: r"H(X)+H(Y)-H(X,Y),\quad H=-\sum p\log_2 p",
        source: BINNED,
        range: "0 to log₂ n_stimuli, in bits",
        direction: Direction::Likeness,
        unchanged_by: &[COMMON_SHIFT, COMMON_FACTOR, UNIT_ORDER, BOTH_ORDER],
        fails: BINNED_FAILS,
    },
    Card {
        name: "stimulus_information_binned_30_bits",
        title: "Information on the stimuli, 30 bins",
        formula: r"H(T)=-\sum_c p_c\log_2 p_c",
        source: BINNED,
        range: "0 to log₂ n_stimuli, in bits",
        direction: Direction::Amount,
        unchanged_by: &[COMMON_SHIFT, COMMON_FACTOR, UNIT_ORDER, ORDER],
        fails: BINNED_FAILS,
    },
    Card {
        name: "label_information_binned_30_bits",
        title: "Information on the classes, 30 bins",
        formula: r"H(T)+H(Y)-H(T,Y),\quad H=-\sum p\log_2 p",
        source: BINNED,
        range: "0 to the entropy of the classes, in bits",
        direction: Direction::Amount,
        unchanged_by: &[COMMON_SHIFT, COMMON_FACTOR, UNIT_ORDER, LABELLED_ORDER, NAMES],
        fails: BINNED_FAILS,
    },
    Card {
        name: "stimulus_information_kde_upper_0_1_nats",
        title: "Information on the stimuli, upper bound with noise",
        formula: r"-\frac1n\sum_i\ln\frac1n\sum_j\exp\Big(-\frac{\lVert x_i-x_j\rVert^2}{2\sigma^2}\Big),\quad\sigma^2=0.1",
        source: KDE,
        range: "0 to ln n_stimuli, in nats",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, SHIFT, ORDER],
        fails: KDE_FAILS,
    },
    Card {
        name: "stimulus_information_kde_lower_0_1_nats",
        title: "Information on the stimuli, lower bound with noise",
        formula: r"-\frac1n\sum_i\ln\frac1n\sum_j\exp\Big(-\frac{\lVert x_i-x_j\rVert^2}{8\sigma^2}\Big),\quad\sigma^2=0.1",
        source: KDE,
        range: "0 to ln n_stimuli, in nats",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, SHIFT, ORDER],
        fails: KDE_FAILS,
    },
    Card {
        name: "label_information_kde_upper_0_1_nats",
        title: "Information on the classes, with noise, from upper bounds",
        formula: r"\hat I(T;X)-\sum_y p_y\,\hat I(T;X\mid y),\quad \hat I=-\frac1n\sum_i\ln\frac1n\sum_j\exp\Big(-\frac{\lVert x_i-x_j\rVert^2}{2\sigma^2}\Big)",
        source: KDE,
        range: "about 0 to the entropy of the classes, in nats",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, SHIFT, LABELLED_ORDER, NAMES],
        fails: KDE_FAILS,
    },
    Card {
        name: "label_information_kde_lower_0_1_nats",
        title: "Information on the classes, with noise, from lower bounds",
        formula: r"\hat I(T;X)-\sum_y p_y\,\hat I(T;X\mid y),\quad \hat I=-\frac1n\sum_i\ln\frac1n\sum_j\exp\Big(-\frac{\lVert x_i-x_j\rVert^2}{8\sigma^2}\Big)",
        source: KDE,
        range: "about 0 to the entropy of the classes, in nats",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, SHIFT, LABELLED_ORDER, NAMES],
        fails: KDE_FAILS,
    },
];
