//! Where a tensor lives.

use std::sync::Arc;

use crate::gpu::Gpu;

/// Where tensors live and ops run.
#[derive(Clone)]
pub enum Device {
    /// candle-core on one CPU thread (wasm) or several (native).
    Cpu,
    /// A graphics device through wgpu.
    Gpu(Arc<Gpu>),
}

/// The two backends by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceKind {
    /// candle-core.
    Cpu,
    /// wgpu.
    Gpu,
}

impl Device {
    /// Which backend this is.
    pub fn kind(&self) -> DeviceKind {
        match self {
            Self::Cpu => DeviceKind::Cpu,
            Self::Gpu(_) => DeviceKind::Gpu,
        }
    }

    /// True when both name the same device, so that their tensors may meet in one op.
    pub fn is_same(&self, other: &Device) -> bool {
        match (self, other) {
            (Self::Cpu, Self::Cpu) => true,
            (Self::Gpu(a), Self::Gpu(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// A number by which plans for one device are told from those for another.
    pub(crate) fn identity(&self) -> usize {
        match self {
            Self::Cpu => 0,
            Self::Gpu(gpu) => Arc::as_ptr(gpu) as usize,
        }
    }

    /// Fails when one tensor of this shape does not fit the device.
    pub(crate) fn check_size(&self, shape: &[usize]) -> crate::Result<()> {
        match self {
            Self::Cpu => Ok(()),
            Self::Gpu(gpu) => gpu.check_bytes(crate::shape::count(shape)).map(|_| ()),
        }
    }

    /// A short description for a person, e.g. `CPU` or the adapter's name.
    pub fn describe(&self) -> String {
        match self {
            Self::Cpu => "CPU".to_owned(),
            Self::Gpu(gpu) => gpu.adapter().name.clone(),
        }
    }
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.describe())
    }
}
