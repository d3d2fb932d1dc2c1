//! A strided view of a buffer on the device.

use std::sync::Arc;

use super::Gpu;
use crate::shape::{Layout, count};
use crate::{Error, Result};

#[derive(Clone)]
pub(crate) struct GpuTensor {
    pub gpu: Arc<Gpu>,
    pub buffer: Arc<wgpu::Buffer>,
    pub layout: Layout,
}

/// A buffer may not be empty, so that an empty tensor can still be bound.
const MIN_BYTES: u64 = 16;

impl GpuTensor {
    /// A contiguous tensor of unset numbers.
    pub fn empty(gpu: &Arc<Gpu>, shape: &[usize]) -> Result<Self> {
        let wanted_bytes = (count(shape) as u64).saturating_mul(4);
        let limit_bytes = gpu.adapter().max_binding_bytes.min(gpu.adapter().max_buffer_bytes);
        if wanted_bytes > limit_bytes {
            return Err(Error::TooLarge { wanted_bytes, limit_bytes });
        }
        let buffer = gpu.device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: wanted_bytes.max(MIN_BYTES),
            usage: wgpu::BufferUsages::STORAGE | wgpu::BufferUsages::COPY_SRC | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        Ok(Self { gpu: gpu.clone(), buffer: Arc::new(buffer), layout: Layout::contiguous(shape) })
    }

    /// A contiguous tensor with these numbers. The buffer is new, so commands already gathered
    /// cannot see it, and those to come run after the copy.
    pub fn upload(gpu: &Arc<Gpu>, data: &[f32], shape: &[usize]) -> Result<Self> {
        gpu.check()?;
        let tensor = Self::empty(gpu, shape)?;
        gpu.queue.write_buffer(&tensor.buffer, 0, bytemuck::cast_slice(data));
        Ok(tensor)
    }

    /// The same buffer, seen through another layout.
    pub fn with_layout(&self, layout: Layout) -> Self {
        Self { gpu: self.gpu.clone(), buffer: self.buffer.clone(), layout }
    }

    /// Another shape for a contiguous tensor; keeps the offset.
    pub fn reshaped(&self, shape: &[usize]) -> Self {
        let layout = Layout { offset: self.layout.offset, ..Layout::contiguous(shape) };
        self.with_layout(layout)
    }

    /// Reads a contiguous tensor back, after all that was enqueued.
    pub async fn download(&self) -> Result<Vec<f32>> {
        self.gpu.check()?;
        let bytes = self.layout.count() as u64 * 4;
        let staging = self.gpu.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("read back"),
            size: bytes,
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        self.gpu.record(|encoder| {
            encoder.copy_buffer_to_buffer(&self.buffer, self.layout.offset as u64 * 4, &staging, 0, bytes);
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
