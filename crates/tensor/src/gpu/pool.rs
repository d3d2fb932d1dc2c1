//! Buffers that wait to be used again, and the count of what is held.

use std::collections::HashMap;

use super::Gpu;
use super::buffer::RawBuffer;

/// Bytes that may wait; beyond, a buffer goes back to the device at once.
const POOL_BYTES: u64 = 512 << 20;

/// What the tensors of a graphics device hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GpuCounters {
    /// Bytes in use by tensors.
    pub used_bytes: u64,
    /// Most bytes in use at once since the counters were reset.
    pub peak_bytes: u64,
    /// Bytes that were asked of the device since it was made, rather than taken from the pool.
    pub allocated_bytes: u64,
    /// Bytes that wait to be used again; 512 MiB at most.
    pub pooled_bytes: u64,
    /// Kernels dispatched since it was made.
    pub dispatches: u64,
}

/// Last in, first out for each size: a step that repeats meets the same buffers again, and with them
/// its bind groups.
#[derive(Default)]
pub(crate) struct Pool {
    free: HashMap<u64, Vec<RawBuffer>>,
    pub limit_bytes: Option<u64>,
    pub counters: GpuCounters,
}

impl Pool {
    /// A waiting buffer of exactly this size.
    pub fn take(&mut self, bytes: u64) -> Option<RawBuffer> {
        let raw = self.free.get_mut(&bytes).and_then(Vec::pop)?;
        self.counters.pooled_bytes -= bytes;
        Some(raw)
    }

    /// Counts a buffer as in use.
    pub fn count_use(&mut self, bytes: u64, is_new: bool) {
        self.counters.used_bytes += bytes;
        self.counters.peak_bytes = self.counters.peak_bytes.max(self.counters.used_bytes);
        if is_new {
            self.counters.allocated_bytes += bytes;
        }
    }

    /// Whether so many bytes more would pass the limit that was set.
    pub fn is_above_limit(&self, bytes: u64) -> bool {
        let held = self.counters.used_bytes + self.counters.pooled_bytes;
        self.limit_bytes.is_some_and(|limit| held.saturating_add(bytes) > limit)
    }

    /// Takes a buffer that nobody holds.
    pub fn put(&mut self, raw: RawBuffer) {
        let bytes = raw.buffer.size();
        self.counters.used_bytes -= bytes;
        if self.counters.pooled_bytes + bytes <= POOL_BYTES {
            self.counters.pooled_bytes += bytes;
            self.free.entry(bytes).or_default().push(raw);
        }
    }

    /// Lets all waiting buffers go.
    pub fn clear(&mut self) {
        self.free.clear();
        self.counters.pooled_bytes = 0;
    }
}

impl Gpu {
    /// Most bytes that one buffer may have.
    pub(crate) fn limit_bytes(&self) -> u64 {
        self.adapter().max_binding_bytes.min(self.adapter().max_buffer_bytes)
    }

    /// Holds the device's tensors, and what waits to be used again, to so many bytes; beyond, evaluating
    /// fails with [`crate::Error::OutOfMemory`]. `None` leaves it to the device. What waits goes at once.
    pub fn limit_memory(&self, bytes: Option<u64>) {
        let mut pool = self.pool();
        pool.clear();
        pool.limit_bytes = bytes;
    }

    /// Hands back to the device what waits to be used again. Not while a recorder is held.
    pub(crate) fn make_room(&self) {
        self.flush();
        self.pool().clear();
        // The device frees a buffer once the commands that use it are done. A failure of it is told by the
        // next reading.
        let _ = self.device.poll(wgpu::PollType::wait_indefinitely());
    }
}
