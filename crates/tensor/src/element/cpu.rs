//! Runs a fused program on the CPU: block by block, each block through all instructions while it
//! is in the first cache (as numexpr does), so that a chain makes no temporaries.

use std::cell::Cell;

use super::math;
use super::random::uniform_block;
use super::walker::Walker;
use super::{Binary, Instruction, Program, Unary};
use crate::shape::Layout;

/// Elements of a block: a dozen live blocks fit a 32 KiB cache.
pub(crate) const BLOCK: usize = 512;

type Register = [f32; BLOCK];

/// A program made ready: which register each result lives in.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    program: Program,
    registers: Vec<usize>,
    n_registers: usize,
}

impl Run {
    /// Gives registers to results; one is free again after the last use of what it held.
    pub fn new(program: Program) -> Self {
        let last = program.last_uses();
        let (mut registers, mut free, mut n_registers) = (Vec::new(), Vec::new(), 0);
        for (at, instruction) in program.instructions.iter().enumerate() {
            // An operand that ends here may be overwritten in place.
            let mut ending: Vec<usize> = instruction.operands();
            ending.retain(|&operand| last[operand] == at);
            ending.sort_unstable();
            ending.dedup();
            free.extend(ending.iter().map(|&operand| registers[operand]));
            let register = free.pop().unwrap_or_else(|| {
                n_registers += 1;
                n_registers - 1
            });
            registers.push(register);
        }
        Self { program, registers, n_registers }
    }

    /// The program.
    pub fn program(&self) -> &Program {
        &self.program
    }
}

/// What a program reads.
pub(crate) enum Input<'a> {
    /// A buffer.
    Data(&'a [f32]),
    /// A buffer that a result is written over: its elements are read in their own order, a block before
    /// that block is written.
    Over(&'a [Cell<f32>]),
}

/// Runs over `0..count`; `take(start, results)` gets each block's results in the order of the
/// program's, every slice of the block's length.
pub(crate) fn run(
    run: &Run,
    count: usize,
    inputs: &[Input<'_>],
    words: &[u32],
    mut take: impl FnMut(usize, &[&[f32]]),
) {
    let mut runner = Runner::new(run, inputs, words);
    while runner.start < count {
        let (start, len) = (runner.start, BLOCK.min(count - runner.start));
        runner.run_block(len, &[]);
        let results: Vec<&[f32]> = run.program.results.iter().map(|&at| runner.result(at, len)).collect();
        take(start, &results);
    }
}

/// A program in the midst of its range.
pub(crate) struct Runner<'a> {
    run: &'a Run,
    inputs: &'a [Input<'a>],
    words: &'a [u32],
    registers: Vec<Register>,
    walkers: Vec<Walker>,
    start: usize,
}

impl<'a> Runner<'a> {
    /// At the start of the range.
    pub fn new(run: &'a Run, inputs: &'a [Input<'a>], words: &'a [u32]) -> Self {
        let walker = |(input, layout): &(usize, Layout)| match inputs[*input] {
            Input::Data(data) => Walker::new(layout, data),
            Input::Over(_) => Walker::new(layout, &[]),
        };
        let walkers = run.program.loads.iter().map(walker).collect();
        Self { run, inputs, words, registers: vec![[0.0; BLOCK]; run.n_registers], walkers, start: 0 }
    }

    /// Computes the program's one result over the next elements, in place of what the program calls carried.
    pub fn finish(&mut self, part: &mut [f32]) {
        for block in part.chunks_mut(BLOCK) {
            self.run_block(block.len(), block);
            block.copy_from_slice(self.result(self.run.program.results[0], block.len()));
        }
    }

    fn result(&self, at: usize, len: usize) -> &[f32] {
        &self.registers[self.run.registers[at]][..len]
    }

    fn run_block(&mut self, len: usize, carried: &[f32]) {
        let Self { run, inputs, words, registers, walkers, start } = self;
        for (at, instruction) in run.program.instructions.iter().enumerate() {
            let to = run.registers[at];
            let from = |operand: usize| run.registers[operand];
            match *instruction {
                Instruction::Load(load) => {
                    let (input, layout) = &run.program.loads[load];
                    let out = &mut registers[to][..len];
                    match inputs[*input] {
                        Input::Data(data) => walkers[load].read(layout, data, *start, out),
                        Input::Over(cells) => {
                            out.iter_mut().zip(&cells[*start..]).for_each(|(out, cell)| *out = cell.get());
                        }
                    }
                }
                Instruction::Carried => registers[to][..len].copy_from_slice(carried),
                Instruction::Constant(value) => registers[to].fill(value),
                Instruction::Scalar(word) => registers[to].fill(f32::from_bits(words[word])),
                Instruction::Index => {
                    for (i, out) in registers[to][..len].iter_mut().enumerate() {
                        *out = (*start + i) as f32;
                    }
                }
                Instruction::Random(word) => {
                    let key = [words[word], words[word + 1]];
                    uniform_block(key, *start as u32, &mut registers[to][..len]);
                }
                Instruction::Unary(function, x) => {
                    if from(x) != to {
                        let (x, out) = pair(registers, from(x), to);
                        out.copy_from_slice(x);
                    }
                    unary(function, &mut registers[to]);
                }
                Instruction::Binary(function, a, b) => binary(function, registers, from(a), from(b), to),
                Instruction::Select(c, a, b) => {
                    let (c, a, b) = (registers[from(c)], registers[from(a)], registers[from(b)]);
                    for (i, out) in registers[to].iter_mut().enumerate() {
                        *out = if c[i] != 0.0 { a[i] } else { b[i] };
                    }
                }
            }
        }
        *start += len;
    }
}

/// Two different registers, the first to read and the second to write.
fn pair(registers: &mut [Register], read: usize, write: usize) -> (&Register, &mut Register) {
    if read < write {
        let (left, right) = registers.split_at_mut(write);
        (&left[read], &mut right[0])
    } else {
        let (left, right) = registers.split_at_mut(read);
        (&right[0], &mut left[write])
    }
}

/// Whole registers are computed, also beyond a short block: a fixed length is what vectorises.
fn unary(function: Unary, x: &mut Register) {
    macro_rules! map {
        ($f:expr) => {
            for v in x.iter_mut() {
                *v = $f(*v);
            }
        };
    }
    match function {
        Unary::Copy => {}
        Unary::Neg => map!(|v: f32| -v),
        Unary::Abs => map!(f32::abs),
        Unary::Sign => map!(|v: f32| if v > 0.0 {
            1.0
        } else if v < 0.0 {
            -1.0
        } else {
            v
        }),
        Unary::Exp => map!(math::exp),
        Unary::Ln => map!(math::ln),
        Unary::Sqrt => map!(f32::sqrt),
        Unary::Recip => map!(|v: f32| 1.0 / v),
        Unary::Tanh => map!(math::tanh),
        Unary::Sigmoid => map!(math::sigmoid),
        Unary::Erf => map!(math::erf),
        Unary::GeluErf => map!(math::gelu_erf),
        Unary::Sin => map!(math::sin),
        Unary::Cos => map!(math::cos),
        Unary::Floor => map!(f32::floor),
        Unary::Relu => map!(|v: f32| if v < 0.0 { 0.0 } else { v }),
    }
}

fn binary(function: Binary, registers: &mut [Register], a: usize, b: usize, to: usize) {
    macro_rules! zip {
        ($f:expr) => {
            if to == a && to == b {
                for v in registers[to].iter_mut() {
                    *v = $f(*v, *v);
                }
            } else if to == a {
                let (b, out) = pair(registers, b, to);
                for (v, &b) in out.iter_mut().zip(b) {
                    *v = $f(*v, b);
                }
            } else if to == b {
                let (a, out) = pair(registers, a, to);
                for (v, &a) in out.iter_mut().zip(a) {
                    *v = $f(a, *v);
                }
            } else {
                let (a, out) = pair(registers, a, to);
                out.copy_from_slice(a);
                let (b, out) = pair(registers, b, to);
                for (v, &b) in out.iter_mut().zip(b) {
                    *v = $f(*v, b);
                }
            }
        };
    }
    match function {
        Binary::Add => zip!(|a: f32, b: f32| a + b),
        Binary::Sub => zip!(|a: f32, b: f32| a - b),
        Binary::Mul => zip!(|a: f32, b: f32| a * b),
        Binary::Div => zip!(|a: f32, b: f32| a / b),
        Binary::Max => zip!(|a: f32, b: f32| if b > a { b } else { a }),
        Binary::Min => zip!(|a: f32, b: f32| if b < a { b } else { a }),
        Binary::Pow => zip!(math::pow),
        Binary::Less => zip!(|a: f32, b: f32| if a < b { 1.0 } else { 0.0 }),
        Binary::LessEqual => zip!(|a: f32, b: f32| if a <= b { 1.0 } else { 0.0 }),
        Binary::Equal => zip!(|a: f32, b: f32| if a == b { 1.0 } else { 0.0 }),
    }
}
