//! Running plans: buffers and the loop over steps, once for each backend.

mod buffer;
mod cpu;
mod gpu;
mod pass;

pub(crate) use buffer::{Buffer, CpuBuffer, CpuView, download, take_vector, upload};
pub use buffer::{MemoryCounters, limit_memory, memory_counters, reset_peak};
pub(crate) use gpu::GpuPlan;

use crate::graph::Plan;
use crate::{Device, Result};

/// Runs `plan` on the leaves' buffers, which are the first slots, and words; returns the outputs in the
/// order of the plan's roots. Slots are emptied as the plan says; when it fails, the others are left.
pub(crate) fn run_plan(
    device: &Device,
    plan: &Plan,
    slots: &mut Vec<Option<Buffer>>,
    words: &[u32],
) -> Result<Vec<Buffer>> {
    match device {
        Device::Cpu => cpu::run(plan, slots, words),
        Device::Gpu(gpu) => gpu::run(gpu, plan, slots, words),
    }
}
