//! Runs a fused program on the CPU: block by block, each block through all instructions while it
//! is in the first cache (as numexpr does), so that a chain makes no temporaries.

use std::cell::Cell;

use super::math;
use super::random::uniform_block;
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
    let mut registers: Vec<Register> = vec![[0.0; BLOCK]; run.n_registers];
    let program = &run.program;
    let mut walkers: Vec<Walker> = program.loads.iter().map(|(_, layout)| Walker::new(layout)).collect();
    let mut start = 0;
    while start < count {
        let len = BLOCK.min(count - start);
        for (at, instruction) in program.instructions.iter().enumerate() {
            let to = run.registers[at];
            let from = |operand: usize| run.registers[operand];
            match *instruction {
                Instruction::Load(load) => {
                    let (input, layout) = &program.loads[load];
                    let out = &mut registers[to][..len];
                    match inputs[*input] {
                        Input::Data(data) => walkers[load].read(layout, data, start, out),
                        Input::Over(cells) => {
                            out.iter_mut().zip(&cells[start..]).for_each(|(out, cell)| *out = cell.get());
                        }
                    }
                }
                Instruction::Constant(value) => registers[to].fill(value),
                Instruction::Scalar(word) => registers[to].fill(f32::from_bits(words[word])),
                Instruction::Index => {
                    for (i, out) in registers[to][..len].iter_mut().enumerate() {
                        *out = (start + i) as f32;
                    }
                }
                Instruction::Random(word) => {
                    let key = [words[word], words[word + 1]];
                    uniform_block(key, start as u32, &mut registers[to][..len]);
                }
                Instruction::Unary(function, x) => {
                    if from(x) != to {
                        let (x, out) = pair(&mut registers, from(x), to);
                        out.copy_from_slice(x);
                    }
                    unary(function, &mut registers[to]);
                }
                Instruction::Binary(function, a, b) => binary(function, &mut registers, from(a), from(b), to),
                Instruction::Select(c, a, b) => {
                    let (c, a, b) = (registers[from(c)], registers[from(a)], registers[from(b)]);
                    for (i, out) in registers[to].iter_mut().enumerate() {
                        *out = if c[i] != 0.0 { a[i] } else { b[i] };
                    }
                }
            }
        }
        let results: Vec<&[f32]> =
            program.results.iter().map(|&result| &registers[run.registers[result]][..len]).collect();
        take(start, &results);
        start += len;
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

/// Reads consecutive elements of a strided view; remembers where it is, so that a block costs no
/// divisions.
struct Walker {
    index: Vec<usize>,
    at: isize,
}

impl Walker {
    fn new(layout: &Layout) -> Self {
        Self { index: vec![0; layout.shape.len()], at: layout.offset as isize }
    }

    /// `layout` is merged; calls come in order from element 0.
    fn read(&mut self, layout: &Layout, data: &[f32], start: usize, out: &mut [f32]) {
        let Some((&width, &stride)) = layout.shape.last().zip(layout.strides.last()) else {
            out.fill(data[layout.offset]);
            return;
        };
        if layout.shape.len() == 1 && stride == 1 {
            let from = layout.offset + start;
            out.copy_from_slice(&data[from..from + out.len()]);
            return;
        }
        let last = self.index.len() - 1;
        let mut done = 0;
        while done < out.len() {
            let run = (width - self.index[last]).min(out.len() - done);
            let to = &mut out[done..done + run];
            match stride {
                1 => to.copy_from_slice(&data[self.at as usize..self.at as usize + run]),
                0 => to.fill(data[self.at as usize]),
                _ => {
                    let mut at = self.at;
                    for value in to {
                        *value = data[at as usize];
                        at += stride;
                    }
                }
            }
            done += run;
            self.advance(layout, run);
        }
    }

    fn advance(&mut self, layout: &Layout, run: usize) {
        let mut dim = self.index.len() - 1;
        self.index[dim] += run;
        self.at += run as isize * layout.strides[dim];
        while self.index[dim] == layout.shape[dim] && dim > 0 {
            self.at -= layout.shape[dim] as isize * layout.strides[dim];
            self.index[dim] = 0;
            dim -= 1;
            self.index[dim] += 1;
            self.at += layout.strides[dim];
        }
    }
}
