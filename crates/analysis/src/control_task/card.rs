//! What selectivity is, and when it misleads.

use crate::card::{Card, Direction};

pub(crate) static CARDS: &[Card] = &[Card {
    name: "probe_selectivity",
    title: "Selectivity of a probe",
    formula: r"\mathrm{accuracy}(c)-\mathrm{accuracy}(c^{\mathrm{control}}),\quad c^{\mathrm{control}}_i=r(\mathrm{type}_i),\; r \text{ random}",
    source: "Hewitt & Liang 2019, Designing and interpreting probes with control tasks, EMNLP",
    range: "−1 to 1; 0 if the class is no easier to read than random labels of the types",
    direction: Direction::Amount,
    unchanged_by: &["what leaves the probe's accuracy unchanged", "other numbers for the types"],
    fails: "Where types do not recur across folds the control task cannot be learnt at all, and selectivity is mere accuracy; one seed is one draw, so take several.",
}];
