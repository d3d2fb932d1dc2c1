//! What a link of an experiment carries and a file stores.

use ::recipe::{Backend, Digest};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Values;

/// Version of the recipe's form.
pub const EXPERIMENT_RECIPE_VERSION: u32 = 1;

/// One run of an experiment, and what its author measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExperimentRecipe {
    /// [`EXPERIMENT_RECIPE_VERSION`] of the writer.
    pub version: u32,
    /// Its slug.
    pub experiment: String,
    /// Version of the experiment's defaults.
    pub defaults: u32,
    /// What differs from the defaults.
    #[serde(default)]
    pub params: Values,
    /// What every random number follows from.
    pub seed: u32,
    /// Where it runs.
    pub backend: Backend,
    /// Version of the engine that wrote this.
    #[serde(default)]
    pub engine: String,
    /// What the author measured; absent in a recipe that never ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub digest: Option<Digest>,
}
