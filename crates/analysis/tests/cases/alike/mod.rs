//! Likeness of two layers: against Python's references, laws, and refusals.

mod golden;
mod laws;
mod meanings;
mod moves;
mod refusals;
