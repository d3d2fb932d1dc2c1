//! Elementwise work: the functions, their fused programs, and how each backend runs them.

mod cpu;
mod function;
mod math;
mod program;
mod random;
mod text;
mod walker;
pub(crate) mod wgsl;

pub(crate) use cpu::{Input, Run, Runner, run};
pub(crate) use function::{Binary, Unary};
pub(crate) use math::exp;
pub(crate) use program::{Instruction, Program};
pub use random::{Random, fold_key};
