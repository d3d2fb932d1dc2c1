//! The kinds of figures that experiments give beside those of the bench.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Caption;

/// Several lines over one axis, such as losses over steps.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Lines {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// Name of the axis of places.
    pub x_name: String,
    /// Name of the value axis.
    pub y_name: String,
    /// Places along the axis, rising, the same for all lines.
    pub x: Vec<f64>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One of several [`Lines`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// One value a place; `null` where there is none.
    pub values: Vec<Option<f64>>,
    /// Lower and upper ends of the band around it, a pair a place, such as the range over seeds; empty where there is none.
    pub band: Vec<[f64; 2]>,
}

/// Paths in a plane, over a field of arrows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Plane {
    /// Words.
    pub caption: Caption,
    /// What the figure is about, above it.
    pub title: String,
    /// Name of the first axis.
    pub x_name: String,
    /// Name of the second axis.
    pub y_name: String,
    /// The paths, each from where it begins to where it ends, which is marked.
    pub paths: Vec<PlanePath>,
    /// Arrows `[x, y, dx, dy]`: where each begins and how far it goes; none where there is no field.
    pub arrows: Vec<[f64; 4]>,
}

/// A path of a [`Plane`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanePath {
    /// What it belongs to, for colours.
    pub group: String,
    /// First coordinate of each point.
    pub x: Vec<f64>,
    /// Second coordinate of each point.
    pub y: Vec<f64>,
}
