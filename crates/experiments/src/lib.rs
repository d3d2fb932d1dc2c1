//! Papers as rooms of the lab.

mod card;
mod check;
mod exercise;
mod param;
mod recipe;
mod report;
mod values;

pub use card::{Diagram, DiagramArrow, DiagramBox, ExperimentCard, Needs, Paper, Wing};
pub use check::{Claim, ClaimVerdict};
pub use exercise::{Condition, Exercise, ExerciseKind, PredictionOption};
pub use param::{Param, ParamKind, ParamOption};
pub use recipe::{EXPERIMENT_RECIPE_VERSION, ExperimentRecipe};
pub use report::{ExperimentReport, ExperimentRun, Outcome, Reading};
pub use values::{Value, Values};
