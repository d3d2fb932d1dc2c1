//! What the comparisons of RDMs are, and when they mislead.

use super::{RDM_COMPARISONS, RdmComparison, compare_rdms};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

const SOURCE: &str =
    "Nili et al. 2014, A toolbox for representational similarity analysis, PLoS Computational Biology 10(4)";
const SCHUTT: &str =
    "Schütt et al. 2023, Statistical inference on representational geometries, eLife 12:e82566";
const DIEDRICHSEN: &str = "Diedrichsen et al. 2021, Comparing representational geometries using whitened unbiased-distance-matrix similarity, Neurons, Behavior, Data analysis and Theory 5(3), with Σ_K the identity";
const SAME_ORDER: &str = "the same reordering of the stimuli of both";

const fn measure(place: usize, compare: fn(&crate::Rdm, &crate::Rdm) -> crate::Result<f64>) -> Measure {
    let line = &RDM_COMPARISONS[place];
    Measure { name: line.name, ends: Ends::At1, about: line.about, kind: MeasureKind::Rdms(compare) }
}

pub(crate) static MEASURES: &[Measure] = &[
    measure(0, |a, b| compare_rdms(a, b, RdmComparison::Pearson)),
    measure(1, |a, b| compare_rdms(a, b, RdmComparison::Spearman)),
    measure(2, |a, b| compare_rdms(a, b, RdmComparison::KendallTauA)),
    measure(3, |a, b| compare_rdms(a, b, RdmComparison::Cosine)),
    measure(4, |a, b| compare_rdms(a, b, RdmComparison::RhoA)),
    measure(5, |a, b| compare_rdms(a, b, RdmComparison::WhitenedCosine)),
    measure(6, |a, b| compare_rdms(a, b, RdmComparison::WhitenedPearson)),
];

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "rdm_pearson",
        title: "Pearson correlation of RDMs",
        formula: r"\frac{\sum_k (a_k-\bar a)(b_k-\bar b)}{\sqrt{\sum_k (a_k-\bar a)^2 \sum_k (b_k-\bar b)^2}}",
        source: SOURCE,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &["a positive factor on either RDM", "a constant added to either RDM", SAME_ORDER],
        fails: "It supposes that distances are related by a line; a few very large distances decide it.",
    },
    Card {
        name: "rdm_spearman",
        title: "Spearman correlation of RDMs",
        formula: r"\operatorname{corr}(\operatorname{rank} a,\ \operatorname{rank} b)",
        source: SOURCE,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &["a strictly increasing function of either RDM's entries", SAME_ORDER],
        fails: "Models that predict tied distances win over ones that dare to tell them apart; take tau-a there.",
    },
    Card {
        name: "rdm_kendall_tau_a",
        title: "Kendall's tau-a of RDMs",
        formula: r"\frac{n_{\text{concordant}}-n_{\text{discordant}}}{m(m-1)/2}",
        source: SOURCE,
        range: "−1 to 1, less where there are ties",
        direction: Direction::Likeness,
        unchanged_by: &["a strictly increasing function of either RDM's entries", SAME_ORDER],
        fails: "It is smaller than a correlation of the same agreement, and ties keep it below 1 even against itself.",
    },
    Card {
        name: "rdm_cosine",
        title: "Cosine of RDMs",
        formula: r"\frac{\sum_k a_k b_k}{\sqrt{\sum_k a_k^2 \sum_k b_k^2}}",
        source: "Diedrichsen et al. 2021, Comparing representational geometries using whitened unbiased-distance-matrix similarity, Neurons, Behavior, Data analysis and Theory 5(3)",
        range: "−1 to 1, and 0 to 1 for distances that cannot be negative",
        direction: Direction::Likeness,
        unchanged_by: &["a positive factor on either RDM", SAME_ORDER],
        fails: "Any two RDMs of positive distances look alike; it is meant for unbiased (cross-validated) distances, whose 0 means no difference.",
    },
    Card {
        name: "rdm_rho_a",
        title: "Spearman's rho-a of RDMs",
        formula: r"\frac{12}{m^3-m}\sum_k \left(\operatorname{rank} a_k-\tfrac{m+1}2\right)\left(\operatorname{rank} b_k-\tfrac{m+1}2\right)",
        source: SCHUTT,
        range: "−1 to 1, less where there are ties",
        direction: Direction::Likeness,
        unchanged_by: &["a strictly increasing function of either RDM's entries", SAME_ORDER],
        fails: "Ties keep it below 1 even against itself, so RDMs with many ties are not to be compared with RDMs without.",
    },
    Card {
        name: "rdm_whitened_cosine",
        title: "Whitened cosine of RDMs",
        formula: r"\frac{a^\top V^{-1} b}{\sqrt{a^\top V^{-1} a\; b^\top V^{-1} b}},\quad V=(CC^\top)\circ(CC^\top)",
        source: DIEDRICHSEN,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &["a positive factor on either RDM", SAME_ORDER],
        fails: "It supposes squared Euclidean distances of patterns with equal, independent noise; of biased (not cross-validated) distances it is biased linear CKA, which grows as stimuli get fewer.",
    },
    Card {
        name: "rdm_whitened_pearson",
        title: "Whitened Pearson correlation of RDMs",
        formula: r"\frac{(a-\bar a)^\top V^{-1} (b-\bar b)}{\sqrt{(a-\bar a)^\top V^{-1} (a-\bar a)\; (b-\bar b)^\top V^{-1} (b-\bar b)}},\quad V=(CC^\top)\circ(CC^\top)",
        source: DIEDRICHSEN,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &["a positive factor on either RDM", "a constant added to either RDM", SAME_ORDER],
        fails: "It supposes squared Euclidean distances of patterns with equal, independent noise; where 0 means no difference, taking the mean away throws that away.",
    },
];
