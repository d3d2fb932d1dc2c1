//! Runs a plan on a graphics device: pipelines and uniform blocks are made at its first run, bind
//! groups when a set of buffers is first met, so that a step that repeats only records dispatches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use wgpu::util::DeviceExt;

use super::Buffer;
use crate::element::wgsl;
use crate::error::Lack;
use crate::gpu::{Dispatch, Gpu, GpuBuffer, RawBuffer, Recorder, Scratch};
use crate::graph::{Plan, Step, Work};
use crate::{Error, Result};

/// A plan's steps, compiled for one device.
pub(crate) struct GpuPlan {
    steps: Vec<GpuStep>,
    /// The words of the last run, on the device.
    words: Mutex<Option<(Vec<u32>, RawBuffer)>>,
}

/// A step with buffers of its own for its outputs, and one that writes over inputs; compiled when first
/// met.
#[derive(Default)]
struct GpuStep {
    apart: OnceLock<Passes>,
    over: OnceLock<Passes>,
}

struct Passes {
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

pub(super) fn run(
    gpu: &Arc<Gpu>,
    plan: &Plan,
    slots: &mut Vec<Option<Buffer>>,
    words: &[u32],
) -> Result<Vec<Buffer>> {
    gpu.check()?;
    let compiled = match gpu.compiled(plan.id) {
        Some(compiled) => compiled,
        None => gpu.keep_compiled(plan.id, GpuPlan::new(plan)),
    };
    // Written before anything is recorded, since writing sends what was.
    let words = (!words.is_empty()).then(|| compiled.upload_words(gpu, words));
    let is_alone = |slot: usize| match slots.get(slot) {
        Some(leaf) => matches!(leaf, Some(Buffer::Gpu(buffer)) if Arc::strong_count(buffer) == 1),
        None => true,
    };
    let is_over = |step: &Step| step.over.iter().flatten().all(|&input| is_alone(step.inputs[input]));
    let steps: Vec<(&Step, bool)> = plan.steps.iter().map(|step| (step, is_over(step))).collect();
    let compiled: Vec<&Passes> = steps
        .iter()
        .zip(&compiled.steps)
        .map(|(&(step, is_over), compiled)| compiled.compile(gpu, step, is_over))
        .collect::<Result<_>>()?;
    slots.resize(plan.n_slots, None);
    let mut recorder = gpu.recorder();
    for ((step, is_over), compiled) in steps.into_iter().zip(compiled) {
        let fresh = match make_fresh(gpu, step, is_over, compiled) {
            Ok(fresh) => fresh,
            Err(_) => {
                drop(recorder);
                gpu.make_room();
                let fresh = make_fresh(gpu, step, is_over, compiled)
                    .map_err(|lack| lack.of(step.name(), &step.shape()))?;
                recorder = gpu.recorder();
                fresh
            }
        };
        let raw = |buffer: &Option<Buffer>| match buffer {
            Some(Buffer::Gpu(buffer)) => Some(buffer.raw().clone()),
            _ => None,
        };
        let mut read: Vec<RawBuffer> = step.inputs.iter().filter_map(|&slot| raw(&slots[slot])).collect();
        for ((output, &(slot, _)), buffer) in step.outputs.iter().enumerate().zip(fresh.outputs) {
            slots[slot] = match (buffer, step.over[output]) {
                (None, Some(input)) => slots[step.inputs[input]].take(),
                (buffer, _) => buffer,
            };
        }
        let written: Vec<RawBuffer> =
            step.outputs.iter().filter_map(|&(slot, _)| raw(&slots[slot])).collect();
        read.extend(words.clone().filter(|_| compiled.reads_words));
        let scratch = fresh.scratch.as_ref().map(GpuBuffer::raw);
        for pass in &compiled.passes {
            pass.record(gpu, &mut recorder, &read, &written, scratch);
        }
        recorder.count(compiled.passes.len());
        for &slot in &step.free_after {
            slots[slot] = None;
        }
    }
    drop(recorder);
    let root =
        |&slot: &usize| slots[slot].clone().ok_or_else(|| Error::Gpu("a result was not computed".to_owned()));
    plan.roots.iter().map(root).collect()
}

/// Buffers that a step needs beside those that it writes over.
struct Fresh {
    /// One for each output; none for one that is written over an input.
    outputs: Vec<Option<Buffer>>,
    scratch: Option<GpuBuffer>,
}

fn make_fresh(
    gpu: &Arc<Gpu>,
    step: &Step,
    is_over: bool,
    compiled: &Passes,
) -> std::result::Result<Fresh, Lack> {
    let make = |(&(_, count), over): (&(usize, usize), &Option<usize>)| {
        let is_fresh = !is_over || over.is_none();
        is_fresh.then(|| Ok(Buffer::Gpu(Arc::new(GpuBuffer::empty(gpu, count)?)))).transpose()
    };
    let outputs = step.outputs.iter().zip(&step.over).map(make).collect::<std::result::Result<_, _>>()?;
    let scratch = match compiled.scratch_count() {
        0 => None,
        count => Some(GpuBuffer::empty(gpu, count)?),
    };
    Ok(Fresh { outputs, scratch })
}

impl GpuPlan {
    fn new(plan: &Plan) -> Self {
        let steps = plan.steps.iter().map(|_| GpuStep::default()).collect();
        Self { steps, words: Mutex::default() }
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
    /// The passes that write over inputs, or those that do not.
    fn compile(&self, gpu: &Arc<Gpu>, step: &Step, is_over: bool) -> Result<&Passes> {
        let kept = if is_over { &self.over } else { &self.apart };
        match kept.get() {
            Some(passes) => Ok(passes),
            None => {
                let passes = Passes::compile(gpu, step, is_over)?;
                Ok(kept.get_or_init(|| passes))
            }
        }
    }
}

impl Passes {
    fn compile(gpu: &Arc<Gpu>, step: &Step, is_over: bool) -> Result<Self> {
        let (dispatches, reads_words) = match &step.work {
            Work::Element { run, count } => {
                let apart = vec![None; step.over.len()];
                one(wgsl::element(run.program(), *count, if is_over { &step.over } else { &apart }))
            }
            Work::Reduce { run, reduction } => one(wgsl::reduce(gpu, run.program(), *reduction)),
            Work::Op { op, layouts, shape, .. } => (op.run_gpu(gpu, layouts, shape)?, false),
        };
        let passes = dispatches.into_iter().map(|dispatch| {
            let n_read = match (dispatch.scratch, &dispatch.inputs) {
                (Scratch::Read, _) => 1,
                (_, Some(chosen)) => chosen.len(),
                (_, None) => step.inputs.len() + usize::from(reads_words),
            };
            Pass {
                pipeline: gpu.pipeline(&dispatch.kernel, n_read, step.outputs.len()),
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
        read: &[RawBuffer],
        written: &[RawBuffer],
        scratch: Option<&RawBuffer>,
    ) {
        let mut buffers: Vec<&RawBuffer> = Vec::with_capacity(read.len() + written.len());
        match (&self.inputs, self.scratch) {
            (_, Scratch::Read) => buffers.extend(scratch),
            (Some(chosen), _) => buffers.extend(chosen.iter().map(|&input| &read[input])),
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
