//! Named numbers of a run, which exercises go by.

use super::claims::{SCORE, mean, mean_recall};
use super::plan::Plan;
use super::score::gini;
use super::study::Study;
use crate::Outcome;

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let share = "share of the answer";
    outcome.read("recall", mean(&study.trials.iter().map(|trial| trial.recall).collect::<Vec<_>>()), share);
    for (place, name) in ["half", "masked", "double"].into_iter().enumerate() {
        outcome.read(format!("recall.best.{name}"), mean(&study.best[place].recall), share);
        outcome.read(format!("recall.random.{name}"), mean_recall(&study.random[place]), share);
    }
    outcome.read("recall.sinks", mean(&study.sinks.recall), share);
    outcome.read("by_heart.all", study.by_heart[0], share);
    outcome.read("by_heart.masked", study.by_heart[1], share);
    outcome.read("prose.all", study.prose[0], "nats");
    outcome.read("prose.masked", study.prose[1], "nats");
    let n_high = study.map.iter().filter(|&&score| score >= SCORE).count();
    outcome.read("heads.high", n_high as f64, "heads");
    outcome.read("heads.share", n_high as f64 / study.map.len() as f64, "share");
    outcome.read("score.best", study.map[study.order[0]], "score");
    outcome.read("gini", gini(&study.map), "");
    outcome.read("masked", plan.n_masked as f64, "heads");
}
