//! An elementwise step that alone reads an op's result becomes part of the op's step: its bias, its activation,
//! its residual are computed while the result is still in a cache, and without a buffer of their own.

use super::storing::MAX_LOADS;
use super::{Step, Work};
use crate::Device;
use crate::element::{Program, Run};

/// Joins such steps. `roots` are slots that are asked for.
pub(super) fn join_finishes(steps: Vec<Step>, roots: &[usize], device: &Device) -> Vec<Step> {
    let mut waiting: Vec<Option<Step>> = steps.into_iter().map(Some).collect();
    for at in 0..waiting.len() {
        let Some(slot) = waiting[at].as_ref().and_then(|step| finished_slot(step, device)) else { continue };
        let mut readers = (at + 1..waiting.len())
            .filter(|&i| waiting[i].as_ref().is_some_and(|step| step.inputs.contains(&slot)));
        let (Some(reader), None) = (readers.next(), readers.next()) else { continue };
        if roots.contains(&slot) {
            continue;
        }
        let joined =
            waiting[at].as_ref().zip(waiting[reader].as_ref()).and_then(|(op, end)| join(op, end, slot));
        if joined.is_some() {
            waiting[at] = None;
            waiting[reader] = joined;
        }
    }
    waiting.into_iter().flatten().collect()
}

/// The slot of an op's result, where the op can end with a program.
fn finished_slot(step: &Step, device: &Device) -> Option<usize> {
    match &step.work {
        Work::Op { op, finish: None, .. } if op.takes_finish(device) => Some(step.outputs[0].0),
        _ => None,
    }
}

/// The op's step with the elementwise step at its end; `None` where that reads the result in another order.
fn join(first: &Step, end: &Step, slot: usize) -> Option<Step> {
    let (Work::Op { op, layouts, shape, .. }, Work::Element { run, count }) = (&first.work, &end.work) else {
        return None;
    };
    let carried = end.inputs.iter().position(|&input| input == slot)?;
    let program = carry(run.program(), carried, *count)?;
    if end.outputs.len() != 1
        || first.outputs[0].1 != *count
        || first.inputs.len() + end.inputs.len() > MAX_LOADS + 1
    {
        return None;
    }
    let others = end.inputs.iter().copied().filter(|&input| input != slot);
    let work = Work::Op {
        op: op.clone(),
        layouts: layouts.clone(),
        shape: shape.clone(),
        finish: Some(Run::new(program)),
    };
    let inputs = first.inputs.iter().copied().chain(others).collect();
    Some(Step { work, inputs, outputs: end.outputs.clone(), over: Vec::new(), free_after: Vec::new() })
}

/// The program with input `carried` handed over element by element; the inputs after it move down by one.
fn carry(program: &Program, carried: usize, count: usize) -> Option<Program> {
    let is_plain = |(input, layout): &(usize, crate::shape::Layout)| {
        *input != carried || (layout.is_contiguous() && layout.offset == 0 && layout.count() == count)
    };
    program.loads.iter().all(is_plain).then(|| program.carrying(carried))
}
