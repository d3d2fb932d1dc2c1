//! Li, Yosinski, Clune, Lipson & Hopcroft 2015, "Convergent learning: do different neural networks learn the same
//! representations?": networks of one kind, trained from different first weights, matched unit by unit.

mod card;
mod claims;
mod clusters;
mod curves;
mod exercises;
mod figures;
mod filters;
mod layer;
mod matrices;
mod nets;
mod pairs;
mod plan;
mod readings;
mod sparse;
mod study;
#[cfg(test)]
mod tests;
mod triangles;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use plan::Plan;
use study::Study;

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, seed, lab, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
