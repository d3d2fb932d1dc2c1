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
    /// Kernels dispatched since it was made.
    pub dispatches: u64,
}

/// Last in, first out for each size: a step that repeats meets the same buffers again, and with them
/// its bind groups.
#[derive(Default)]
pub(crate) struct Pool {
    free: HashMap<u64, Vec<RawBuffer>>,
    bytes: u64,
    pub counters: GpuCounters,
}

impl Pool {
    /// A waiting buffer of exactly this size; counts it as in use in any case.
    pub fn take(&mut self, bytes: u64) -> Option<RawBuffer> {
        self.counters.used_bytes += bytes;
        self.counters.peak_bytes = self.counters.peak_bytes.max(self.counters.used_bytes);
        match self.free.get_mut(&bytes).and_then(Vec::pop) {
            Some(raw) => {
                self.bytes -= bytes;
                Some(raw)
            }
            None => {
                self.counters.allocated_bytes += bytes;
                None
            }
        }
    }

    /// Takes a buffer that nobody holds.
    pub fn put(&mut self, raw: RawBuffer) {
        let bytes = raw.buffer.size();
        self.counters.used_bytes -= bytes;
        if self.bytes + bytes <= POOL_BYTES {
            self.bytes += bytes;
            self.free.entry(bytes).or_default().push(raw);
        }
    }

    /// Lets all waiting buffers go.
    pub fn clear(&mut self) {
        self.free.clear();
        self.bytes = 0;
    }
}
