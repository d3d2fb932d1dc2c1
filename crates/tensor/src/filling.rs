//! A tensor that is filled from its front, piece by piece, so that its numbers need not lie anywhere else as a whole.

use std::rc::Rc;
use std::sync::Arc;

use crate::exec::{Buffer, CpuBuffer, take_vector};
use crate::gpu::GpuBuffer;
use crate::shape::count;
use crate::{Device, Error, Result, Tensor};

/// Room for a tensor's numbers on a device.
pub struct Filling {
    room: Room,
    shape: Vec<usize>,
    device: Device,
    n_filled: usize,
}

enum Room {
    Cpu(Vec<f32>),
    Gpu(GpuBuffer),
}

impl Filling {
    /// Room for a tensor of this shape. Errors where the device has none.
    pub fn new(shape: &[usize], device: &Device) -> Result<Self> {
        device.check_size("filling", shape)?;
        let room = match device {
            Device::Cpu => Room::Cpu(take_vector(count(shape)).map_err(|lack| lack.of("filling", shape))?),
            Device::Gpu(gpu) => Room::Gpu(GpuBuffer::roomy(gpu, count(shape), "filling", shape)?),
        };
        Ok(Self { room, shape: shape.to_vec(), device: device.clone(), n_filled: 0 })
    }

    /// The next numbers, row-major. Errors on more of them than there is room for.
    pub fn push(&mut self, numbers: &[f32]) -> Result<()> {
        let end = self.n_filled + numbers.len();
        if end > count(&self.shape) {
            return Err(self.wrong(end));
        }
        match &mut self.room {
            Room::Cpu(data) => data[self.n_filled..end].copy_from_slice(numbers),
            Room::Gpu(buffer) => buffer.write_at(self.n_filled, bytemuck::cast_slice(numbers))?,
        }
        self.n_filled = end;
        Ok(())
    }

    /// The tensor. Errors while numbers are missing.
    pub fn finish(self) -> Result<Tensor> {
        if self.n_filled != count(&self.shape) {
            return Err(self.wrong(self.n_filled));
        }
        let buffer = match self.room {
            Room::Cpu(data) => Buffer::Cpu(Rc::new(CpuBuffer::handed_in(data))),
            Room::Gpu(buffer) => Buffer::Gpu(Arc::new(buffer)),
        };
        Ok(Tensor::from_buffer(buffer, &self.shape, &self.device, false))
    }

    fn wrong(&self, found: usize) -> Error {
        let expected = format!("{} numbers for shape {:?}", count(&self.shape), self.shape);
        Error::shape("filling", expected, format!("{found} numbers"))
    }
}
