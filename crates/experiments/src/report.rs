//! What a run returns.

use ::recipe::{Backend, Figure, StageTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Claim, ExperimentRecipe};

/// A finished run.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExperimentReport {
    /// What was run, with this run's digest.
    pub recipe: ExperimentRecipe,
    /// Conditions of the run.
    pub run: ExperimentRun,
    /// Figures, the main one first.
    pub figures: Vec<Figure>,
    /// The claims table.
    pub claims: Vec<Claim>,
    /// Named numbers, which exercises and tests go by.
    pub readings: Vec<Reading>,
    /// What a reader should know.
    pub warnings: Vec<String>,
}

/// Conditions of a run.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExperimentRun {
    /// Engine version.
    pub engine: String,
    /// Backend that ran it.
    pub backend: Backend,
    /// Adapter or CPU, in words.
    pub device: String,
    /// Number format of weights and activations.
    pub precision: String,
    /// The seed.
    pub seed: u32,
    /// Networks (or other repetitions) of each condition, all drawn from the seed.
    pub n_repeats: usize,
    /// Wall time by stage.
    pub times: Vec<StageTime>,
}

/// A named number of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// Its name, e.g. `gap.xor`.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Its unit; empty where there is none.
    pub unit: String,
}

/// What an experiment's own code gives; [`crate::run_experiment`] makes a report of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Figures, the main one first.
    pub figures: Vec<Figure>,
    /// The claims table.
    pub claims: Vec<Claim>,
    /// Named numbers.
    pub readings: Vec<Reading>,
    /// What a reader should know.
    pub warnings: Vec<String>,
    /// Networks (or other repetitions) of each condition.
    pub n_repeats: usize,
}

impl Outcome {
    /// Adds a named number.
    pub fn read(&mut self, name: impl Into<String>, value: f64, unit: &str) {
        self.readings.push(Reading { name: name.into(), value, unit: unit.to_owned() });
    }
}
