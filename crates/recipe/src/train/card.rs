//! What crosses to the page about a training.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ModelFolder;

/// What a task is, before anything is loaded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TaskCard {
    /// Its name in links and on the command line.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it learns, in a sentence or two.
    pub about: String,
    /// The folder of its data, as in `models/index.json`.
    pub data: String,
    /// Files to learn from; the first few alone will do, at a cost in accuracy.
    pub train_files: Vec<String>,
    /// Files to test on; none where the training files keep a part for it.
    pub test_files: Vec<String>,
    /// The network in a line.
    pub network: String,
    /// Trained numbers.
    pub n_parameters: usize,
    /// Optimiser, rate and schedule in a line.
    pub optimiser: String,
    /// Examples of a step.
    pub batch: usize,
    /// Steps of the whole training.
    pub n_steps: usize,
    /// Steps between two tests.
    pub steps_per_epoch: usize,
    /// What it is judged by.
    pub metric: Metric,
    /// Seconds that it takes on two slow cores without a graphics card, roughly.
    pub budget_secs: f64,
}

/// A number on data that was not trained on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Metric {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What it should reach.
    pub target: f64,
    /// Whether more is better.
    pub is_higher_better: bool,
}

/// What to train.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrainOptions {
    /// A task's id.
    pub task: String,
    /// What the first weights, the order of the examples and dropout follow from.
    pub seed: u32,
    /// Fewer training files than all.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_train_files: Option<usize>,
    /// Fewer steps than all; the schedule of the learning rate stays that of the whole.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_steps: Option<usize>,
}

/// One point of the curves.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrainPoint {
    /// Steps made.
    pub step: usize,
    /// The same in passes over the training data.
    pub epoch: f64,
    /// Training loss, mean over the last batch.
    pub loss: f64,
    /// Learning rate of that step.
    pub rate: f64,
    /// The metric, where it was measured.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<f64>,
}

/// How far a training is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrainProgress {
    /// Steps made.
    pub step: usize,
    /// Steps in all.
    pub n_steps: usize,
    /// Since this run began.
    pub steps_per_sec: f64,
    /// Estimated; absent until there is a basis for it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds_left: Option<f64>,
}

/// How a training ended.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrainReport {
    /// The task.
    pub task: String,
    /// The seed.
    pub seed: u32,
    /// Steps made.
    pub step: usize,
    /// Steps that were asked for.
    pub n_steps: usize,
    /// Training loss of the last batch.
    pub loss: f64,
    /// The metric at the end, on `n_test` examples.
    pub metric: f64,
    /// SHA-256 of the final weights: f32 bits, little endian, in the order of their names.
    pub sha256: String,
    /// `cpu` or `gpu`.
    pub backend: String,
    /// The device's own words.
    pub device: String,
    /// Always `f32`.
    pub precision: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Examples to learn from.
    pub n_train: usize,
    /// Examples to test on.
    pub n_test: usize,
    /// Seconds of this run, pauses included.
    pub seconds: f64,
    /// Kernels that the last step ran.
    pub kernels_per_step: u64,
    /// Bytes that the last step took from the device beyond what lay ready.
    pub allocated_bytes_per_step: u64,
    /// Most bytes that tensors held at once during the last step.
    pub peak_bytes_per_step: u64,
    /// The weights as safetensors. Faces take them out before the rest is written as text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(type = "Uint8Array")]
    pub weights: Vec<u8>,
    /// The same weights as a model's folder. Not for the page.
    #[serde(skip)]
    #[ts(skip)]
    pub folder: ModelFolder,
}
