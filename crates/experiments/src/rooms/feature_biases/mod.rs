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

use recipe::Result;

use crate::{Awaited, Experiment, ExperimentCard, Lab, Outcome, Settings, Watch};
use study::{Plan, Study};

/// The experiment.
pub struct Room;

impl Experiment for Room {
    fn card(&self) -> ExperimentCard {
        card::card()
    }

    fn run<'a>(
        &'a self,
        lab: &'a Lab,
        settings: &'a Settings,
        seed: u32,
        watch: &'a mut Watch<'_>,
    ) -> Awaited<'a, Result<Outcome>> {
        Box::pin(run(lab, settings, seed, watch))
    }
}

async fn run(lab: &Lab, settings: &Settings, seed: u32, watch: &mut Watch<'_>) -> Result<Outcome> {
    let plan = Plan::new(settings)?;
    let study = Study::run(&plan, seed, &lab.device, watch).await?;
    let mut outcome = Outcome { n_repeats: plan.shape.n_nets, ..Outcome::default() };
    outcome.figures = figures::all(&plan, &study)?;
    readings::readings(&plan, &study, &mut outcome);
    claims::judge(&plan, &study, &mut outcome)?;
    Ok(outcome)
}
