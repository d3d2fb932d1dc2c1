//! Moschella, Maiorca, Fumero, Norelli, Locatello & Rodolà 2022, "Relative representations enable zero-shot latent space
//! communication": a point is told by its angles to anchors, and networks that never met understand each other.

mod anchors;
mod card;
mod checkpoints;
mod claims;
mod controls;
mod curves;
mod exercises;
mod figures;
mod grids;
mod heads;
mod plan;
mod population;
mod readings;
mod retrieval;
mod space;
mod stitching;
mod study;
#[cfg(test)]
mod tests;
mod words;

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
    readings::readings(&study, &mut outcome);
    outcome.claims = claims::claims(&plan, &study);
    Ok(outcome)
}
