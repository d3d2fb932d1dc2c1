//! Wu, Wang, Xiao, Peng & Fu 2024, "Retrieval head mechanistically explains long-context factuality" (arXiv:2404.15574): a few
//! attention heads copy what a long text holds into the answer, and without them the model no longer finds it.

mod card;
mod claims;
mod exercises;
mod figures;
mod lessons;
mod needles;
mod plan;
mod prompts;
mod reader;
mod readings;
mod score;
mod study;
#[cfg(test)]
mod tests;
pub(super) mod training;
mod trial;
mod weights;
mod words;

pub(super) use card::card;
use recipe::Result;

use crate::{Lab, Outcome, Settings, Watch};
use plan::Plan;
use reader::Reader;
use study::Study;
use weights::Order;

/// Runs it.
pub(super) async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    watch.stage("opening the model", 0.05).await?;
    let plan = Plan::new(settings, seed)?;
    let reader = Reader::open(lab, plan.which.folder(), Order::Same)?;
    let plan = plan.within(reader.n_pos());
    let study = Study::run(&plan, reader, lab, seed, watch).await?;
    let mut outcome = Outcome { n_repeats: study.trials.len(), ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
