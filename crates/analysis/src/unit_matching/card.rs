//! What the matchings of units are, and when they mislead.

use super::{Matching, soft_matching_correlation, soft_matching_distance, unit_matching};
use crate::card::{Card, Direction};
use crate::registry::{Ends, Measure, MeasureKind};

pub(crate) static MEASURES: &[Measure] = &[
    Measure {
        name: "unit_matching_one_to_one",
        ends: Ends::At1,
        about: "Mean Pearson correlation of units paired one to one so that its sum is largest (Li et al. 2016), constant units left out; −1 to 1, higher is more alike; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(
            |x, y| Ok(unit_matching(x, y, Matching::OneToOne)?.mean_correlation()),
        ),
    },
    Measure {
        name: "unit_matching_semi",
        ends: Ends::At1,
        about: "Mean over the first layer's units of the Pearson correlation with the second layer's most correlated unit (Li et al. 2016), constant units left out, not symmetric; −1 to 1, higher is more alike; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(|x, y| Ok(unit_matching(x, y, Matching::Semi)?.mean_correlation())),
    },
    Measure {
        name: "soft_matching_distance",
        ends: Ends::At0,
        about: "Root of the least mean squared distance of tuning curves when all units are matched in parts (Khosla & Williams 2024), by exact optimal transport of the answers as they are; from 0 (same units) up, in activation; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(soft_matching_distance),
    },
    Measure {
        name: "soft_matching_correlation",
        ends: Ends::At1,
        about: "Largest mean correlation of tuning curves when all units are matched in parts (Khosla & Williams 2024), by exact optimal transport, constant units left out; −1 to 1, higher is more alike; takes activations [n_stimuli, n_units] of the same stimuli (at least 3).",
        kind: MeasureKind::Activations(soft_matching_correlation),
    },
];

const LI: &str = "Li, Yosinski, Clune, Lipson & Hopcroft 2016, Convergent learning: do different neural networks learn the same representations?, ICLR";
const KHOSLA: &str = "Khosla & Williams 2024, Soft matching distance: a metric on neural representations that captures single-neuron tuning, UniReps, PMLR 243";
const UNIT_ORDER: &str = "a reordering of either layer's units";
const UNIT_SCALE: &str = "a positive factor on any unit";
const UNIT_OFFSET: &str = "a constant added to any unit";
const SAME_ORDER: &str = "the same reordering of the stimuli of both";
const REPEATED: &str = "a copy of every unit of a layer beside it";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "unit_matching_one_to_one",
        title: "One-to-one unit matching",
        formula: r"\max_{\pi}\frac1m\sum_{i=1}^{m}\operatorname{corr}(x_i,y_{\pi(i)}),\quad m=\min(p,q)",
        source: LI,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[UNIT_ORDER, UNIT_SCALE, UNIT_OFFSET, SAME_ORDER],
        fails: "With few stimuli and many units good partners are found by chance; units of the larger layer without a partner count for nothing.",
    },
    Card {
        name: "unit_matching_semi",
        title: "Semi-matching of units",
        formula: r"\frac1p\sum_{i=1}^{p}\max_j\operatorname{corr}(x_i,y_j)",
        source: LI,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[UNIT_ORDER, UNIT_SCALE, UNIT_OFFSET, SAME_ORDER, REPEATED],
        fails: "It is not symmetric, grows with the units of the second layer by chance alone, and does not see what only the second layer has.",
    },
    Card {
        name: "soft_matching_distance",
        title: "Soft matching distance",
        formula: r"\Bigl(\min_{P\in\mathcal T(p,q)}\sum_{ij}P_{ij}\lVert x_i-y_j\rVert^2\Bigr)^{1/2}",
        source: KHOSLA,
        range: "0 up, in activation",
        direction: Direction::Distance,
        unchanged_by: &[UNIT_ORDER, SAME_ORDER, REPEATED],
        fails: "Offsets and scales of units count, and so do stimuli: it grows with the root of their number; compare only distances over the same stimuli.",
    },
    Card {
        name: "soft_matching_correlation",
        title: "Soft matching correlation",
        formula: r"\max_{P\in\mathcal T(p,q)}\sum_{ij}P_{ij}\operatorname{corr}(x_i,y_j)",
        source: KHOSLA,
        range: "−1 to 1",
        direction: Direction::Likeness,
        unchanged_by: &[UNIT_ORDER, UNIT_SCALE, UNIT_OFFSET, SAME_ORDER, REPEATED],
        fails: "With few stimuli and many units good partners are found by chance; rotating the units lowers it although a linear readout sees no difference.",
    },
];
