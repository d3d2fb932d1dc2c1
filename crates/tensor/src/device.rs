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

    /// Fails when the result of `op`, of this shape, does not fit one buffer of the device.
    pub(crate) fn check_size(&self, op: &'static str, shape: &[usize]) -> crate::Result<()> {
        let limit_bytes = match self {
            // No vector is longer; in wasm that is half of all memory.
            Self::Cpu => isize::MAX as u64,
            Self::Gpu(gpu) => gpu.limit_bytes(),
        };
        // Beyond 2⁶⁴ bytes in wasm too, where a count of elements has 32 bits.
        let bytes = shape.iter().fold(4_u64, |bytes, &size| bytes.saturating_mul(size as u64));
        if bytes <= limit_bytes {
            return Ok(());
        }
        let (shape, device) = (shape.to_vec(), self.describe());
        Err(crate::Error::TooLarge { op, shape, wanted_bytes: bytes, limit_bytes, device })
    }

    /// Kernels run and bytes newly allocated so far, and the most bytes that tensors held at once since
    /// [`Device::reset_peak`]; on the CPU those of this thread.
    pub fn counts(&self) -> [u64; 3] {
        match self {
            Self::Cpu => {
                let memory = crate::memory_counters();
                [crate::plan_counters().kernels, memory.allocated_bytes, memory.peak_bytes as u64]
            }
            Self::Gpu(gpu) => {
                let counters = gpu.counters();
                [counters.dispatches, counters.allocated_bytes, counters.peak_bytes]
            }
        }
    }

    /// Starts the peak of [`Device::counts`] anew.
    pub fn reset_peak(&self) {
        match self {
            Self::Cpu => crate::reset_peak(),
            Self::Gpu(gpu) => gpu.reset_peak(),
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
