//! Runs a plan on a graphics device: pipelines and uniform blocks are made at its first run, bind
//! groups when a set of buffers is first met, so that a step that repeats only records dispatches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use wgpu::util::DeviceExt;

use super::Buffer;
use crate::element::wgsl;
use crate::gpu::{Dispatch, Gpu, GpuBuffer, RawBuffer};
use crate::graph::{Plan, Step, Work};
use crate::{Error, Result};

/// A plan's steps, compiled for one device.
pub(crate) struct GpuPlan {
    steps: Vec<GpuStep>,
    reads_words: bool,
}

struct GpuStep {
    passes: Vec<Pass>,
    reads_words: bool,
}

/// One dispatch.
struct Pass {
    pipeline: wgpu::ComputePipeline,
    uniforms: wgpu::Buffer,
    groups: [u32; 3],
    inputs: Option<Vec<usize>>,
    /// Bind groups by the buffers' numbers. A repeated step alternates between two sets.
    bind_groups: Mutex<HashMap<Vec<u64>, wgpu::BindGroup>>,
}

/// Sets of buffers for which a step keeps bind groups.
const MAX_BIND_GROUPS: usize = 8;

pub(super) fn run(gpu: &Arc<Gpu>, plan: &Plan, inputs: Vec<Buffer>, words: &[u32]) -> Result<Vec<Buffer>> {
    gpu.check()?;
    let compiled = match gpu.compiled(plan.id) {
        Some(compiled) => compiled,
        None => gpu.keep_compiled(plan.id, GpuPlan::compile(gpu, plan)?),
    };
    let words = if compiled.reads_words { Some(GpuBuffer::upload(gpu, words)?) } else { None };
    let mut slots: Vec<Option<Arc<GpuBuffer>>> = Vec::with_capacity(plan.n_slots);
    for input in &inputs {
        slots.push(Some(input.gpu()?.clone()));
    }
    slots.resize(plan.n_slots, None);
    for (step, compiled) in plan.steps.iter().zip(&compiled.steps) {
        for &(slot, count) in &step.outputs {
            slots[slot] = Some(Arc::new(GpuBuffer::empty(gpu, count)?));
        }
        let inputs: Vec<&RawBuffer> =
            step.inputs.iter().filter_map(|&slot| slots[slot].as_deref()).map(GpuBuffer::raw).collect();
        let mut others: Vec<&RawBuffer> =
            words.iter().filter(|_| compiled.reads_words).map(GpuBuffer::raw).collect();
        others
            .extend(step.outputs.iter().filter_map(|&(slot, _)| slots[slot].as_deref()).map(GpuBuffer::raw));
        for pass in &compiled.passes {
            pass.record(gpu, &inputs, &others);
        }
        gpu.count_dispatches(compiled.passes.len());
        for &slot in &step.free_after {
            slots[slot] = None;
        }
    }
    let root = |&slot: &usize| {
        slots[slot].clone().map(Buffer::Gpu).ok_or_else(|| Error::Gpu("a result was not computed".to_owned()))
    };
    plan.roots.iter().map(root).collect()
}

impl GpuPlan {
    fn compile(gpu: &Arc<Gpu>, plan: &Plan) -> Result<Self> {
        let steps: Vec<GpuStep> =
            plan.steps.iter().map(|step| GpuStep::compile(gpu, step)).collect::<Result<_>>()?;
        let reads_words = steps.iter().any(|step| step.reads_words);
        Ok(Self { steps, reads_words })
    }
}

impl GpuStep {
    fn compile(gpu: &Arc<Gpu>, step: &Step) -> Result<Self> {
        let (dispatches, reads_words) = match &step.work {
            Work::Element { run, count } => one(wgsl::element(run.program(), *count)),
            Work::Reduce { run, reduction } => one(wgsl::reduce(run.program(), *reduction)),
            Work::Op { op, layouts, shape } => (op.run_gpu(gpu, layouts, shape)?, false),
        };
        let passes = dispatches.into_iter().map(|dispatch| {
            let n_read = dispatch.inputs.as_ref().map_or(step.inputs.len(), Vec::len);
            Pass {
                pipeline: gpu.pipeline(
                    &dispatch.kernel,
                    n_read + usize::from(reads_words),
                    step.outputs.len(),
                ),
                uniforms: gpu.device.create_buffer_init(&wgpu::util::BufferInitDescriptor {
                    label: Some("uniforms"),
                    contents: &dispatch.uniforms,
                    usage: wgpu::BufferUsages::UNIFORM,
                }),
                groups: dispatch.groups,
                inputs: dispatch.inputs,
                bind_groups: Mutex::default(),
            }
        });
        Ok(Self { passes: passes.collect(), reads_words })
    }
}

fn one((dispatch, reads_words): (Dispatch, bool)) -> (Vec<Dispatch>, bool) {
    (vec![dispatch], reads_words)
}

impl Pass {
    fn record(&self, gpu: &Gpu, inputs: &[&RawBuffer], others: &[&RawBuffer]) {
        let mut buffers: Vec<&RawBuffer> = match &self.inputs {
            Some(chosen) => chosen.iter().map(|&input| inputs[input]).collect(),
            None => inputs.to_vec(),
        };
        buffers.extend(others);
        let bind_group = self.bind(gpu, &buffers);
        gpu.record(|encoder| {
            let mut pass = encoder.begin_compute_pass(&Default::default());
            pass.set_pipeline(&self.pipeline);
            pass.set_bind_group(0, &bind_group, &[]);
            pass.dispatch_workgroups(self.groups[0], self.groups[1], self.groups[2]);
        });
    }

    fn bind(&self, gpu: &Gpu, buffers: &[&RawBuffer]) -> wgpu::BindGroup {
        let ids: Vec<u64> = buffers.iter().map(|raw| raw.id).collect();
        let mut known = self.bind_groups.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = known.get(&ids) {
            return group.clone();
        }
        let all = std::iter::once(&self.uniforms).chain(buffers.iter().map(|raw| &raw.buffer));
        let entries: Vec<wgpu::BindGroupEntry> = all
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
