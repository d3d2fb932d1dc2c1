//! Buffers on the device, pooled.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Gpu;
use crate::error::Lack;
use crate::{Error, Result};

/// f32 numbers (or words) on the device. Goes back to the device's pool when nobody holds it; commands
/// already gathered still see it, since whatever re-uses it comes after them in the queue.
pub(crate) struct GpuBuffer {
    gpu: Arc<Gpu>,
    raw: Option<RawBuffer>,
}

/// A buffer with a number that never comes again, by which bind groups are found.
#[derive(Clone)]
pub(crate) struct RawBuffer {
    pub id: u64,
    pub buffer: wgpu::Buffer,
}

/// A buffer may not be empty, so that an empty tensor can still be bound.
const MIN_BYTES: u64 = 16;

static NEXT_ID: AtomicU64 = AtomicU64::new(0);

impl RawBuffer {
    /// A buffer that no pool knows.
    pub fn new(gpu: &Gpu, bytes: u64) -> Self {
        let buffer = gpu.device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: bytes.max(MIN_BYTES),
            usage: wgpu::BufferUsages::STORAGE | wgpu::BufferUsages::COPY_SRC | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        Self { id: NEXT_ID.fetch_add(1, Ordering::Relaxed), buffer }
    }

    /// As [`RawBuffer::new`]; `None` where the device has no memory for it. A browser says so later: then it is the
    /// device's trouble, which the next reading tells.
    #[cfg(not(target_arch = "wasm32"))]
    fn try_new(gpu: &Gpu, bytes: u64, _: &Error) -> Option<Self> {
        use std::future::Future;
        use std::task::{Context, Poll, Waker};
        let scope = gpu.device.push_error_scope(wgpu::ErrorFilter::OutOfMemory);
        let raw = Self::new(gpu, bytes);
        // Natively the answer is there at once.
        let mut answer = std::pin::pin!(scope.pop());
        match answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(_)) => None,
            Poll::Ready(None) | Poll::Pending => Some(raw),
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn try_new(gpu: &Gpu, bytes: u64, lack: &Error) -> Option<Self> {
        let scope = gpu.device.push_error_scope(wgpu::ErrorFilter::OutOfMemory);
        let raw = Self::new(gpu, bytes);
        let (answer, trouble, lack) = (scope.pop(), gpu.trouble().clone(), lack.clone());
        wasm_bindgen_futures::spawn_local(async move {
            if answer.await.is_some() {
                trouble.note(lack);
            }
        });
        Some(raw)
    }

    /// Writes words. Gathered commands are sent first: they may still read the buffer's last contents, and
    /// a write overtakes what was not sent.
    pub fn write(&self, gpu: &Gpu, words: &[u32]) {
        self.write_at(gpu, 0, words);
    }

    /// As [`RawBuffer::write`] from the word `first` on.
    fn write_at(&self, gpu: &Gpu, first: usize, words: &[u32]) {
        gpu.flush();
        gpu.queue.write_buffer(&self.buffer, first as u64 * 4, bytemuck::cast_slice(words));
    }
}

impl GpuBuffer {
    /// Room for `count` unset numbers, the result of `op` in that shape. Where the device has no more,
    /// [`Gpu::make_room`] may help.
    pub fn empty(gpu: &Arc<Gpu>, count: usize, op: &'static str, shape: &[usize]) -> Result<Self> {
        let bytes = (count as u64).saturating_mul(4).max(MIN_BYTES);
        // Not within the match, which would hold the pool.
        let waiting = gpu.pool().take(bytes);
        let is_new = waiting.is_none();
        let raw = match waiting {
            Some(raw) => raw,
            None => Self::allocate(gpu, bytes, op, shape)?,
        };
        gpu.pool().count_use(bytes, is_new);
        Ok(Self { gpu: gpu.clone(), raw: Some(raw) })
    }

    fn allocate(gpu: &Gpu, bytes: u64, op: &'static str, shape: &[usize]) -> Result<RawBuffer> {
        let limit_bytes = gpu.limit_bytes();
        let limit = match gpu.pool().limit_bytes {
            _ if bytes > limit_bytes => format!("{limit_bytes} bytes in one buffer"),
            Some(limit) => format!("{limit} bytes, as was set"),
            None => format!("what {} has free", gpu.adapter().name),
        };
        let lack = Lack { wanted_bytes: bytes, held_bytes: gpu.counters().used_bytes, limit }.of(op, shape);
        if bytes > limit_bytes || gpu.pool().is_above_limit(bytes) {
            return Err(lack);
        }
        RawBuffer::try_new(gpu, bytes, &lack).ok_or(lack)
    }

    /// A buffer with these words.
    pub fn upload(gpu: &Arc<Gpu>, words: &[u32]) -> Result<Self> {
        let buffer = Self::roomy(gpu, words.len(), "upload", &[words.len()])?;
        buffer.raw().write(gpu, words);
        Ok(buffer)
    }

    /// As [`GpuBuffer::empty`], making room where there is none.
    pub fn roomy(gpu: &Arc<Gpu>, count: usize, op: &'static str, shape: &[usize]) -> Result<Self> {
        gpu.check()?;
        Self::empty(gpu, count, op, shape).or_else(|_| {
            gpu.make_room();
            Self::empty(gpu, count, op, shape)
        })
    }

    /// Writes words from the word `first` on, and sends them, so that the driver's copies of many such pieces do not
    /// add up.
    pub fn write_at(&self, first: usize, words: &[u32]) -> Result<()> {
        self.gpu.check()?;
        self.raw().write_at(&self.gpu, first, words);
        self.gpu.queue.submit([]);
        // A browser does so by itself.
        #[cfg(not(target_arch = "wasm32"))]
        self.gpu
            .device
            .poll(wgpu::PollType::Poll)
            .map_err(|error| Error::Gpu(format!("asking the device for its progress failed ({error})")))?;
        Ok(())
    }

    pub fn raw(&self) -> &RawBuffer {
        self.raw.as_ref().expect("only dropping takes it")
    }

    /// Reads the first `count` numbers back, after all that was enqueued.
    pub async fn download(&self, count: usize) -> Result<Vec<f32>> {
        self.gpu.check()?;
        let bytes = count as u64 * 4;
        let staging = self.gpu.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("read back"),
            size: bytes,
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        self.gpu.record(|encoder| {
            encoder.copy_buffer_to_buffer(&self.raw().buffer, 0, &staging, 0, bytes);
        });
        self.gpu.flush();
        map_for_reading(&self.gpu, &staging).await?;
        self.gpu.check()?;
        let view = staging
            .get_mapped_range(..)
            .map_err(|error| Error::Gpu(format!("reading back {bytes} bytes failed ({error})")))?;
        let numbers = bytemuck::cast_slice(&view).to_vec();
        drop(view);
        staging.unmap();
        Ok(numbers)
    }
}

impl Drop for GpuBuffer {
    fn drop(&mut self) {
        if let Some(raw) = self.raw.take() {
            self.gpu.return_buffer(raw);
        }
    }
}

async fn map_for_reading(gpu: &Gpu, staging: &wgpu::Buffer) -> Result<()> {
    let (sender, receiver) = futures_channel::oneshot::channel();
    staging.map_async(wgpu::MapMode::Read, .., move |result| {
        // The receiver lives until the answer comes; if not, nobody wants it.
        let _ = sender.send(result);
    });
    // A browser polls by itself; natively this waits.
    gpu.device
        .poll(wgpu::PollType::wait_indefinitely())
        .map_err(|error| Error::Gpu(format!("waiting for the device failed ({error})")))?;
    match receiver.await {
        Ok(Ok(())) => Ok(()),
        _ => {
            gpu.check()?;
            Err(Error::Gpu("reading back failed: the device was lost or closed".to_owned()))
        }
    }
}
