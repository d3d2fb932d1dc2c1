//! Papers as rooms of the lab: one folder an experiment under `rooms/`, with its card, its run, its lesson, its exercises
//! and its tests; controls, link keys, citation and the native command are made from the card.
//!
//! Flow: an [`ExperimentRecipe`] (slug, what differs from the defaults, seed) goes into [`run_experiment`], which checks
//! it against the [`ExperimentCard`] and gives an [`ExperimentReport`]: figures, the claims table, named readings. A
//! claim's verdict is computed from the run alone.
//!
//! To add one: `scripts/new_experiment SLUG "Title"`, which makes the folder and its line in `rooms/mod.rs`.

mod card;
mod check;
mod committed;
mod exercise;
mod experiment;
mod host;
mod names;
mod param;
mod pictures;
mod recipe;
mod repeats;
mod report;
mod rooms;
mod run;
mod settings;
mod values;

pub use card::{Diagram, DiagramArrow, DiagramBox, ExperimentCard, Needs, Paper, Wing};
pub use check::{Claim, ClaimVerdict};
pub use committed::{Committed, Say, find_committed, list_committed};
pub use exercise::{Condition, Exercise, ExerciseKind, PredictionOption};
pub use experiment::{Lab, LabFile};
pub use host::{Awaited, ExperimentHost, TrainingWatch, Watch};
pub use param::{Param, ParamKind, ParamOption};
pub use recipe::{EXPERIMENT_RECIPE_VERSION, ExperimentRecipe};
pub use repeats::Repeated;
pub use report::{ExperimentReport, ExperimentRun, Outcome, Reading};
pub use run::{files_of, run_experiment};
pub use settings::Settings;
pub use values::{Value, Values};

/// The cards of all experiments, in the order of the gallery.
pub fn list_experiments() -> Vec<ExperimentCard> {
    rooms::ALL.iter().map(|experiment| (experiment.card)()).collect()
}

/// The card of this name, or an error with the near ones.
pub fn find_card(slug: &str) -> ::recipe::Result<ExperimentCard> {
    Ok((find_experiment(slug)?.card)())
}

/// The experiment of this name, or an error with the near ones.
pub(crate) fn find_experiment(slug: &str) -> ::recipe::Result<&'static experiment::Experiment> {
    let slugs: Vec<String> = list_experiments().into_iter().map(|card| card.slug).collect();
    match slugs.iter().position(|known| known == slug) {
        Some(place) => Ok(&rooms::ALL[place]),
        None => Err(names::unknown("experiment", slug, slugs.iter().map(String::as_str))),
    }
}
