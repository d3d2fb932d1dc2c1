//! The tests of the models crate, in one binary.

mod cases;
