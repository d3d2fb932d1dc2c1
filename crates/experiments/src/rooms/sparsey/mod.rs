//! Rinkus & Leveille 2017, "Superposed Episodic and Semantic Memory via Sparse Distributed Representation": a memory of
//! binary cells that stores an item in one presentation, gives alike items alike codes, and takes as long for the last
//! item as for the first.

mod bits;
mod capacity;
mod card;
mod claims;
mod clock;
mod digits;
mod exercises;
mod features;
mod field;
mod figures;
mod films;
mod memory;
mod patterns;
mod readings;
mod selection;
mod sequences;
mod similarity;
mod sprites;
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
    let study = Study::run(&plan, lab, seed, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.n_repeats, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
