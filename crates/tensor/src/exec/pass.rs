//! One dispatch of a step: its pipeline, its uniform blocks, and the buffers that it binds.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use wgpu::util::DeviceExt;

use crate::gpu::{Binding, Dispatch, Gpu, RawBuffer, Recorder, Scratch};
use crate::graph::Step;

/// One dispatch.
pub(super) struct Pass {
    pipeline: wgpu::ComputePipeline,
    uniforms: wgpu::Buffer,
    groups: [u32; 3],
    /// Places in the step's inputs; the words come after them.
    inputs: Vec<usize>,
    pub scratch: Scratch,
    /// The uniform block and inputs of the program at its end.
    ending: Option<(wgpu::Buffer, Vec<usize>)>,
    /// Bind groups by the buffers' numbers. A repeated step alternates between two sets.
    bind_groups: Mutex<HashMap<Vec<u64>, wgpu::BindGroup>>,
}

/// Sets of buffers for which a step keeps bind groups.
const MAX_BIND_GROUPS: usize = 8;

impl Pass {
    pub fn new(gpu: &Gpu, dispatch: Dispatch, step: &Step) -> Self {
        let Dispatch { kernel, uniforms, groups, inputs, scratch, ending } = dispatch;
        let inputs = match scratch {
            Scratch::Read => Vec::new(),
            _ => inputs.unwrap_or_else(|| (0..step.inputs.len()).collect()),
        };
        let upload = |contents: &[u8]| {
            gpu.device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
                label: Some("uniforms"),
                contents,
                usage: wgpu::BufferUsages::UNIFORM,
            })
        };
        let mut bindings = vec![Binding::Uniform];
        bindings.extend(vec![Binding::Read; inputs.len() + usize::from(scratch == Scratch::Read)]);
        bindings.extend(vec![Binding::Write; step.outputs.len()]);
        if let Some(ending) = &ending {
            bindings.push(Binding::Uniform);
            bindings.extend(vec![Binding::Read; ending.inputs.len()]);
        }
        Self {
            pipeline: gpu.pipeline(&kernel, &bindings),
            uniforms: upload(&uniforms),
            groups,
            inputs,
            scratch,
            ending: ending.map(|ending| (upload(&ending.uniforms), ending.inputs)),
            bind_groups: Mutex::default(),
        }
    }

    pub fn record(
        &self,
        gpu: &Gpu,
        recorder: &mut Recorder<'_>,
        read: &[RawBuffer],
        written: &[RawBuffer],
        scratch: Option<&RawBuffer>,
    ) {
        let mut buffers: Vec<&RawBuffer> = self.inputs.iter().map(|&input| &read[input]).collect();
        match self.scratch {
            Scratch::Unused => buffers.extend(written),
            Scratch::Written(_) => buffers.extend(scratch),
            Scratch::Read => buffers.extend(scratch.into_iter().chain(written)),
        }
        let n_own = buffers.len();
        if let Some((_, inputs)) = &self.ending {
            buffers.extend(inputs.iter().map(|&input| &read[input]));
        }
        let pass = recorder.pass();
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.bind(gpu, &buffers, n_own), &[]);
        pass.dispatch_workgroups(self.groups[0], self.groups[1], self.groups[2]);
    }

    /// The first `n_own` buffers are the kernel's, the others those of the program at its end.
    fn bind(&self, gpu: &Gpu, buffers: &[&RawBuffer], n_own: usize) -> wgpu::BindGroup {
        let ids: Vec<u64> = buffers.iter().map(|raw| raw.id).collect();
        let mut known = self.bind_groups.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = known.get(&ids) {
            return group.clone();
        }
        let (own, ending) = buffers.split_at(n_own);
        let buffer = |raw: &'_ &RawBuffer| raw.buffer.clone();
        let all = std::iter::once(self.uniforms.clone())
            .chain(own.iter().map(buffer))
            .chain(self.ending.iter().map(|(uniforms, _)| uniforms.clone()))
            .chain(ending.iter().map(buffer));
        let all: Vec<wgpu::Buffer> = all.collect();
        let entries: Vec<wgpu::BindGroupEntry> = all
            .iter()
            .enumerate()
            .map(|(binding, buffer)| wgpu::BindGroupEntry {
                binding: binding as u32,
                resource: buffer.as_entire_binding(),
            })
            .collect();
        let group = gpu.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: None,
            layout: &self.pipeline.get_bind_group_layout(0),
            entries: &entries,
        });
        if known.len() >= MAX_BIND_GROUPS {
            known.clear();
        }
        known.insert(ids, group.clone());
        group
    }
}
