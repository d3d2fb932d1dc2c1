//! What a link carries and a file stores.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Digest, Pool, View};

/// Version of the recipe's form and of its defaults. A change of either raises it, and a test
/// keeps every released version readable.
pub const RECIPE_VERSION: u32 = 1;

/// One bench run: model, inputs, sites, analysis, and what its author measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// [`RECIPE_VERSION`] of the writer.
    pub version: u32,
    /// The model.
    pub model: ModelRef,
    /// The stimuli.
    pub inputs: Inputs,
    /// Sites to capture, in the order of the figures.
    pub sites: Vec<String>,
    /// Changes on the way through the model, one a line (see [`crate::Session::set_changes`]); none in most runs.
    #[serde(default)]
    pub changes: Vec<String>,
    /// How each stimulus's activations become one vector.
    pub pool: Pool,
    /// Distance of the RDMs, by its name in `analysis`.
    pub distance: String,
    /// Measure between sites, by its name in `analysis`.
    pub similarity: String,
    /// The site shown as RDM and map.
    pub focus: String,
    /// Whether the similarity to the site in focus gets its intervals where they take longer than about a second too.
    #[ts(optional, as = "Option<bool>")]
    #[serde(default, skip_serializing_if = "is_off")]
    pub has_slow_intervals: bool,
    /// Language models: which text the logit lens reads (0-based).
    #[serde(default)]
    pub lens_text: usize,
    /// Closer looks, each with settings of its own; none in most runs.
    #[serde(default)]
    pub views: Vec<View>,
    /// Backend that was asked for.
    #[serde(default)]
    pub backend: BackendChoice,
    /// Version of the engine that wrote this.
    #[serde(default)]
    pub engine: String,
    /// What the author measured; absent in a recipe that never ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub digest: Option<Digest>,
}

fn is_off(switch: &bool) -> bool {
    !switch
}

/// Which model, exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelRef {
    /// Name of a bundled model, or of the visitor's own folder or address.
    pub id: String,
    /// Where it came from: package and version, commit, or `local`.
    pub revision: String,
    /// SHA-256 of the weights file in hex; empty when not known.
    #[serde(default)]
    pub sha256: String,
}

/// Which stimuli.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Inputs {
    /// A set that comes with the lab, by its versioned name.
    Bundled {
        /// Versioned name.
        set: String,
    },
    /// Lines of text, carried in full: whoever has the link can read them.
    Lines {
        /// One stimulus a line.
        lines: Vec<String>,
    },
    /// The visitor's own image files, which a link does not carry.
    Files {
        /// File names, in order.
        names: Vec<String>,
        /// SHA-256 of each file, so that a colleague's copies can be checked.
        sha256: Vec<String>,
    },
}

/// A backend that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Backend {
    /// candle-core.
    Cpu,
    /// wgpu.
    Gpu,
}

/// A backend that is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackendChoice {
    /// The faster one in the probe.
    #[default]
    Auto,
    /// candle-core.
    Cpu,
    /// wgpu.
    Gpu,
}
