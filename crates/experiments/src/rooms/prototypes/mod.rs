//! Li, Liu, Chen & Rudin 2017, "Deep Learning for Case-Based Reasoning through Prototypes": a network that names a picture
//! by its distances to a few prototypes, which a decoder shows as pictures.

mod card;
mod claims;
mod classifier;
mod deform;
mod exercises;
mod faithful;
mod figures;
mod measures;
mod network;
mod plan;
mod population;
mod readings;
mod strips;
mod study;
#[cfg(test)]
mod tests;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use plan::Plan;
use study::Study;

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, seed, lab, watch).await?;
    let mut outcome = Outcome { n_repeats: 1, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study);
    readings::readings(&study, &mut outcome);
    outcome.claims = claims::claims(&plan, &study);
    Ok(outcome)
}
