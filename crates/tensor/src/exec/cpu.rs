//! Runs a plan on the CPU.

use std::rc::Rc;

use super::buffer::take_vector;
use super::{Buffer, CpuBuffer, CpuView};
use crate::Result;
use crate::element::{Run, Runner, run as run_program};
use crate::graph::{Plan, Reducer, Reduction, Step, Work};

pub(super) fn run(plan: &Plan, inputs: Vec<Buffer>, words: &[u32]) -> Result<Vec<Buffer>> {
    let mut slots: Vec<Option<Rc<CpuBuffer>>> = Vec::with_capacity(plan.n_slots);
    for input in &inputs {
        slots.push(Some(input.cpu()?.clone()));
    }
    drop(inputs);
    slots.resize(plan.n_slots, None);
    for step in &plan.steps {
        let outputs = run_step(step, &slots, words)?;
        for (&slot, data) in step.outputs.iter().map(|(slot, _)| slot).zip(outputs) {
            slots[slot] = Some(Rc::new(CpuBuffer::new(data)));
        }
        for &slot in &step.free_after {
            slots[slot] = None;
        }
    }
    let root = |&slot: &usize| slots[slot].clone().map(Buffer::Cpu);
    Ok(plan.roots.iter().filter_map(root).collect())
}

fn run_step(step: &Step, slots: &[Option<Rc<CpuBuffer>>], words: &[u32]) -> Result<Vec<Vec<f32>>> {
    let inputs: Vec<&CpuBuffer> = step.inputs.iter().filter_map(|&slot| slots[slot].as_deref()).collect();
    let mut outputs: Vec<Vec<f32>> = step.outputs.iter().map(|&(_, count)| take_vector(count)).collect();
    match &step.work {
        Work::Element { run, count } => {
            let data: Vec<&[f32]> = inputs.iter().map(|input| input.data()).collect();
            run_program(run, *count, &data, words, |start, results| {
                for (out, result) in outputs.iter_mut().zip(results) {
                    out[start..start + result.len()].copy_from_slice(result);
                }
            });
        }
        Work::Reduce { run, reduction } => {
            let data: Vec<&[f32]> = inputs.iter().map(|input| input.data()).collect();
            reduce(run, *reduction, &data, words, &mut outputs[0]);
        }
        Work::Op { op, layouts, shape, finish } => {
            let views: Vec<CpuView> =
                inputs.iter().zip(layouts).map(|(input, layout)| CpuView::new(input, layout)).collect();
            match finish {
                None => op.run_cpu(&views, shape, &mut outputs[0])?,
                Some(run) => {
                    let others: Vec<&[f32]> =
                        inputs[layouts.len()..].iter().map(|input| input.data()).collect();
                    let mut runner = Runner::new(run, &others, words);
                    op.run_cpu_finished(&views, shape, &mut outputs[0], &mut |part| runner.finish(part))?;
                }
            }
            debug_assert_eq!(outputs[0].len(), shape.iter().product::<usize>(), "{}", op.name());
        }
    }
    Ok(outputs)
}

/// Sums in f64 in a fixed order: agrees with a careful reference, and with itself to the bit. Maxima
/// and minima ignore NaN.
fn reduce(run: &Run, reduction: Reduction, inputs: &[&[f32]], words: &[u32], out: &mut [f32]) {
    if reduction.inner == 1 {
        reduce_rows(run, reduction, inputs, words, out);
    } else {
        reduce_columns(run, reduction, inputs, words, out);
    }
}

fn reduce_rows(run: &Run, reduction: Reduction, inputs: &[&[f32]], words: &[u32], out: &mut [f32]) {
    let Reduction { reducer, outer, middle, .. } = reduction;
    let mut sum = reducer.first();
    let mut row = 0;
    run_program(run, outer * middle, inputs, words, |start, results| {
        let (mut values, mut at) = (results[0], start % middle);
        while !values.is_empty() {
            let n = (middle - at).min(values.len());
            sum = join_row(reducer, sum, &values[..n]);
            values = &values[n..];
            at += n;
            if at == middle {
                out[row] = sum as f32;
                (sum, at, row) = (reducer.first(), 0, row + 1);
            }
        }
    });
}

/// Columns fewer than this are summed several rows side by side.
const WIDE: usize = 128;

fn reduce_columns(run: &Run, reduction: Reduction, inputs: &[&[f32]], words: &[u32], out: &mut [f32]) {
    let Reduction { reducer, outer, middle, inner } = reduction;
    let per_outer = middle * inner;
    // Rows side by side as if they were one of `width` columns; folded at the end of each outer entry.
    let width = (inner * (WIDE / inner).max(1)).min(per_outer);
    let mut sums = vec![reducer.first(); width];
    let (mut at, mut column) = (0, 0);
    run_program(run, outer * per_outer, inputs, words, |_, results| {
        let mut values = results[0];
        while !values.is_empty() {
            let n = (width - column).min(per_outer - at % per_outer).min(values.len());
            join_columns(reducer, &mut sums[column..column + n], &values[..n]);
            values = &values[n..];
            at += n;
            column += n;
            if column == width {
                column = 0;
            }
            if at % per_outer == 0 {
                let to = &mut out[(at / per_outer - 1) * inner..][..inner];
                for (c, out) in to.iter_mut().enumerate() {
                    let parts = sums[c..].iter().step_by(inner);
                    *out = parts.fold(reducer.first(), |a, &b| reducer.join(a, b)) as f32;
                }
                sums.fill(reducer.first());
                column = 0;
            }
        }
    });
}

impl Reducer {
    /// What nothing reduces to.
    fn first(self) -> f64 {
        match self {
            Self::Sum => 0.0,
            Self::Max => f64::NEG_INFINITY,
            Self::Min => f64::INFINITY,
        }
    }

    fn join(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Sum => a + b,
            Self::Max => {
                if b > a {
                    b
                } else {
                    a
                }
            }
            Self::Min => {
                if b < a {
                    b
                } else {
                    a
                }
            }
        }
    }
}

/// Eight sums side by side, then one: a fixed order that vectorises.
fn join_row(reducer: Reducer, start: f64, values: &[f32]) -> f64 {
    if values.len() < 16 || reducer != Reducer::Sum {
        return values.iter().fold(start, |a, &v| reducer.join(a, f64::from(v)));
    }
    let mut lanes = [0.0_f64; 8];
    let chunks = values.chunks_exact(8);
    let rest: f64 = chunks.remainder().iter().map(|&v| f64::from(v)).sum();
    for chunk in chunks {
        for (lane, &v) in lanes.iter_mut().zip(chunk) {
            *lane += f64::from(v);
        }
    }
    start + lanes.iter().sum::<f64>() + rest
}

fn join_columns(reducer: Reducer, sums: &mut [f64], values: &[f32]) {
    match reducer {
        Reducer::Sum => sums.iter_mut().zip(values).for_each(|(sum, &v)| *sum += f64::from(v)),
        _ => sums.iter_mut().zip(values).for_each(|(sum, &v)| *sum = reducer.join(*sum, f64::from(v))),
    }
}
