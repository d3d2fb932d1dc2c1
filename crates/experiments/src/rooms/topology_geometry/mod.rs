//! Lin & Kriegeskorte 2023, "The topology and geometry of neural representations": how much of a representation's
//! geometry can be thrown away before a layer cannot be told from others any more.

mod card;
mod claims;
mod exercises;
mod figures;
mod identify;
mod nets;
mod noise;
mod plan;
mod readings;
mod shapes;
mod study;
#[cfg(test)]
mod tests;
mod transform;

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
    readings::readings(&plan, &study, &mut outcome)?;
    outcome.claims = claims::claims(&plan, &study)?;
    Ok(outcome)
}
