//! Named numbers of a run, which exercises go by.

use super::memory::mean;
use super::similarity::KEPT;
use super::study::{Plan, Study};
use crate::Outcome;

/// Adds the readings; `overlap.50` is that at half of the active inputs kept.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let [guided, blind, greedy] = &study.arms;
    let modules = "share of modules";
    for (level, n_kept) in KEPT.iter().enumerate().filter(|(_, kept)| *kept % 6 == 0) {
        outcome.read(format!("overlap.{}", 100 * n_kept / KEPT[0]), guided.at(level), modules);
    }
    outcome.read("order", mean(&guided.order), "correlation");
    outcome.read("overlap_blind.100", blind.at(0), modules);
    outcome.read("overlap_greedy.0", greedy.at(KEPT.len() - 1), modules);
    outcome.read("recall", mean(&study.recall.whole), modules);
    outcome.read("recall_moved", mean(&study.recall.moved), modules);
    outcome.read("fill", study.memory.field().synapses.fill(), "share");
    outcome.read("items", plan.n_items as f64, "");
    outcome.read("synapses", (plan.sizes.shape.n_all() * super::patterns::N_INPUTS) as f64, "");
    outcome.read("time_ratio.field", study.times.field.ratio, "");
    outcome.read("time_ratio.list", study.times.list.ratio, "");
    outcome.read("shared_frame.context", mean(&study.films.shared[0]), modules);
    outcome.read("shared_frame.no_context", mean(&study.films.shared[1]), modules);
    outcome.read("next_frame", mean(&study.films.next), modules);
    if let Some(digits) = &study.digits {
        outcome.read("digits.accuracy", digits.true_labels.last(), "share");
        outcome.read("digits.shuffled", digits.shuffled.last(), "share");
        outcome.read("digits.nearest_pixels", digits.nearest_pixels, "share");
        outcome.read("digits.familiarity", digits.true_labels.familiarity, "");
    }
}
