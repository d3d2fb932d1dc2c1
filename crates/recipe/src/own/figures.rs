//! The kinds of figures that analyses of arrays give.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Caption;

/// Square matrices of the same stimuli side by side, on one colour scale.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Panels {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One name a matrix.
    pub names: Vec<String>,
    /// One label a row (and column) of each.
    pub labels: Vec<String>,
    /// Row-major `[matrix, row, column]`. The page gets a typed array where they are many.
    #[ts(type = "Float64Array | Array<number>")]
    pub values: Vec<f64>,
    /// Values at the two ends of the colour scale.
    pub domain: [f64; 2],
}

/// A tree of groups, from single stimuli to all of them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Tree {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One label a stimulus.
    pub labels: Vec<String>,
    /// `n_stimuli − 1` merges by rising height. Groups below `n_stimuli` are stimuli, and `n_stimuli + k` is what merge k made.
    pub merges: Vec<[usize; 2]>,
    /// How far apart the two groups of each merge were.
    pub heights: Vec<f64>,
    /// The stimuli in the order in which no two branches cross.
    pub order: Vec<usize>,
    /// In how many groups the tree is cut at first.
    pub n_groups: usize,
    /// Name of the axis of heights.
    pub height_name: String,
    /// Class of each stimulus, where labels were given.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<Vec<String>>,
}

/// Stimuli in the plane, joined by lines.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NeighbourGraph {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One label a stimulus.
    pub labels: Vec<String>,
    /// First coordinate.
    pub x: Vec<f64>,
    /// Second coordinate.
    pub y: Vec<f64>,
    /// Two stimuli a line.
    pub edges: Vec<[usize; 2]>,
    /// How far apart the two of each line are.
    pub weights: Vec<f64>,
    /// Class of each stimulus, for colours.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
}
