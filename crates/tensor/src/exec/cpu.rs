//! Runs a plan on the CPU.

use std::rc::Rc;

use super::buffer::take_vector;
use super::{Buffer, CpuBuffer, CpuView};
use crate::Result;
use crate::element::{Run, run as run_program};
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
        Work::Op { op, layouts, shape } => {
            let views: Vec<CpuView> =
                inputs.iter().zip(layouts).map(|(input, layout)| CpuView::new(input, layout)).collect();
            op.run_cpu(&views, shape, &mut outputs[0])?;
            debug_assert_eq!(outputs[0].len(), shape.iter().product::<usize>(), "{}", op.name());
        }
    }
    Ok(outputs)
}

/// Sums in f64, in the order of the elements: agrees with a careful reference, and with itself to
/// the bit. Maxima and minima ignore NaN.
fn reduce(run: &Run, reduction: Reduction, inputs: &[&[f32]], words: &[u32], out: &mut [f32]) {
    let Reduction { reducer, outer, middle, inner } = reduction;
    let (count, per_outer) = (outer * middle * inner, middle * inner);
    let first = match reducer {
        Reducer::Sum => 0.0,
        Reducer::Max => f64::NEG_INFINITY,
        Reducer::Min => f64::INFINITY,
    };
    let mut sums = vec![first; inner];
    run_program(run, count, inputs, words, |start, results| {
        let (mut values, mut at) = (results[0], start);
        while !values.is_empty() {
            let column = at % inner;
            let n = if inner == 1 { (per_outer - at % per_outer).min(values.len()) } else { (inner - column).min(values.len()) };
            if inner == 1 {
                sums[0] = join_row(reducer, sums[0], &values[..n]);
            } else {
                join_columns(reducer, &mut sums[column..column + n], &values[..n]);
            }
            at += n;
            values = &values[n..];
            if at % per_outer == 0 {
                let to = (at / per_outer - 1) * inner;
                for (out, sum) in out[to..to + inner].iter_mut().zip(&mut sums) {
                    *out = *sum as f32;
                    *sum = first;
                }
            }
        }
    });
}

/// Eight sums side by side, then one: a fixed order that vectorises.
fn join_row(reducer: Reducer, start: f64, values: &[f32]) -> f64 {
    match reducer {
        Reducer::Sum => {
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
        Reducer::Max => f64::from(values.iter().fold(start as f32, |a, &v| if v > a { v } else { a })),
        Reducer::Min => f64::from(values.iter().fold(start as f32, |a, &v| if v < a { v } else { a })),
    }
}

fn join_columns(reducer: Reducer, sums: &mut [f64], values: &[f32]) {
    for (sum, &v) in sums.iter_mut().zip(values) {
        let v = f64::from(v);
        match reducer {
            Reducer::Sum => *sum += v,
            Reducer::Max => *sum = if v > *sum { v } else { *sum },
            Reducer::Min => *sum = if v < *sum { v } else { *sum },
        }
    }
}
