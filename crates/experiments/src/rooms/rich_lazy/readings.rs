//! Named numbers of a run, which exercises go by.

use super::initial::RANKS;
use super::linear::Trained;
use super::measure::{mean, of_family};
use super::study::{ANGLES, Plan, Study};
use crate::Outcome;

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) {
    let (last, n_nets) = (study.last(), plan.shape.n_nets);
    for (place, rank) in RANKS.iter().enumerate() {
        let own = |values: &[f64]| mean(of_family(values, place, n_nets));
        outcome.read(format!("kernel.rank{rank}"), own(&last.kernel), "alignment");
        outcome.read(format!("representation.rank{rank}"), own(&last.representation), "alignment");
        outcome.read(format!("moved.rank{rank}"), own(&last.moved), "of the norm");
        outcome.read(format!("loss.rank{rank}"), own(&last.loss), "nats");
        outcome.read(format!("stable_rank.rank{rank}"), study.ranks[place][0], "");
        outcome.read(format!("effective_rank.rank{rank}"), study.ranks[place][1], "");
    }
    let full = RANKS.len() - 1;
    let difference =
        |values: &[f64]| mean(of_family(values, full, n_nets)) - mean(of_family(values, 0, n_nets));
    outcome.read("kernel_gain", difference(&last.kernel), "alignment");
    let kept = |nets: &[Trained]| mean(&nets.iter().map(|net| net.kernel).collect::<Vec<_>>());
    for (degrees, nets) in ANGLES.iter().zip(&study.linear_angles) {
        outcome.read(format!("linear.{degrees:.0}_degrees"), kept(nets), "alignment");
    }
    outcome.read("linear.random", kept(&study.linear_random), "alignment");
    outcome.read("linear.full", kept(&study.linear_full), "alignment");
}
