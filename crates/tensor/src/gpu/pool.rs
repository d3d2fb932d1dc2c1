//! Buffers that wait to be used again, and the count of what is held.

use std::collections::HashMap;

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
