//! The ops, one folder each. To add one: its folder and its line here.
//!
//! A folder's `mod.rs` has the public method (shapes checked, docs), and calls `cpu.rs` or
//! `gpu.rs` by where the tensor lives. Ops made of other ops need neither.

pub mod attention;
pub mod binary;
pub mod concat;
pub mod conv2d;
pub mod gather_rows;
pub mod layer_norm;
pub mod linear;
pub mod matmul;
pub mod max_pool2d;
pub mod reduce;
pub mod rms_norm;
pub mod rope;
pub mod softmax;
pub mod unary;
pub mod unfold2d;
pub mod view;
