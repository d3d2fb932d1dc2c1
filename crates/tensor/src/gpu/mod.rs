//! What a graphics device is and does here: adapter, buffers, kernels. Knows no op.
//!
//! Conventions that every kernel keeps:
//! - group 0; binding 0 is the uniform block, then the inputs (read-only storage), then the output;
//! - an invocation finds its place from `global_invocation_id.x + global_invocation_id.y · stride`,
//!   since one dimension holds at most 65,535 workgroups ([`grid`]); kernels that give a row to a
//!   workgroup find the row from `workgroup_id` in the same way;
//! - an output is a contiguous buffer of its own; inputs may be strided where the op says so;
//! - a kernel whose op takes a program at its end ([`Ending`]) stores `finish(i, number)` at place i, with the
//!   `finish` that hands the number back between the marks `// --- finish` and `// --- end finish`; the bindings of
//!   the program come after the output.

mod adapter;
mod buffer;
mod device;
mod kernel;
mod pool;
mod trouble;
mod view;

pub use adapter::AdapterFacts;
pub(crate) use buffer::{GpuBuffer, RawBuffer};
pub use device::Gpu;
pub(crate) use device::{Binding, Recorder};
pub(crate) use kernel::{Dispatch, Ending, Kernel, Scratch, grid, is_lone_row, row_grid};
pub use pool::GpuCounters;
pub(crate) use view::View;
