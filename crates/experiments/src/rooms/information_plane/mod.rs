//! Shwartz-Ziv & Tishby 2017, "Opening the Black Box of Deep Neural Networks via Information": layers as points in the plane
//! of what they know about the input and about the label, on their way through training.

mod bottleneck;
mod card;
mod claims;
mod exercises;
mod figures;
mod figures_of_noise;
mod information;
mod measure;
mod population;
mod readings;
mod sphere;
mod study;
#[cfg(test)]
mod tests;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use study::{Plan, Study};

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, seed, &lab.device, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.shape.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study);
    readings::readings(&plan, &study, &mut outcome);
    outcome.claims = claims::judge(&plan, &study)?;
    Ok(outcome)
}
