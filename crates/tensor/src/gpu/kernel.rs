//! Running one WGSL file on tensors.

use wgpu::util::DeviceExt;

use super::{Gpu, GpuTensor};
use crate::Result;

/// Most workgroups along one dimension (WebGPU's guaranteed limit).
const MAX_GROUPS: usize = 65_535;

/// One `.wgsl` file. `name` must be unique; it keys the cache of compiled kernels.
pub(crate) struct Kernel {
    pub name: &'static str,
    pub source: &'static str,
    /// Values for the file's `override` constants.
    pub constants: &'static [(&'static str, f64)],
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
    /// Enqueues `kernel` with its uniform block and inputs; the output is made here. An empty
    /// output needs no kernel.
    pub(crate) fn run<U: bytemuck::Pod>(
        self: &std::sync::Arc<Self>,
        kernel: &Kernel,
        uniforms: &U,
        inputs: &[&wgpu::Buffer],
        out_shape: &[usize],
        groups: [u32; 3],
    ) -> Result<GpuTensor> {
        let output = GpuTensor::empty(self, out_shape)?;
        if output.layout.count() > 0 {
            self.run_into(kernel, uniforms, inputs, &output, groups)?;
        }
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
        let pipeline = self.pipeline(kernel, inputs.len());
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

impl Gpu {
    /// A storage buffer of whole numbers, such as indices, that kernels only read.
    pub(crate) fn indices(&self, indices: &[u32]) -> wgpu::Buffer {
        self.device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
            label: Some("indices"),
            contents: bytemuck::cast_slice(indices),
            usage: wgpu::BufferUsages::STORAGE,
        })
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
