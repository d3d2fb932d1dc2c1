//! Named numbers of a run, which exercises go by.

use super::measure::{gaps, mean};
use super::study::{Case, Plan, Study};
use super::task::Target;
use crate::Outcome;

/// Adds the readings; `first` is tanh, `rival` what it is held against, and those without a target are of the shown one.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let [first, rival] = &study.sides;
    let shown = [&first.trained[study.shown], &rival.trained[study.shown]];
    for (side, measures) in ["first", "rival"].iter().zip(shown) {
        outcome.read(format!("target_alignment.{side}"), mean(&measures.target), "alignment");
        outcome.read(format!("input_alignment.{side}"), mean(&measures.input), "alignment");
        outcome.read(format!("accuracy.{side}"), mean(&measures.accuracy), "share");
        outcome.read(format!("specialised.{side}"), mean(&measures.specialised), "share");
    }
    for (name, side) in ["first", "rival"].iter().zip(&study.sides) {
        outcome.read(format!("noisy_accuracy.{name}"), mean(&side.noisy_accuracy), "share");
        outcome.read(format!("parallelism.{name}"), mean(&side.parallelism), "cosine");
        outcome.read(format!("ccgp.{name}"), mean(&side.ccgp[1]), "share");
    }
    outcome.read("gap", mean(&gaps(&shown[0].target, &shown[1].target)), "alignment");
    for (place, target) in Target::CLAIMED.iter().enumerate() {
        let gap = |case| mean(&gaps(&first.at(case).target, &rival.at(case).target));
        outcome.read(format!("gap.{}", target.name()), gap(Case::Set(place)), "alignment");
        outcome.read(format!("gap_without_noise.{}", target.name()), gap(Case::Quiet(place)), "alignment");
    }
    outcome.read("structure", plan.structure, "");
}
