//! Named numbers of a run, which exercises go by.

use super::checkpoints::spearman;
use super::claims::mean;
use super::study::{LAST, Study, WORD_COUNTS};
use crate::Outcome;

/// Adds the readings.
pub fn readings(study: &Study, outcome: &mut Outcome) {
    let words = &study.words;
    for (count, found) in WORD_COUNTS.iter().zip(&words.relative) {
        outcome.read(format!("mrr.{count}"), found.mrr, "mean reciprocal rank");
        outcome.read(format!("jaccard.{count}"), found.jaccard, "Jaccard");
    }
    outcome.read("mrr.absolute", words.absolute.mrr, "mean reciprocal rank");
    outcome.read("mrr.procrustes", words.turned[LAST].mrr, "mean reciprocal rank");
    outcome.read("mrr.permuted", words.permuted[LAST].mrr, "mean reciprocal rank");
    for (name, table) in ["absolute", "relative"].iter().zip(&study.rebuilt) {
        outcome.read(format!("mse_own.{name}"), mean(&table.own()), "MSE");
        outcome.read(format!("mse_stitched.{name}"), mean(&table.others()), "MSE");
    }
    outcome.read("mse_mean_picture", study.mean_error, "MSE");
    for (name, table) in ["absolute", "relative"].iter().zip(&study.named) {
        outcome.read(format!("accuracy_own.{name}"), mean(&table.own()), "share");
        outcome.read(format!("accuracy_stitched.{name}"), mean(&table.others()), "share");
    }
    let carried = &study.carried;
    for (name, value) in [
        ("head.own", carried.absolute[0]),
        ("head.absolute", carried.absolute[1]),
        ("head.procrustes", carried.absolute[2]),
        ("head.best", carried.stitched.iter().copied().fold(0.0, f64::max)),
        ("stitched.plain", study.controls.plain),
        ("stitched.permuted", study.controls.permuted),
        ("stitched.sheared", study.controls.sheared),
    ] {
        outcome.read(name, value, "share");
    }
    outcome.read("loss", 100.0 * (study.controls.plain - study.controls.sheared), "percentage points");
    outcome.read("rotation_change", study.controls.rotated, "cosine");
    let column = |k: usize| study.checkpoints.iter().map(|row| row[k]).collect::<Vec<f64>>();
    outcome.read("checkpoints", spearman(&column(1), &column(2)), "rank correlation");
}
