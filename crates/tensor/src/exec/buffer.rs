//! Numbers on a device.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use candle_core::CpuStorage;

use crate::error::Lack;
use crate::gpu::GpuBuffer;
use crate::shape::Layout;
use crate::{Device, Result};

/// Numbers in row-major order without gaps, on one device.
#[derive(Clone)]
pub(crate) enum Buffer {
    Cpu(Rc<CpuBuffer>),
    Gpu(Arc<GpuBuffer>),
}

/// Numbers in main memory, as candle keeps them, so that its products read them in place.
pub(crate) struct CpuBuffer {
    storage: CpuStorage,
    /// Whether the vector came from the pool. One that was handed in does not go there: nobody would take
    /// it out again.
    is_pooled: bool,
}

/// Vectors of the same lengths come again in every training step; up to this many bytes wait.
const POOL_BYTES: usize = 128 << 20;

#[derive(Default)]
struct Pool {
    free: HashMap<usize, Vec<Vec<f32>>>,
    limit_bytes: Option<u64>,
    counters: MemoryCounters,
}

/// What main memory the tensors of this thread hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoryCounters {
    /// Bytes in use by tensors.
    pub used_bytes: usize,
    /// Most bytes in use at once since [`crate::reset_peak`].
    pub peak_bytes: usize,
    /// Bytes that were asked of the allocator since the start, rather than taken from the pool. Where
    /// products are candle's (natively), it allocates their results itself, in place of as many that were
    /// taken here.
    pub allocated_bytes: u64,
    /// Bytes that wait to be used again; 128 MiB at most.
    pub pooled_bytes: usize,
}

thread_local! {
    static POOL: RefCell<Pool> = RefCell::default();
}

impl CpuBuffer {
    /// Takes over a vector that [`take_vector`] gave.
    pub fn new(data: Vec<f32>) -> Self {
        POOL.with_borrow_mut(|pool| pool.counters.count_use(data.len() * 4));
        Self { storage: CpuStorage::F32(data), is_pooled: true }
    }

    /// Takes over a vector that a caller made.
    pub fn handed_in(data: Vec<f32>) -> Self {
        let mut buffer = Self::new(data);
        buffer.is_pooled = false;
        buffer
    }

    /// The numbers, for who held them alone.
    pub fn into_data(mut self) -> Vec<f32> {
        let data = self.take();
        count_less(data.len());
        data
    }

    fn take(&mut self) -> Vec<f32> {
        match &mut self.storage {
            CpuStorage::F32(data) => std::mem::take(data),
            _ => Vec::new(),
        }
    }

    /// The numbers.
    pub fn data(&self) -> &[f32] {
        match &self.storage {
            CpuStorage::F32(data) => data,
            _ => &[],
        }
    }

    /// As candle's ops take it.
    pub fn storage(&self) -> &CpuStorage {
        &self.storage
    }
}

/// A vector of `count` numbers of any value. Where the allocator has no more, what waits in the pool goes
/// back to it first.
pub(crate) fn take_vector(count: usize) -> std::result::Result<Vec<f32>, Lack> {
    POOL.with_borrow_mut(|pool| {
        if let Some(data) = pool.free.get_mut(&count).and_then(Vec::pop) {
            pool.counters.pooled_bytes -= count * 4;
            return Ok(data);
        }
        let mut data = Vec::new();
        if pool.is_above_limit(count) || data.try_reserve_exact(count).is_err() {
            pool.clear();
            if pool.is_above_limit(count) || data.try_reserve_exact(count).is_err() {
                let held_bytes = pool.counters.used_bytes as u64;
                return Err(Lack { wanted_bytes: bytes_of(count), held_bytes, limit: pool.words_of_limit() });
            }
        }
        pool.counters.allocated_bytes += bytes_of(count);
        data.resize(count, 0.0);
        Ok(data)
    })
}

/// Bytes of so many numbers, also where they do not fit the machine's own counts.
fn bytes_of(count: usize) -> u64 {
    (count as u64).saturating_mul(4)
}

fn count_less(count: usize) {
    // The thread may be ending, and its pool with it.
    let _ = POOL.try_with(|pool| pool.borrow_mut().counters.used_bytes -= count * 4);
}

impl Pool {
    fn clear(&mut self) {
        self.free.clear();
        self.counters.pooled_bytes = 0;
    }

    /// Whether so many numbers more would pass the limit that was set.
    fn is_above_limit(&self, count: usize) -> bool {
        let held = self.counters.used_bytes as u64 + self.counters.pooled_bytes as u64;
        self.limit_bytes.is_some_and(|limit| held.saturating_add(bytes_of(count)) > limit)
    }

    fn words_of_limit(&self) -> String {
        match self.limit_bytes {
            Some(limit) => format!("{limit} bytes, as was set"),
            None if cfg!(target_arch = "wasm32") => {
                "4294967296 bytes, all that WebAssembly can address".to_owned()
            }
            None => "what this machine has free".to_owned(),
        }
    }
}

/// Holds this thread's CPU tensors, and what waits to be used again, to so many bytes; beyond, evaluating
/// fails with [`crate::Error::OutOfMemory`]. `None` leaves it to the machine. What waits goes at once.
pub fn limit_memory(bytes: Option<u64>) {
    POOL.with_borrow_mut(|pool| {
        pool.clear();
        pool.limit_bytes = bytes;
    });
}

/// Gives a vector that no tensor holds back.
pub(crate) fn return_vector(data: Vec<f32>) {
    // The thread may be ending, and its pool with it.
    let _ = POOL.try_with(|pool| {
        let mut pool = pool.borrow_mut();
        let bytes = data.len() * 4;
        if !data.is_empty() && pool.counters.pooled_bytes + bytes <= POOL_BYTES {
            pool.counters.pooled_bytes += bytes;
            pool.free.entry(data.len()).or_default().push(data);
        }
    });
}

impl MemoryCounters {
    fn count_use(&mut self, bytes: usize) {
        self.used_bytes += bytes;
        self.peak_bytes = self.peak_bytes.max(self.used_bytes);
    }
}

/// What this thread's CPU tensors hold.
pub fn memory_counters() -> MemoryCounters {
    POOL.with_borrow(|pool| pool.counters)
}

/// Starts the peak of [`memory_counters`] anew.
pub fn reset_peak() {
    POOL.with_borrow_mut(|pool| pool.counters.peak_bytes = pool.counters.used_bytes);
}

impl Drop for CpuBuffer {
    fn drop(&mut self) {
        let data = self.take();
        count_less(data.len());
        if self.is_pooled {
            return_vector(data);
        }
    }
}

/// An input of an op on the CPU.
pub(crate) struct CpuView<'a> {
    buffer: &'a CpuBuffer,
    /// How the input lies in it.
    pub layout: &'a Layout,
}

impl<'a> CpuView<'a> {
    pub fn new(buffer: &'a CpuBuffer, layout: &'a Layout) -> Self {
        Self { buffer, layout }
    }

    /// The numbers of a contiguous input.
    pub fn data(&self) -> &'a [f32] {
        let start = self.layout.offset;
        &self.buffer.data()[start..start + self.layout.count()]
    }

    /// All of the buffer, for ops that follow strides themselves.
    pub fn whole(&self) -> &'a CpuBuffer {
        self.buffer
    }

    /// Sizes of the dimensions.
    pub fn shape(&self) -> &'a [usize] {
        &self.layout.shape
    }
}

/// Copies numbers to a device.
pub(crate) fn upload(data: Vec<f32>, device: &Device) -> Result<Buffer> {
    match device {
        Device::Cpu => Ok(Buffer::Cpu(Rc::new(CpuBuffer::handed_in(data)))),
        Device::Gpu(gpu) => Ok(Buffer::Gpu(Arc::new(GpuBuffer::upload(gpu, bytemuck::cast_slice(&data))?))),
    }
}

/// Reads the first `count` numbers back.
pub(crate) async fn download(buffer: &Buffer, count: usize) -> Result<Vec<f32>> {
    match buffer {
        Buffer::Cpu(buffer) => {
            let mut data = Vec::new();
            if data.try_reserve_exact(count).is_err() {
                data = take_vector(count).map_err(|lack| lack.of("reading back", &[count]))?;
                data.clear();
            }
            data.extend_from_slice(&buffer.data()[..count]);
            Ok(data)
        }
        Buffer::Gpu(buffer) => buffer.download(count).await,
    }
}
