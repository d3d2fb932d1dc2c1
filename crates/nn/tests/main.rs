//! The tests of the nn crate, in one binary: each would cost seconds of linking.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it found"
)]

mod cases;
mod support;
