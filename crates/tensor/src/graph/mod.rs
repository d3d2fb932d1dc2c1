//! The graph of what is still to be computed, and how it becomes a plan of few steps.
//!
//! A tensor is a [`Node`]. [`evaluate`] walks from what is asked for to what is known ([`Walk`]),
//! looks the walk's key up among earlier plans, or makes a [`Plan`]: which nodes get a buffer
//! ([`Storing`]), which share a kernel, and in which order the kernels run.

mod dying;
mod finish;
mod free;
mod gradient;
mod key;
mod node;
mod order;
mod plan;
mod schedule;
mod slices;
mod storing;
mod walk;

pub use gradient::gradients;
pub(crate) use node::{Node, Reducer, Reduction, Source, View};
pub(crate) use plan::{MAX_PLANS, Plan, Step, Work, evaluate};
pub use plan::{PlanCounters, plan_counters};
