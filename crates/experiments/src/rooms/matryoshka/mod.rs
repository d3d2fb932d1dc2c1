//! Kusupati et al. 2022, "Matryoshka Representation Learning": one embedding, every prefix of which is an embedding too.

mod card;
mod cascade;
mod claims;
mod exercises;
mod figures;
mod measures;
mod networks;
mod pictures;
mod points;
mod readings;
mod search;
mod study;
#[cfg(test)]
mod tests;
mod truncation;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use study::{Plan, Study};

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, lab, seed, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.sizes.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study);
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
