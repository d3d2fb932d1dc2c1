//! A strided view as kernels read it.

use crate::shape::Layout;
use crate::{Error, Result};

/// A strided view for a kernel, as the WGSL struct `View`: up to 6 dimensions aligned to the right.
/// Shapes and strides in elements. 64 bytes, two `array<vec4<u32>, 2>`; element 7 of the strides is the offset.
#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
pub(crate) struct View {
    shape: [u32; 8],
    strides: [u32; 8],
}

impl View {
    /// Most dimensions that a kernel can walk.
    pub const MAX_RANK: usize = 6;

    /// All dimensions as they are, for kernels that walk two views side by side.
    pub fn new(layout: &Layout) -> Result<Self> {
        let rank = layout.shape.len();
        if rank > Self::MAX_RANK {
            return Err(Error::shape(
                "strided view on a graphics device",
                format!("at most {} dimensions (make the tensor contiguous, or reshape it)", Self::MAX_RANK),
                format!("{rank}"),
            ));
        }
        let (mut shape, mut strides) = ([1; 8], [0; 8]);
        for dim in 0..rank {
            shape[Self::MAX_RANK - rank + dim] = layout.shape[dim] as u32;
            strides[Self::MAX_RANK - rank + dim] = layout.strides[dim] as u32;
        }
        strides[7] = layout.offset as u32;
        Ok(Self { shape, strides })
    }
}
