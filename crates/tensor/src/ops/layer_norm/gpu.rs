//! The GPU call.

use crate::gpu::GpuTensor;
use crate::{Error, Result};
pub(super) fn layer_norm(
    _x: &GpuTensor,
    _gain: &GpuTensor,
    _bias: &GpuTensor,
    _eps: f32,
) -> Result<GpuTensor> {
    Err(Error::Gpu("not yet".to_owned()))
}
