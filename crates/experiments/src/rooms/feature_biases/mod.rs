//! Lampinen, Chan & Hermann 2024, "Learned feature representations are biased by complexity, learning order, position, and
//! more": which of two features that a network answers equally well takes most of a layer's variance.

mod card;
mod claims;
mod exercises;
mod feature;
mod figures;
mod figures_of_layer;
mod measure;
mod order;
mod population;
mod readings;
mod similarity;
mod study;
#[cfg(test)]
mod tests;
mod units;
mod variance;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use study::{Plan, Study};

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, seed, &lab.device, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.shape.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
