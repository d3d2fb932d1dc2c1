//! Alleman, Lindsey & Fusi 2024, "Task structure and nonlinearity jointly determine learned representational geometry":
//! which nonlinearity a hidden layer has decides whether it keeps the inputs' geometry or takes the targets'.

mod card;
mod ccgp;
mod claims;
mod exercises;
mod figures;
mod geometry;
mod map;
mod measure;
mod nonlinearity;
mod plane;
mod population;
mod readings;
mod study;
mod task;
#[cfg(test)]
mod tests;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use study::{Plan, Study};

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    // By the networks that each trains.
    let share = if plan.with_map { 0.8 } else { 1.0 };
    watch.stage("training", share).await?;
    let study = Study::run(&plan, seed, &lab.device, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.sizes.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study, seed)?;
    if plan.with_map {
        watch.stage("training the map", 1.0).await?;
        let cells = map::map(&plan, seed, &lab.device, watch).await?;
        outcome.figures.push(figures::map(&plan, &cells));
    }
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
