//! The tests of the analysis crate, in one binary: each would cost seconds of linking.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod cases;
mod support;
