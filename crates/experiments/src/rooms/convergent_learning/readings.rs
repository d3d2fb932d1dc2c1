//! Named numbers of a run, which exercises go by.

use super::curves::mean;
use super::layer::Layer;
use super::pairs::Pair;
use super::plan::Plan;
use super::study::{LayerStudy, Study};
use crate::Outcome;

/// The mean over pairs of a number of each.
pub fn over_pairs(study: &LayerStudy, of: impl Fn(&Pair) -> f64) -> Vec<f64> {
    study.pairs.iter().map(of).collect()
}

/// Mean matched correlation, a pair each.
pub fn matched(study: &LayerStudy) -> Vec<f64> {
    over_pairs(study, |pair| pair.one_to_one.mean_correlation())
}

/// The same with rows in random order.
pub fn shuffled(study: &LayerStudy) -> Vec<f64> {
    over_pairs(study, |pair| pair.shuffled.mean_correlation())
}

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    for of in &study.layers {
        let name = of.layer.name();
        let mut read =
            |what: &str, value: f64, unit: &str| outcome.read(format!("{what}.{name}"), value, unit);
        read("matched", mean(&matched(of)), "correlation");
        read("shuffled", mean(&shuffled(of)), "correlation");
        read("untrained", mean(&of.untrained), "correlation");
        read("gap", mean(&over_pairs(of, Pair::gap)), "correlation");
        read("above_half", mean(&over_pairs(of, |pair| pair.share_above(0.5))), "share");
        read("least", mean(&over_pairs(of, Pair::least)), "correlation");
        read("reused", mean(&over_pairs(of, |pair| pair.n_reused() as f64)), "units");
        read("silent", of.n_silent as f64, "units");
        let sparse: Vec<f64> = of.sparse.iter().map(|sparse| sparse.share).collect();
        read("sparse_share", mean(&sparse), "share");
        read("dense_r2", mean(&of.sparse.iter().map(|sparse| sparse.dense).collect::<Vec<_>>()), "R²");
        read(
            "cluster_ratio",
            mean(&of.clusters.iter().map(|found| found.ratio).collect::<Vec<_>>()),
            "ratio",
        );
        read("shuffled_ratio", mean(&of.shuffled_ratios), "ratio");
        if let Some(home) = of.home {
            read("home", home, "share");
        }
    }
    let [first, last] = [Layer::Conv1, Layer::Dense].map(|layer| mean(&matched(study.of(layer))));
    outcome.read("fall_with_depth", first - last, "correlation");
    let accuracy = study.points.last().map_or(0.0, |point| mean(&point.accuracies));
    outcome.read("accuracy", accuracy, "share");
    outcome.read("nets", plan.n_nets as f64, "networks");
}
