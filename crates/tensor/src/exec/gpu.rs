//! Runs a plan on a graphics device: pipelines and uniform blocks are made at its first run, bind
//! groups when a set of buffers is first met, so that a step that repeats only records dispatches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use wgpu::util::DeviceExt;

use super::Buffer;
use crate::element::wgsl;
use crate::gpu::{Dispatch, Gpu, GpuBuffer, RawBuffer, Recorder, Scratch};
use crate::graph::{Plan, Step, Work};
use crate::{Error, Result};

/// A plan's steps, compiled for one device.
pub(crate) struct GpuPlan {
    steps: Vec<GpuStep>,
    reads_words: bool,
    /// The words of the last run, on the device.
    words: Mutex<Option<(Vec<u32>, RawBuffer)>>,
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
    scratch: Scratch,
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
    let words = compiled.reads_words.then(|| compiled.upload_words(gpu, words));
    let mut slots: Vec<Option<Arc<GpuBuffer>>> = Vec::with_capacity(plan.n_slots);
    for input in &inputs {
        slots.push(Some(input.gpu()?.clone()));
    }
    slots.resize(plan.n_slots, None);
    let mut recorder = gpu.recorder();
    for (step, compiled) in plan.steps.iter().zip(&compiled.steps) {
        for &(slot, count) in &step.outputs {
            slots[slot] = Some(Arc::new(GpuBuffer::empty(gpu, count)?));
        }
        let raw = |slot: &usize| slots[*slot].as_deref().map(GpuBuffer::raw);
        let mut read: Vec<&RawBuffer> = step.inputs.iter().filter_map(raw).collect();
        let written: Vec<&RawBuffer> = step.outputs.iter().filter_map(|(slot, _)| raw(slot)).collect();
        if let Some(words) = words.as_ref().filter(|_| compiled.reads_words) {
            read.push(words);
        }
        let scratch = match compiled.scratch_count() {
            0 => None,
            count => Some(GpuBuffer::empty(gpu, count)?),
        };
        let scratch = scratch.as_ref().map(GpuBuffer::raw);
        for pass in &compiled.passes {
            pass.record(gpu, &mut recorder, &read, &written, scratch);
        }
        recorder.count(compiled.passes.len());
        for &slot in &step.free_after {
            slots[slot] = None;
        }
    }
    drop(recorder);
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
        Ok(Self { steps, reads_words, words: Mutex::default() })
    }

    /// The words on the device; written only where they differ from the last run's.
    fn upload_words(&self, gpu: &Gpu, words: &[u32]) -> RawBuffer {
        let mut last = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, buffer) =
            last.get_or_insert_with(|| (Vec::new(), RawBuffer::new(gpu, words.len() as u64 * 4)));
        if known != words {
            buffer.write(gpu, words);
            words.clone_into(known);
        }
        buffer.clone()
    }
}

impl GpuStep {
    fn compile(gpu: &Arc<Gpu>, step: &Step) -> Result<Self> {
        let (dispatches, reads_words) = match &step.work {
            Work::Element { run, count } => one(wgsl::element(run.program(), *count)),
            Work::Reduce { run, reduction } => one(wgsl::reduce(gpu, run.program(), *reduction)),
            Work::Op { op, layouts, shape, .. } => (op.run_gpu(gpu, layouts, shape)?, false),
        };
        let passes = dispatches.into_iter().map(|dispatch| {
            let n_read = match dispatch.scratch {
                Scratch::Read => 1,
                _ => dispatch.inputs.as_ref().map_or(step.inputs.len(), Vec::len),
            };
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
                scratch: dispatch.scratch,
                bind_groups: Mutex::default(),
            }
        });
        Ok(Self { passes: passes.collect(), reads_words })
    }

    /// Numbers in the buffer that the passes hand on to each other.
    fn scratch_count(&self) -> usize {
        let count = |pass: &Pass| if let Scratch::Written(count) = pass.scratch { count } else { 0 };
        self.passes.iter().map(count).max().unwrap_or(0)
    }
}

fn one((dispatch, reads_words): (Dispatch, bool)) -> (Vec<Dispatch>, bool) {
    (vec![dispatch], reads_words)
}

impl Pass {
    fn record(
        &self,
        gpu: &Gpu,
        recorder: &mut Recorder<'_>,
        read: &[&RawBuffer],
        written: &[&RawBuffer],
        scratch: Option<&RawBuffer>,
    ) {
        let mut buffers: Vec<&RawBuffer> = Vec::with_capacity(read.len() + written.len());
        match (&self.inputs, self.scratch) {
            (_, Scratch::Read) => buffers.extend(scratch),
            (Some(chosen), _) => buffers.extend(chosen.iter().map(|&input| read[input])),
            (None, _) => buffers.extend(read),
        }
        match self.scratch {
            Scratch::Written(_) => buffers.extend(scratch),
            _ => buffers.extend(written),
        }
        let pass = recorder.pass();
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, &self.bind(gpu, &buffers), &[]);
        pass.dispatch_workgroups(self.groups[0], self.groups[1], self.groups[2]);
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
