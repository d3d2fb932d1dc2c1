//! What the measures of isotropy are, and when they mislead.

use super::{isoscore, mean_cosine_similarity, partition_isotropy};
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

pub(crate) static SUMMARIES: &[Summary] = &[
    Summary {
        name: "mean_cosine_similarity",
        about: "Mean over all pairs of stimuli of the cosine of the angle between their answers, not centred; −1 / (n_stimuli − 1) to 1, higher is a narrower cone; takes activations [n_stimuli, n_units] (at least 2 stimuli, none all 0).",
        kind: SummaryKind::Activations(mean_cosine_similarity),
    },
    Summary {
        name: "isoscore",
        about: "IsoScore (Rudman et al. 2022), the share of the units' directions that are evenly used; 0 to 1, higher is more isotropic; takes activations [n_stimuli, n_units] (at least 2 of each).",
        kind: SummaryKind::Activations(isoscore),
    },
    Summary {
        name: "partition_isotropy",
        about: "Least over largest partition function Σ exp(c·x) along the eigenvectors c of XᵀX in both directions (Mu & Viswanath 2018), not centred; 0 to 1, higher is more isotropic; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
        kind: SummaryKind::Activations(partition_isotropy),
    },
];

const ROTATION: &str = "a rotation or reflection of the units";
const ORDER: &str = "a reordering of the stimuli";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "mean_cosine_similarity",
        title: "Mean cosine similarity",
        formula: r"\frac2{n(n-1)}\sum_{i<j}\frac{x_i\cdot x_j}{\lVert x_i\rVert\,\lVert x_j\rVert}",
        source: "Ethayarajh 2019, How contextual are contextualized word representations?, EMNLP",
        range: "−1 / (n_stimuli − 1) to 1",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, "a positive factor on a stimulus's answers", ORDER],
        fails: "A few units with a large mean bring it near 1 although the other units use all directions; centre the units to see those.",
    },
    Card {
        name: "isoscore",
        title: "IsoScore",
        formula: r"\frac{p\,\varphi-1}{p-1},\quad \varphi=\frac{\big(p-\delta^2(p-\sqrt p)\big)^2}{p^2},\quad \delta=\frac{\big\lVert\sqrt p\,\lambda/\lVert\lambda\rVert-\mathbf 1\big\rVert}{\sqrt{2(p-\sqrt p)}}",
        source: "Rudman, Gillman, Rayne & Eickhoff 2022, IsoScore: measuring the uniformity of embedding space utilization, Findings of ACL, algorithm 1",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, "a positive factor on the layer", "a constant added to any unit", ORDER],
        fails: "With fewer stimuli than units it cannot reach 1; it is the participation ratio rescaled, so that one unit of huge variance brings it to 0.",
    },
    Card {
        name: "partition_isotropy",
        title: "Isotropy of the partition function",
        formula: r"\frac{\min_c Z(c)}{\max_c Z(c)},\quad Z(c)=\sum_i\exp(c^\top x_i)",
        source: "Mu & Viswanath 2018, All-but-the-top: simple and effective postprocessing for word representations, ICLR; Arora et al. 2016, TACL 4",
        range: "0 to 1",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, ORDER],
        fails: "It depends on the scale: large activations bring it to 0 and small ones to 1, so that only layers of one scale can be compared.",
    },
];
