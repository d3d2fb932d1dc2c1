//! Armeni, Honey & Linzen 2022, "Characterizing verbatim short-term memory in neural language models" (arXiv:2210.13569): is a
//! list of nouns that was read once expected when it is read again?

mod card;
mod claims;
mod exercises;
mod figures;
mod language;
mod network;
mod plan;
mod readings;
mod stimuli;
mod study;
mod subject;
mod surprisal;
#[cfg(test)]
mod tests;
pub(super) mod training;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use plan::Plan;

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings, seed)?;
    let study = match plan.is_large {
        true => study::large(&plan, lab, watch).await?,
        false => study::small(&plan, lab, seed, watch).await?,
    };
    let mut outcome = Outcome { n_repeats: plan.n_lists, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study);
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome);
    Ok(outcome)
}
