//! Runs a plan on a graphics device: pipelines and uniform blocks are made at its first run, bind
//! groups when a set of buffers is first met, so that a step that repeats only records dispatches.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::Buffer;
use super::pass::Pass;
use crate::element::{Program, wgsl};
use crate::gpu::{Dispatch, Gpu, GpuBuffer, RawBuffer, Scratch};
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
                let fresh = make_fresh(gpu, step, is_over, compiled)?;
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

fn make_fresh(gpu: &Arc<Gpu>, step: &Step, is_over: bool, compiled: &Passes) -> Result<Fresh> {
    let empty = |count| GpuBuffer::empty(gpu, count, step.name(), &step.shape());
    let make = |(&(_, count), over): (&(usize, usize), &Option<usize>)| {
        let is_fresh = !is_over || over.is_none();
        is_fresh.then(|| Ok(Buffer::Gpu(Arc::new(empty(count)?)))).transpose()
    };
    let outputs = step.outputs.iter().zip(&step.over).map(make).collect::<Result<_>>()?;
    let scratch = match compiled.scratch_count() {
        0 => None,
        count => Some(empty(count)?),
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
            Work::Op { op, layouts, shape, finish: None } => (op.run_gpu(gpu, layouts, shape)?, false),
            Work::Op { op, layouts, shape, finish: Some(run) } => {
                finish_last(op.run_gpu(gpu, layouts, shape)?, layouts.len(), run.program())?
            }
        };
        let passes = dispatches.into_iter().map(|dispatch| Pass::new(gpu, dispatch, step)).collect();
        Ok(Self { passes, reads_words })
    }

    /// Numbers in the buffer that the passes hand on to each other.
    fn scratch_count(&self) -> usize {
        let count = |pass: &Pass| if let Scratch::Written(count) = pass.scratch { count } else { 0 };
        self.passes.iter().map(count).max().unwrap_or(0)
    }
}

/// An op's dispatches with the program at the end of the last.
fn finish_last(
    mut dispatches: Vec<Dispatch>,
    n_inputs: usize,
    program: &Program,
) -> Result<(Vec<Dispatch>, bool)> {
    for dispatch in &mut dispatches {
        dispatch.inputs.get_or_insert_with(|| (0..n_inputs).collect());
    }
    let last = dispatches.pop().ok_or_else(|| Error::Gpu("an op without a kernel".to_owned()))?;
    let (last, reads_words) = wgsl::finish(program, last, n_inputs)?;
    dispatches.push(last);
    Ok((dispatches, reads_words))
}

fn one((dispatch, reads_words): (Dispatch, bool)) -> (Vec<Dispatch>, bool) {
    (vec![dispatch], reads_words)
}
