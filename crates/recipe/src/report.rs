//! What a run returns: figures as data, and under what conditions they were made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AttentionPatterns, Backend, Continuations, Grid, Lines, NeighbourGraph, Panels, Plane, Recipe, Table,
    Tree,
};

/// A finished run.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Report {
    /// What was run, with this run's digest.
    pub recipe: Recipe,
    /// Conditions of the run.
    pub run: RunFacts,
    /// Figures, in the order they are shown.
    pub figures: Vec<Figure>,
    /// What a reader should know: non-finite weights, clipped texts, …
    pub warnings: Vec<String>,
}

/// Conditions of a run.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunFacts {
    /// Engine version.
    pub engine: String,
    /// Backend that ran the model.
    pub backend: Backend,
    /// Adapter or CPU, in words.
    pub device: String,
    /// Number format of weights in use and activations.
    pub precision: String,
    /// Number of stimuli.
    pub n_stimuli: usize,
    /// One label a stimulus: file names or the texts.
    pub stimulus_labels: Vec<String>,
    /// Architecture in words, e.g. `SqueezeNet 1.1`.
    pub architecture: String,
    /// Wall time by stage.
    pub times: Vec<StageTime>,
}

/// Wall time of one stage.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StageTime {
    /// What was done.
    pub stage: String,
    /// Seconds.
    pub seconds: f64,
}

/// Words that go with a figure.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Caption {
    /// Stable name, e.g. `similarity`, `rdm`, `map`.
    pub id: String,
    /// The finding, one sentence computed from the numbers.
    pub finding: String,
    /// What is drawn, with the exact variant of the measure.
    pub about: String,
    /// Unit of the values.
    pub unit: String,
    /// Number of stimuli behind it.
    pub n: usize,
    /// Text alternative: what a sighted reader would take from it.
    pub alt: String,
}

/// A figure as data; the page draws it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Figure {
    /// A matrix as a grid of colours.
    Heatmap(Heatmap),
    /// Points of a map.
    Scatter(Scatter),
    /// One value a site.
    Curve(Curve),
    /// A language model's guesses by layer and position.
    Lens(Lens),
    /// Rows of words and numbers.
    Table(Table),
    /// Numbers by two labelled axes.
    Grid(Grid),
    /// Where attention heads look.
    Patterns(AttentionPatterns),
    /// What a language model wrote.
    Written(Continuations),
    /// Values with their intervals.
    Intervals(Intervals),
    /// Matrices side by side.
    Panels(Panels),
    /// A tree of groups.
    Tree(Tree),
    /// Points joined by lines.
    NeighbourGraph(NeighbourGraph),
    /// Several lines over one axis.
    Lines(Lines),
    /// Paths in a plane.
    Plane(Plane),
}

impl Figure {
    /// The words that go with it.
    pub fn caption(&self) -> &Caption {
        match self {
            Self::Heatmap(figure) => &figure.caption,
            Self::Scatter(figure) => &figure.caption,
            Self::Curve(figure) => &figure.caption,
            Self::Lens(figure) => &figure.caption,
            Self::Table(figure) => &figure.caption,
            Self::Grid(figure) => &figure.caption,
            Self::Patterns(figure) => &figure.caption,
            Self::Written(figure) => &figure.caption,
            Self::Intervals(figure) => &figure.caption,
            Self::Panels(figure) => &figure.caption,
            Self::Tree(figure) => &figure.caption,
            Self::NeighbourGraph(figure) => &figure.caption,
            Self::Lines(figure) => &figure.caption,
            Self::Plane(figure) => &figure.caption,
        }
    }

    /// The same, to be changed.
    pub fn caption_mut(&mut self) -> &mut Caption {
        match self {
            Self::Heatmap(figure) => &mut figure.caption,
            Self::Scatter(figure) => &mut figure.caption,
            Self::Curve(figure) => &mut figure.caption,
            Self::Lens(figure) => &mut figure.caption,
            Self::Table(figure) => &mut figure.caption,
            Self::Grid(figure) => &mut figure.caption,
            Self::Patterns(figure) => &mut figure.caption,
            Self::Written(figure) => &mut figure.caption,
            Self::Intervals(figure) => &mut figure.caption,
            Self::Panels(figure) => &mut figure.caption,
            Self::Tree(figure) => &mut figure.caption,
            Self::NeighbourGraph(figure) => &mut figure.caption,
            Self::Lines(figure) => &mut figure.caption,
            Self::Plane(figure) => &mut figure.caption,
        }
    }
}

/// What the rows and columns of a heat map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Entries {
    /// Stimuli (the page shows thumbnails).
    Stimuli,
    /// Sites.
    Sites,
    /// Arrays that the visitor brought.
    Arrays,
}

/// A square matrix; symmetric but for measures that see the row otherwise than the column.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Heatmap {
    /// Words.
    pub caption: Caption,
    /// What rows and columns are.
    pub entries: Entries,
    /// One label a row (and column).
    pub labels: Vec<String>,
    /// Row-major, `labels.len()²` values. The page gets a typed array where they are many.
    #[ts(type = "Float64Array | Array<number>")]
    pub values: Vec<f64>,
    /// Values at the two ends of the colour scale.
    pub domain: [f64; 2],
}

/// Stimuli in the plane.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Scatter {
    /// Words.
    pub caption: Caption,
    /// One label a point.
    pub labels: Vec<String>,
    /// First coordinate. The page gets typed arrays where points are many.
    #[ts(type = "Float64Array | Array<number>")]
    pub x: Vec<f64>,
    /// Second coordinate.
    #[ts(type = "Float64Array | Array<number>")]
    pub y: Vec<f64>,
    /// Name of the first axis with its share of variance.
    pub x_name: String,
    /// Name of the second axis.
    pub y_name: String,
    /// Class of each point, for colours.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// What the figure is about, above it, where its points are not stimuli in the plane.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// One value a site, in forward order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Curve {
    /// Words.
    pub caption: Caption,
    /// Sites.
    pub labels: Vec<String>,
    /// One value a site.
    pub values: Vec<f64>,
    /// Name of the value axis.
    pub y_name: String,
    /// What the labels are, where they are not sites.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x_name: Option<String>,
}

/// One value a row, with its interval.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Intervals {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// One label a row.
    pub labels: Vec<String>,
    /// One value a row.
    pub values: Vec<f64>,
    /// Lower and upper ends of the 95 % intervals, a pair a row; empty where none were asked for.
    pub intervals: Vec<[f64; 2]>,
    /// What else is to be read at a row, such as `p = 0.002`; empty where there is nothing.
    pub notes: Vec<String>,
    /// Name of the value axis.
    pub x_name: String,
    /// A band behind the values, such as the noise ceiling.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<Band>,
    /// Where a value means nothing, such as chance.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
}

/// A named stretch of the value axis.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Band {
    /// In words, e.g. `noise ceiling`.
    pub name: String,
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
}

/// Logit lens: at each layer and position, the next token that the final norm and unembedding would name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Lens {
    /// Words.
    pub caption: Caption,
    /// Layers, first to last.
    pub layers: Vec<String>,
    /// The text's tokens as a person reads them, special ones included.
    pub tokens: Vec<String>,
    /// Row-major `[layer][position]`.
    pub cells: Vec<LensCell>,
}

/// One guess of the logit lens.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LensCell {
    /// Most probable next token.
    pub token: String,
    /// Its id.
    pub id: u32,
    /// Its probability.
    pub probability: f64,
    /// Entropy of the whole distribution, in nats.
    pub entropy_nats: f64,
    /// Rank (1 = top) of the token that really follows; absent at the last position.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank_of_next: Option<usize>,
}
