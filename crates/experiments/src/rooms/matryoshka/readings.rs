//! Named numbers of a run, which exercises go by.

use super::study::{Plan, Study, mean, mean_of};
use crate::Outcome;

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let near = &study.nearest;
    for (place, length) in plan.sizes.lengths.iter().enumerate() {
        let mut read = |name: &str, shares: &[Vec<f64>]| {
            outcome.read(format!("{name}.{length}"), 100.0 * mean_of(shares)[place], "%");
        };
        read("nested", &study.nested);
        read("fixed", &study.fixed);
        read("nearest_nested", &near.nested);
        read("nearest_fixed", &near.fixed);
        read("nearest_first", &near.first);
        read("nearest_random", &near.random);
        read("nearest_components", &near.components);
        read("nearest_dealt_out", &near.dealt_out);
        read("nearest_untrained", &near.untrained);
    }
    for (length, share) in plan.between().iter().zip(mean_of(&near.between)) {
        outcome.read(format!("nearest_between.{length}"), 100.0 * share, "%");
    }
    let dimension = |points: &[super::cascade::Point]| {
        mean(&points.iter().map(|point| point.dimension).collect::<Vec<_>>())
    };
    let accuracy = |points: &[super::cascade::Point]| {
        100.0 * mean(&points.iter().map(|point| point.accuracy).collect::<Vec<_>>())
    };
    outcome.read("cascade.dimension", dimension(&study.cascades.chosen), "dimensions");
    outcome.read("cascade.accuracy", accuracy(&study.cascades.chosen), "%");
    outcome.read("cascade_shuffled.dimension", dimension(&study.cascades.shuffled), "dimensions");
    outcome.read("cascade_shuffled.accuracy", accuracy(&study.cascades.shuffled), "%");
    for retrieval in &study.retrievals {
        let name = match retrieval.stages.as_slice() {
            [exact] => format!("exact{}", exact.length),
            _ => "funnel".to_owned(),
        };
        outcome.read(format!("{name}.cost"), retrieval.cost as f64, "multiply-adds");
        outcome.read(format!("{name}.nested"), 100.0 * mean(&retrieval.nested), "% mAP@10");
        outcome.read(format!("{name}.fixed"), 100.0 * mean(&retrieval.fixed), "% mAP@10");
    }
    outcome.read("exact.milliseconds", study.milliseconds[0], "ms");
    outcome.read("funnel.milliseconds", study.milliseconds[1], "ms");
}
