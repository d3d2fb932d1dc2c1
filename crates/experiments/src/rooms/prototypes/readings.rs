//! Named numbers of a run, which exercises go by.

use super::measures::median;
use super::plan::{NEITHER, SHUFFLED, VARIANTS};
use super::study::Study;
use crate::Outcome;

/// Adds the readings.
pub fn readings(study: &Study, outcome: &mut Outcome) {
    for (variant, found) in VARIANTS.iter().zip(&study.measured) {
        let name = variant.name.replace(' ', "_");
        outcome.read(format!("accuracy.{name}"), found.accuracy, "share");
        outcome.read(format!("error.{name}"), found.error, "squared error");
        outcome.read(format!("realism.{name}"), median(&found.realism), "neighbour distances");
        outcome.read(format!("coverage.{name}"), found.coverage, "share of spread");
        outcome.read(format!("sure.{name}"), found.sure(), "share");
    }
    outcome.read("accuracy", study.measured[0].accuracy, "share");
    outcome.read("accuracy.plain", study.plain, "share");
    outcome.read("accuracy.judge", study.judge, "share");
    outcome.read("agreeing", study.measured[0].agreeing(), "share");
    outcome.read("held_out", study.measured[0].held_out, "neighbour distances");
    let drift = median(&study.measured[NEITHER].realism) / median(&study.measured[0].realism);
    outcome.read("drift", drift, "times");
    outcome.read("chance", study.measured[SHUFFLED].accuracy, "share");
    outcome.read("faithful", study.faithful.recomputed, "share of the largest score");
}
