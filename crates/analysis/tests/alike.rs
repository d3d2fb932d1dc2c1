//! Likeness of two layers: against Python's references, laws, and refusals.
#![allow(clippy::unwrap_used)]

#[path = "alike/golden.rs"]
mod golden;
#[path = "alike/laws.rs"]
mod laws;
#[path = "alike/meanings.rs"]
mod meanings;
#[path = "alike/moves.rs"]
mod moves;
#[path = "alike/refusals.rs"]
mod refusals;
mod support;
