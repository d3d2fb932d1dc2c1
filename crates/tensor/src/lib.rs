//! f32 n-dimensional tensors on two backends: wgpu (WebGPU in a browser, Vulkan natively) and
//! candle-core (the CPU, with SIMD in wasm).
//!
//! Ops check shapes, enqueue and return at once; only reading back ([`Tensor::to_vec`]) is async,
//! because a browser forbids a blocking read. The same code therefore runs on both.
//!
//! ```
//! use inscape_tensor::{Device, Tensor};
//! let a = Tensor::from_vec(vec![1.0, 2.0, 3.0, 4.0], &[2, 2], &Device::Cpu)?;
//! let b = a.matmul(&a)?;
//! assert_eq!(pollster::block_on(b.to_vec())?, [7.0, 10.0, 15.0, 22.0]);
//! # Ok::<(), inscape_tensor::Error>(())
//! ```
//!
//! Layout of the crate: an op is a folder under `ops/` with its public method, its CPU code, its
//! GPU call and its `.wgsl`; `gpu/` knows wgpu and no op; only this crate names wgpu or candle.

mod clock;
mod cpu;
mod device;
mod error;
pub mod gpu;
mod ops;
mod probe;
mod shape;
mod tensor;

pub use clock::Stopwatch;
pub use device::{Device, DeviceKind};
pub use error::{Error, Result};
pub use ops::conv2d::Padding2d;
pub use probe::{Probe, measure_matmul};
pub use tensor::Tensor;
