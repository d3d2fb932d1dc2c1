//! f32 n-dimensional tensors on two backends: wgpu (WebGPU in a browser, Vulkan natively) and
//! candle-core (the CPU, with SIMD in wasm).
//!
//! Ops check shapes and note what is to be done; numbers are computed when they are read
//! ([`Tensor::to_vec`], the only async step, because a browser forbids a blocking read) or when many
//! are asked for together ([`Tensor::evaluate_all`]). Until then they are a graph, from which chains of
//! elementwise work become one kernel each, and whose plan is kept for when the same graph comes again.
//!
//! ```
//! use inscape_tensor::{Device, Tensor};
//! let a = Tensor::from_vec(vec![1.0, 2.0, 3.0, 4.0], &[2, 2], &Device::Cpu)?;
//! let b = a.matmul(&a)?;
//! assert_eq!(pollster::block_on(b.to_vec())?, [7.0, 10.0, 15.0, 22.0]);
//! # Ok::<(), inscape_tensor::Error>(())
//! ```
//!
//! Layout of the crate: an op is a folder under `ops/`, but for decompositions and solves, which run on
//! the CPU only and are files of `linalg/`; `graph/` plans, `element/` fuses, `exec/` runs;
//! `gpu/` knows wgpu and no op; only this crate names wgpu or candle.

mod clock;
mod device;
mod element;
mod error;
mod exec;
mod filling;
pub mod gguf;
pub mod gpu;
mod graph;
mod linalg;
mod ops;
mod probe;
mod shape;
mod tensor;

pub use clock::Stopwatch;
pub use device::{Device, DeviceKind};
pub use element::{Random, fold_key};
pub use error::{Error, Result};
pub use exec::{MemoryCounters, limit_memory, memory_counters, reset_peak};
pub use filling::Filling;
pub use graph::{PlanCounters, gradients, plan_counters};
pub use linalg::{LogDeterminant, Qr, Svd, SymmetricEigen, Triangle};
pub use ops::attention::{Attention, AttentionMask, AttentionOptions};
pub use ops::batch_norm::BatchNorm;
pub use ops::conv1d::Conv1d;
pub use ops::conv2d::{Conv, Padding2d};
pub use ops::conv3d::Conv3d;
pub use ops::max_pool2d::Pool;
pub use ops::packed::{Half, Packed, PackedWriter};
pub use ops::recurrent::{Lstm, Recurrent, RecurrentFunction, RecurrentWeights};
pub use ops::resize2d::Resize;
pub use ops::sort::Sorted;
pub use probe::{Probe, measure_matmul};
pub use tensor::Tensor;
