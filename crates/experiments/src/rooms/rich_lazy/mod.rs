//! Liu, Baratin, Cornford, Mihalas, Shea-Brown & Lajoie 2023, "How connectivity structure shapes rich and lazy learning in
//! neural circuits": how much the rank of a recurrent network's first weights decides how much training changes it.

mod card;
mod claims;
mod exercises;
mod figures;
mod figures_of_theory;
mod initial;
mod kernel;
mod linear;
mod measure;
mod network;
mod rank_correlation;
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
    let study = Study::run(&plan, seed, &lab.device, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.shape.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, seed, &mut outcome)?;
    Ok(outcome)
}
