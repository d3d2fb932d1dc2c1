//! Running one WGSL file on tensors.

use wgpu::util::DeviceExt;

use super::{Gpu, GpuTensor};
use crate::shape::Layout;
use crate::{Error, Result};

/// Most workgroups along one dimension (WebGPU's guaranteed limit).
const MAX_GROUPS: usize = 65_535;

/// One `.wgsl` file. `name` must be unique; it keys the cache of compiled kernels.
pub(crate) struct Kernel {
    pub name: &'static str,
    pub source: &'static str,
    /// Values for the file's `override` constants.
    pub constants: &'static [(&'static str, f64)],
}

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

    pub fn new(layout: &Layout) -> Result<Self> {
        let rank = layout.shape.len();
        if rank > Self::MAX_RANK {
            return Err(Error::shape(
                "strided view",
                format!("at most {} dimensions", Self::MAX_RANK),
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

/// Workgroups for `count` invocations in groups of `group_size`, folded into two dimensions;
/// the second value is the number of invocations in one row of the fold (for the uniform block).
pub(crate) fn grid(count: usize, group_size: usize) -> ([u32; 3], u32) {
    let groups = count.div_ceil(group_size).max(1);
    let rows = groups.div_ceil(MAX_GROUPS);
    let columns = groups.div_ceil(rows);
    ([columns as u32, rows as u32, 1], (columns * group_size) as u32)
}

impl Gpu {
    /// Enqueues `kernel` with its uniform block and inputs; the output is made here.
    pub(crate) fn run<U: bytemuck::Pod>(
        self: &std::sync::Arc<Self>,
        kernel: &Kernel,
        uniforms: &U,
        inputs: &[&wgpu::Buffer],
        out_shape: &[usize],
        groups: [u32; 3],
    ) -> Result<GpuTensor> {
        let output = GpuTensor::empty(self, out_shape)?;
        self.run_into(kernel, uniforms, inputs, &output, groups)?;
        Ok(output)
    }

    /// As [`Gpu::run`], into an existing buffer.
    pub(crate) fn run_into<U: bytemuck::Pod>(
        &self,
        kernel: &Kernel,
        uniforms: &U,
        inputs: &[&wgpu::Buffer],
        output: &GpuTensor,
        groups: [u32; 3],
    ) -> Result<()> {
        self.check()?;
        let pipeline = self.pipeline(kernel.name, kernel.source, kernel.constants);
        let uniform = self.device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
            label: Some(kernel.name),
            contents: bytemuck::bytes_of(uniforms),
            usage: wgpu::BufferUsages::UNIFORM,
        });
        let buffers = std::iter::once(&uniform).chain(inputs.iter().copied()).chain([&*output.buffer]);
        let entries: Vec<wgpu::BindGroupEntry> = buffers
            .enumerate()
            .map(|(binding, buffer)| wgpu::BindGroupEntry {
                binding: binding as u32,
                resource: buffer.as_entire_binding(),
            })
            .collect();
        let bind_group = self.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(kernel.name),
            layout: &pipeline.get_bind_group_layout(0),
            entries: &entries,
        });
        self.record(|encoder| {
            let mut pass = encoder.begin_compute_pass(&Default::default());
            pass.set_pipeline(&pipeline);
            pass.set_bind_group(0, &bind_group, &[]);
            pass.dispatch_workgroups(groups[0], groups[1], groups[2]);
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn a_grid_covers_all_invocations_within_the_limit() {
        for count in [0, 1, 64, 65, 65_535 * 64, 65_535 * 64 + 1, 500_000_000] {
            let ([x, y, _], row) = grid(count, 64);
            assert!(x <= 65_535 && y <= 65_535);
            assert_eq!(row, x * 64);
            assert!(row as usize * y as usize >= count);
        }
    }
}
