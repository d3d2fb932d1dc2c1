//! Named numbers of a run, which exercises go by.

use super::measure::mean;
use super::population::{RIVAL, TANH};
use super::study::{Plan, Study, groups};
use crate::Outcome;

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    outcome.read("switch_epoch", study.switch_epoch(), "epochs");
    outcome.read("compression.tanh", mean(&study.compressions(TANH)), "bits");
    outcome.read("compression.rival", mean(&study.compressions(RIVAL)), "bits");
    for (name, (_, group)) in ["tanh", "rival", "shuffled"].iter().zip(groups(plan)) {
        let last = |of: fn(&super::information::Point) -> f64| {
            study.last_mean(group, |net| net.layers.last().map_or(0.0, of))
        };
        outcome.read(format!("information_x.{name}"), last(|point| point.x), "bits");
        outcome.read(format!("information_y.{name}"), last(|point| point.y), "bits");
        outcome.read(format!("accuracy.{name}"), study.last_mean(group, |net| net.accuracy[1]), "share");
        outcome.read(format!("decision.{name}"), study.last_mean(group, |net| net.decision), "bits");
    }
    outcome.read("soft_rule.gamma", study.steepness, "");
}
