//! The tensor: a shape, a device and a handle to its numbers.

use candle_core as candle;

use crate::gpu::GpuTensor;
use crate::shape::count;
use crate::{Device, Error, Result};

/// An f32 n-d array on one device. Cloning shares the numbers; ops never change them in place.
#[derive(Clone)]
pub struct Tensor {
    pub(crate) storage: Storage,
    shape: Vec<usize>,
}

#[derive(Clone)]
pub(crate) enum Storage {
    Cpu(candle::Tensor),
    Gpu(GpuTensor),
}

impl Tensor {
    /// A tensor from row-major numbers. Errors when `data.len()` is not the product of `shape`.
    pub fn from_vec(data: Vec<f32>, shape: &[usize], device: &Device) -> Result<Self> {
        if data.len() != count(shape) {
            return Err(Error::shape(
                "from_vec",
                format!("{} numbers for shape {shape:?}", count(shape)),
                format!("{} numbers", data.len()),
            ));
        }
        let storage = match device {
            Device::Cpu => Storage::Cpu(candle::Tensor::from_vec(data, shape, &candle::Device::Cpu)?),
            Device::Gpu(gpu) => Storage::Gpu(GpuTensor::upload(gpu, &data, shape)?),
        };
        Ok(Self { storage, shape: shape.to_vec() })
    }

    /// A tensor of one repeated value.
    pub fn full(value: f32, shape: &[usize], device: &Device) -> Result<Self> {
        Self::from_vec(vec![value], &[], device)?.broadcast_to(shape)?.contiguous()
    }

    pub(crate) fn from_cpu(tensor: candle::Tensor) -> Self {
        let shape = tensor.dims().to_vec();
        Self { storage: Storage::Cpu(tensor), shape }
    }

    pub(crate) fn from_gpu(tensor: GpuTensor) -> Self {
        let shape = tensor.layout.shape.clone();
        Self { storage: Storage::Gpu(tensor), shape }
    }

    /// Sizes of the dimensions; `[]` for a scalar.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Number of dimensions.
    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    /// Number of elements.
    pub fn count(&self) -> usize {
        count(&self.shape)
    }

    /// Where the numbers live.
    pub fn device(&self) -> Device {
        match &self.storage {
            Storage::Cpu(_) => Device::Cpu,
            Storage::Gpu(tensor) => Device::Gpu(tensor.gpu.clone()),
        }
    }

    /// Reads the numbers back in row-major order. The only async step: on the GPU it waits for
    /// all that was enqueued before.
    pub async fn to_vec(&self) -> Result<Vec<f32>> {
        if self.count() == 0 {
            return Ok(Vec::new());
        }
        match &self.storage {
            Storage::Cpu(tensor) => Ok(tensor.flatten_all()?.to_vec1()?),
            Storage::Gpu(_) => match self.contiguous()?.storage {
                Storage::Gpu(tensor) => tensor.download().await,
                Storage::Cpu(_) => Err(Error::Gpu("a tensor changed its device".to_owned())),
            },
        }
    }

    /// Copies to `device` (through the host when the devices differ).
    pub async fn to_device(&self, device: &Device) -> Result<Self> {
        if self.device().is_same(device) {
            return Ok(self.clone());
        }
        Self::from_vec(self.to_vec().await?, &self.shape, device)
    }

    /// Fails unless `dim` is one of this tensor's dimensions.
    pub(crate) fn check_dim(&self, op: &'static str, dim: usize) -> Result<()> {
        if dim < self.rank() {
            return Ok(());
        }
        Err(Error::shape(op, format!("a dimension below {}", self.rank()), format!("dimension {dim}")))
    }
}

/// Fails unless all tensors live on one device.
pub(crate) fn check_same_device(op: &'static str, tensors: &[&Tensor]) -> Result<()> {
    let Some((first, rest)) = tensors.split_first() else { return Ok(()) };
    match rest.iter().find(|other| !other.device().is_same(&first.device())) {
        None => Ok(()),
        Some(other) => {
            Err(Error::Device { op, left: first.device().describe(), right: other.device().describe() })
        }
    }
}

impl std::fmt::Debug for Tensor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tensor{:?} on {:?}", self.shape, self.device())
    }
}
