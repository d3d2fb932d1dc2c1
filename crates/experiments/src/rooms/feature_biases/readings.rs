//! Named numbers of a run, which exercises go by.

use super::measure::{Measures, geometric_mean, mean};
use super::study::{PARITY3, Plan, Study, TWINS, XOR};
use crate::Outcome;

/// Adds the readings; those without a task are of the shown one, in its last hidden layer.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let shown = &study.trained[plan.shown()];
    outcome.read("ratio", geometric_mean(&shown.last_ratios()), "");
    outcome.read("explained.easy", mean(&shown.of_last(0)), "share");
    outcome.read("explained.hard", mean(&shown.of_last(1)), "share");
    outcome.read("accuracy.worst", shown.worst_accuracy(), "share");
    for (name, group) in [("xor", XOR), ("parity3", PARITY3), ("equal", TWINS)] {
        let measures: &Measures = &study.trained[group];
        outcome.read(format!("ratio.{name}"), geometric_mean(&measures.last_ratios()), "");
        outcome.read(format!("ratio.{name}.layer1"), geometric_mean(&measures.ratios(0)), "");
        outcome.read(format!("explained.{name}.first"), mean(&measures.of_last(0)), "share");
        outcome.read(format!("explained.{name}.second"), mean(&measures.of_last(1)), "share");
    }
    outcome.read("similarity.both_easy", mean(&study.similarity.between(2, 0)), "Spearman");
    outcome.read("similarity.both_hard", mean(&study.similarity.between(2, 1)), "Spearman");
    for (place, name) in ["easy", "hard", "neither"].iter().enumerate() {
        let shares: Vec<f64> = study.units.preferred.iter().map(|shares| shares[place]).collect();
        outcome.read(format!("units.{name}"), mean(&shares), "share");
    }
    if let Some(order) = &study.order {
        for (optimiser, name) in ["sgd", "adam", "adam_reset"].iter().enumerate() {
            for (place, when) in ["together", "half", "first"].iter().enumerate() {
                let share = mean(&order.shares(optimiser, place));
                outcome.read(format!("hard_share.{name}.{when}"), share, "share");
            }
        }
    }
}
