//! Named numbers of a run, which exercises go by.

use super::plan::Plan;
use super::stimuli::Condition;
use super::study::Study;
use super::surprisal::median;
use crate::Outcome;

/// Adds the readings: medians of the repeat surprisal, by reader and second list.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    for reader in &study.readers {
        let of = |condition| median(&reader.values(&plan.cell, condition));
        let [same, other, new] = Condition::ALL.map(of);
        outcome.read(format!("repeat.{}", reader.name), same, "%");
        outcome.read(format!("permute.{}", reader.name), other, "%");
        outcome.read(format!("control.{}", reader.name), new, "%");
        outcome.read(format!("order.{}", reader.name), other - same, "points");
        outcome.read(format!("knows_categories.{}", reader.name), reader.knows_categories, "bits");
        for (values, name) in reader.coherent.iter().zip(["repeat", "control"]) {
            outcome.read(format!("coherent.{name}.{}", reader.name), median(values), "%");
        }
    }
    for (values, name) in study.damaged.iter().zip(["attention", "mlp"]) {
        outcome.read(format!("damaged.{name}"), median(values), "%");
    }
    if let Some(details) = &study.details {
        outcome.read("induction", details.induction.iter().copied().fold(0.0, f64::max), "attention");
    }
    outcome.read("cue", f64::from(u8::from(plan.cell.is_cued)), "");
}
