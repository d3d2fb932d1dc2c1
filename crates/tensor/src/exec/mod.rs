//! Running plans: buffers and the loop over steps, once for each backend.

mod buffer;
mod cpu;
mod gpu;

pub(crate) use buffer::{Buffer, CpuBuffer, CpuView, download, upload};
pub use buffer::{MemoryCounters, memory_counters, reset_peak};
pub(crate) use gpu::GpuPlan;

use crate::graph::Plan;
use crate::{Device, Result};

/// Runs `plan` on given buffers and words; returns the outputs in the order of the plan's roots.
pub(crate) fn run_plan(
    device: &Device,
    plan: &Plan,
    inputs: Vec<Buffer>,
    words: &[u32],
) -> Result<Vec<Buffer>> {
    match device {
        Device::Cpu => cpu::run(plan, inputs, words),
        Device::Gpu(gpu) => gpu::run(gpu, plan, inputs, words),
    }
}
