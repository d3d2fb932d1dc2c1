//! A whole bench run as data: a [`Recipe`] goes in, a [`Report`] comes out, the same in the page
//! and natively.
//!
//! Flow: [`Session::open`] reads a model's config and its weights' header, [`Session::run`] loads
//! the weights that the asked-for sites need, captures activations, runs the analyses and returns figures as data.
//! What differs between page and terminal is behind two traits: [`ByteSource`] (where weights come
//! from) and [`Host`] (who hears of progress and may cancel).

mod arrays;
mod capture;
mod card;
mod changes;
mod check;
mod comparison;
mod cost;
mod digest;
mod error;
mod figures;
mod forward;
mod gguf;
mod host;
mod input;
mod intervals;
mod lens;
mod loading;
mod own;
mod plots;
mod recipe;
mod report;
mod run;
mod session;
mod site_check;
mod text_ends;
mod train;
mod views;
mod writing;

pub use arrays::{
    AnalysisList, Choice, Comparison, MetricCard, compare_arrays, list_analyses, list_distances,
    list_measures, list_summaries, rdm_of_array,
};
pub use capture::{Captured, Pool};
pub use card::{FileFacts, FormatFacts, ModelCard, ShapeFact, SiteFacts};
pub use check::{BackendFacts, Capability, choose_backend};
pub use cost::Cost;
pub use digest::{Digest, FigureDigest, Verdict, compare_digests};
pub use error::{Error, ErrorReport, Result};
pub use gguf::Gguf;
pub use host::{ByteSource, Host, Progress, SilentHost};
pub use input::{Stimuli, TokenText, Vocabulary};
pub use loading::ShardIndex;
pub use own::{
    ArrayCard, ArrayKind, ArrayRef, DATA_RECIPE_VERSION, DataRecipe, DataReport, DataTask, EnergyTask,
    NeighbourGraph, Noise, Panels, Prepare, RdmTask, Reading, RegressionTask, Shelf, Transform, Tree,
};
pub use plots::{Line, Lines, Plane, PlanePath};
pub use recipe::{Backend, BackendChoice, Inputs, ModelRef, RECIPE_VERSION, Recipe};
pub use report::{
    Band, Caption, Curve, Entries, Figure, Heatmap, Intervals, Lens, LensCell, Report, RunFacts, Scatter,
    StageTime,
};
pub use session::Session;
pub use site_check::{SiteCheck, SiteIdentity};
pub use text_ends::TextEnds;
pub use train::{
    DataFile, Metric, ModelFolder, TaskCard, TrainHost, TrainOptions, TrainPoint, TrainProgress, TrainReport,
    list_tasks, run_training,
};

pub use views::{
    Ablated, Ablating, Ablation, AttentionPatterns, CellKind, Column, Continuation, Continuations, Grid,
    HeadScores, Measured, NextTokens, Numbers, PatchedSite, Patching, Patterns, ScoredOn, Table, TableValue,
    View, Writing, WritingChoice, WrittenToken,
};
pub use writing::{Way, Written};

/// Version of the engine that writes into recipes and reports.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
