//! Runs a plan on the CPU.

use std::cell::Cell;
use std::rc::Rc;

use super::buffer::take_vector;
use super::{Buffer, CpuBuffer, CpuView};
use crate::Result;
use crate::element::{Input, Run, Runner, run as run_program};
use crate::graph::{Plan, Reducer, Reduction, Step, Work};

pub(super) fn run(plan: &Plan, slots: &mut Vec<Option<Buffer>>, words: &[u32]) -> Result<Vec<Buffer>> {
    slots.resize(plan.n_slots, None);
    for step in &plan.steps {
        let outputs = run_step(step, slots, words)?;
        for (&slot, data) in step.outputs.iter().map(|(slot, _)| slot).zip(outputs) {
            slots[slot] = Some(Buffer::Cpu(Rc::new(CpuBuffer::new(data))));
        }
        for &slot in &step.free_after {
            slots[slot] = None;
        }
    }
    Ok(plan.roots.iter().filter_map(|&slot| slots[slot].clone()).collect())
}

fn run_step(step: &Step, slots: &mut [Option<Buffer>], words: &[u32]) -> Result<Vec<Vec<f32>>> {
    let mut outputs = make_outputs(step, slots)?;
    if let Work::Element { run, count } = &step.work {
        run_element(run, *count, step, slots, words, &mut outputs);
        return Ok(outputs.into_iter().map(|output| output.data).collect());
    }
    let inputs: Vec<&CpuBuffer> = step.inputs.iter().filter_map(|&slot| cpu(slots, slot)).collect();
    let out = &mut outputs[0].data;
    match &step.work {
        Work::Element { .. } => {}
        Work::Reduce { run, reduction } => {
            let data: Vec<Input> = inputs.iter().map(|input| Input::Data(input.data())).collect();
            reduce(run, *reduction, &data, words, out);
        }
        Work::Op { op, layouts, shape, finish } => {
            let views: Vec<CpuView> =
                inputs.iter().zip(layouts).map(|(input, layout)| CpuView::new(input, layout)).collect();
            match finish {
                None => op.run_cpu(&views, shape, out)?,
                Some(run) => {
                    let others: Vec<Input> =
                        inputs[layouts.len()..].iter().map(|input| Input::Data(input.data())).collect();
                    let mut runner = Runner::new(run, &others, words);
                    op.run_cpu_finished(&views, shape, out, &mut |part| runner.finish(part))?;
                }
            }
            debug_assert_eq!(out.len(), shape.iter().product::<usize>(), "{}", op.name());
        }
    }
    Ok(outputs.into_iter().map(|output| output.data).collect())
}

fn cpu(slots: &[Option<Buffer>], slot: usize) -> Option<&CpuBuffer> {
    match &slots[slot] {
        Some(Buffer::Cpu(buffer)) => Some(buffer),
        _ => None,
    }
}

/// Room for each output: the vector that it may be written over where nobody else holds it, or another.
/// Takes the latter first, so that nothing is lost where there is no room.
fn make_outputs(step: &Step, slots: &mut [Option<Buffer>]) -> Result<Vec<Output>> {
    let over = |output: usize| {
        let input = step.over[output]?;
        matches!(&slots[step.inputs[input]], Some(Buffer::Cpu(buffer)) if Rc::strong_count(buffer) == 1)
            .then_some(input)
    };
    let make = |(output, &(_, count)): (usize, &(usize, usize))| {
        Ok(match over(output) {
            Some(input) => Output { data: Vec::new(), over: Some(input) },
            None => {
                let data = take_vector(count).map_err(|lack| lack.of(step.name(), &step.shape()))?;
                Output { data, over: None }
            }
        })
    };
    let mut outputs: Vec<Output> = step.outputs.iter().enumerate().map(make).collect::<Result<_>>()?;
    for output in &mut outputs {
        let Some(input) = output.over else { continue };
        if let Some(Buffer::Cpu(buffer)) = slots[step.inputs[input]].take()
            && let Ok(buffer) = Rc::try_unwrap(buffer)
        {
            output.data = buffer.into_data();
        }
    }
    Ok(outputs)
}

/// What a step writes.
struct Output {
    data: Vec<f32>,
    /// The input that it held.
    over: Option<usize>,
}

fn run_element(
    run: &Run,
    count: usize,
    step: &Step,
    slots: &[Option<Buffer>],
    words: &[u32],
    outputs: &mut [Output],
) {
    let held: Vec<Option<usize>> = outputs.iter().map(|output| output.over).collect();
    let cells: Vec<&[Cell<f32>]> = outputs
        .iter_mut()
        .map(|output| Cell::from_mut(output.data.as_mut_slice()).as_slice_of_cells())
        .collect();
    let input = |(at, &slot): (usize, &usize)| match held.iter().position(|&over| over == Some(at)) {
        Some(output) => Input::Over(cells[output]),
        None => Input::Data(cpu(slots, slot).map_or(&[], CpuBuffer::data)),
    };
    let inputs: Vec<Input> = step.inputs.iter().enumerate().map(input).collect();
    run_program(run, count, &inputs, words, |start, results| {
        for (out, result) in cells.iter().zip(results) {
            out[start..].iter().zip(*result).for_each(|(out, &value)| out.set(value));
        }
    });
}

/// Sums in f64 in a fixed order: agrees with a careful reference, and with itself to the bit. Maxima
/// and minima ignore NaN.
fn reduce(run: &Run, reduction: Reduction, inputs: &[Input], words: &[u32], out: &mut [f32]) {
    if reduction.inner == 1 {
        reduce_rows(run, reduction, inputs, words, out);
    } else {
        reduce_columns(run, reduction, inputs, words, out);
    }
}

fn reduce_rows(run: &Run, reduction: Reduction, inputs: &[Input], words: &[u32], out: &mut [f32]) {
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

fn reduce_columns(run: &Run, reduction: Reduction, inputs: &[Input], words: &[u32], out: &mut [f32]) {
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
