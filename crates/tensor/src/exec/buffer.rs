//! Numbers on a device.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use candle_core::CpuStorage;

use crate::gpu::GpuBuffer;
use crate::shape::Layout;
use crate::{Device, Error, Result};

/// Numbers in row-major order without gaps, on one device.
#[derive(Clone)]
pub(crate) enum Buffer {
    Cpu(Rc<CpuBuffer>),
    Gpu(Arc<GpuBuffer>),
}

/// Numbers in main memory, as candle keeps them, so that its products read them in place.
pub(crate) struct CpuBuffer {
    storage: CpuStorage,
}

/// Vectors of the same lengths come again in every training step; up to this many bytes wait.
const POOL_BYTES: usize = 128 << 20;

#[derive(Default)]
struct Pool {
    free: HashMap<usize, Vec<Vec<f32>>>,
    bytes: usize,
    counters: MemoryCounters,
}

/// What main memory the tensors of this thread hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoryCounters {
    /// Bytes in use by tensors.
    pub used_bytes: usize,
    /// Most bytes in use at once since [`crate::reset_peak`].
    pub peak_bytes: usize,
    /// Bytes that were asked of the allocator since the start, rather than taken from the pool.
    pub allocated_bytes: u64,
}

thread_local! {
    static POOL: RefCell<Pool> = RefCell::default();
}

impl CpuBuffer {
    /// Takes over `data`.
    pub fn new(data: Vec<f32>) -> Self {
        POOL.with_borrow_mut(|pool| pool.counters.count_use(data.len() * 4));
        Self { storage: CpuStorage::F32(data) }
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

/// A vector of `count` numbers of any value.
pub(crate) fn take_vector(count: usize) -> Vec<f32> {
    POOL.with_borrow_mut(|pool| {
        if let Some(data) = pool.free.get_mut(&count).and_then(Vec::pop) {
            pool.bytes -= count * 4;
            return data;
        }
        pool.counters.allocated_bytes += count as u64 * 4;
        vec![0.0; count]
    })
}

/// Gives a vector that no tensor holds back.
pub(crate) fn return_vector(data: Vec<f32>) {
    // The thread may be ending, and its pool with it.
    let _ = POOL.try_with(|pool| {
        let mut pool = pool.borrow_mut();
        let bytes = data.len() * 4;
        if !data.is_empty() && pool.bytes + bytes <= POOL_BYTES {
            pool.bytes += bytes;
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
        let CpuStorage::F32(data) = &mut self.storage else { return };
        let data = std::mem::take(data);
        let _ = POOL.try_with(|pool| pool.borrow_mut().counters.used_bytes -= data.len() * 4);
        return_vector(data);
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
        Device::Cpu => Ok(Buffer::Cpu(Rc::new(CpuBuffer::new(data)))),
        Device::Gpu(gpu) => Ok(Buffer::Gpu(Arc::new(GpuBuffer::upload(gpu, bytemuck::cast_slice(&data))?))),
    }
}

/// Reads the first `count` numbers back.
pub(crate) async fn download(buffer: &Buffer, count: usize) -> Result<Vec<f32>> {
    match buffer {
        Buffer::Cpu(buffer) => Ok(buffer.data()[..count].to_vec()),
        Buffer::Gpu(buffer) => buffer.download(count).await,
    }
}

impl Buffer {
    pub fn cpu(&self) -> Result<&Rc<CpuBuffer>> {
        match self {
            Self::Cpu(buffer) => Ok(buffer),
            Self::Gpu(_) => Err(Error::Cpu("expected numbers in main memory".to_owned())),
        }
    }

    pub fn gpu(&self) -> Result<&Arc<GpuBuffer>> {
        match self {
            Self::Gpu(buffer) => Ok(buffer),
            Self::Cpu(_) => Err(Error::Gpu("expected numbers on the graphics device".to_owned())),
        }
    }
}
