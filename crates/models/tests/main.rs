//! The tests of the models crate, in one binary.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod cases;
