//! A fused program as WGSL. Sizes, strides and constants go into the uniform block, so that one
//! compiled kernel serves every shape that has the same program.

use std::fmt::Write;

use super::{Binary, Instruction, Program, Unary};
use crate::gpu::{Dispatch, Gpu, Kernel, Scratch, grid, is_lone_row};
use crate::graph::{Reducer, Reduction};
use crate::shape::Layout;

const ELEMENT: &str = include_str!("element.wgsl");
const REDUCE_THREAD: &str = include_str!("reduce_thread.wgsl");
const REDUCE_GROUP: &str = include_str!("reduce_group.wgsl");
const MATH: &str = include_str!("math.wgsl");
const RANDOM: &str = include_str!("random.wgsl");

/// Sums shorter than this, or with more outputs than [`MANY_OUTPUTS`], are left to one thread each.
const LONG_SUM: usize = 64;
const MANY_OUTPUTS: usize = 1 << 14;

/// The kernel of an elementwise program over `0..count`, and whether it reads the words. Results are written
/// over the inputs that `over` names, which are bound once, as outputs.
pub(crate) fn element(program: &Program, count: usize, over: &[Option<usize>]) -> (Dispatch, bool) {
    let mut text = Text::new(program, 1, over);
    for (k, &result) in program.results.iter().enumerate() {
        let _ = writeln!(text.body, "    out{k}[i] = v{result};");
    }
    let function = format!("fn compute(i: u32) {{\n{}}}\n", text.body);
    let (groups, row) = grid(count, 64);
    text.data[..2].copy_from_slice(&[count as u32, row]);
    text.finish(ELEMENT, &function, groups)
}

/// The kernel of a program and a reduction of its result, and whether it reads the words.
pub(crate) fn reduce(gpu: &Gpu, program: &Program, reduction: Reduction) -> (Dispatch, bool) {
    let Reduction { reducer, outer, middle, inner } = reduction;
    let mut text = Text::new(program, 2, &[]);
    let function =
        format!("fn value(i: u32) -> f32 {{\n{}    return v{};\n}}\n", text.body, program.results[0]);
    let outputs = outer * inner;
    // A lone invocation compensates its sum, however long.
    let is_grouped = middle >= LONG_SUM && outputs <= MANY_OUTPUTS && !is_lone_row(gpu, outputs, 1);
    let (groups, row) = grid(outputs, if is_grouped { 1 } else { 64 });
    let reducer = match reducer {
        Reducer::Sum => 0,
        Reducer::Max => 1,
        Reducer::Min => 2,
    };
    text.data[..7].copy_from_slice(&[
        outputs as u32,
        row,
        middle as u32,
        inner as u32,
        reducer,
        f32::NEG_INFINITY.to_bits(),
        f32::INFINITY.to_bits(),
    ]);
    text.finish(if is_grouped { REDUCE_GROUP } else { REDUCE_THREAD }, &function, groups)
}

/// The program's statements and the numbers they refer to.
struct Text<'a> {
    program: &'a Program,
    over: &'a [Option<usize>],
    body: String,
    data: Vec<u32>,
    reads_words: bool,
    needs_math: bool,
    needs_random: bool,
}

impl<'a> Text<'a> {
    /// `n_own` vectors of the uniform block belong to the kernel's frame.
    fn new(program: &'a Program, n_own: usize, over: &'a [Option<usize>]) -> Self {
        let mut text = Self {
            program,
            over,
            body: String::new(),
            data: vec![0; 4 * n_own],
            reads_words: false,
            needs_math: false,
            needs_random: false,
        };
        for (at, instruction) in program.instructions.iter().enumerate() {
            let value = text.value(at, instruction);
            let _ = writeln!(text.body, "    let v{at} = {value};");
        }
        text
    }

    /// A number in the uniform block, as the expression that reads it.
    fn number(&mut self, value: u32) -> String {
        let at = self.data.len();
        self.data.push(value);
        format!("u.data[{}].{}", at / 4, ["x", "y", "z", "w"][at % 4])
    }

    fn value(&mut self, at: usize, instruction: &Instruction) -> String {
        match *instruction {
            Instruction::Load(load) => {
                let (input, layout) = &self.program.loads[load];
                // All loads come before all writes.
                if let Some(output) = self.over.iter().position(|over| *over == Some(*input)) {
                    return format!("out{output}[i]");
                }
                let place = self.place(at, layout);
                format!("in{input}[{place}]")
            }
            Instruction::Carried => "carried".to_owned(),
            Instruction::Constant(value) => format!("bitcast<f32>({})", self.number(value.to_bits())),
            Instruction::Scalar(word) => {
                self.reads_words = true;
                let word = self.number(word as u32);
                format!("bitcast<f32>(words[{word}])")
            }
            Instruction::Index => "f32(i)".to_owned(),
            Instruction::Random(word) => {
                (self.reads_words, self.needs_random) = (true, true);
                let word = self.number(word as u32);
                format!("uniform_at(vec2<u32>(words[{word}], words[{word} + 1u]), i)")
            }
            Instruction::Unary(function, x) => self.unary(function, x),
            Instruction::Binary(function, a, b) => self.binary(function, a, b),
            Instruction::Select(c, a, b) => format!("select(v{b}, v{a}, v{c} != 0.0)"),
        }
    }

    /// Writes the statements that find element i in a layout; returns the expression of its place.
    fn place(&mut self, at: usize, layout: &Layout) -> String {
        let rank = layout.shape.len();
        let offset =
            if layout.offset == 0 { String::new() } else { self.number(layout.offset as u32) + " + " };
        let mut terms = Vec::new();
        let mut rest = "i".to_owned();
        for dim in (0..rank).rev() {
            let index = if dim == 0 {
                rest.clone()
            } else {
                let size = self.number(layout.shape[dim] as u32);
                let next = format!("r{at}_{dim}");
                let _ = writeln!(self.body, "    let {next} = {rest} / {size};");
                let index = format!("({rest} - {next} * {size})");
                rest = next;
                index
            };
            match layout.strides[dim] {
                0 => {}
                1 => terms.push(index),
                // Negative strides wrap around, as u32 does.
                stride => terms.push(format!("{index} * {}", self.number(stride as i32 as u32))),
            }
        }
        if terms.is_empty() {
            return if layout.offset == 0 { "0u".to_owned() } else { offset + "0u" };
        }
        offset + &terms.join(" + ")
    }

    fn unary(&mut self, function: Unary, x: usize) -> String {
        let name = match function {
            Unary::Copy => return format!("v{x}"),
            Unary::Neg => return format!("-v{x}"),
            Unary::Recip => return format!("1.0 / v{x}"),
            Unary::Relu => return format!("select(v{x}, 0.0, v{x} < 0.0)"),
            Unary::Sign => return format!("select(select(v{x}, -1.0, v{x} < 0.0), 1.0, v{x} > 0.0)"),
            Unary::Abs => "abs",
            Unary::Ln => "ln_safe",
            Unary::Sqrt => "sqrt",
            Unary::Sin => "sin_safe",
            Unary::Cos => "cos_safe",
            Unary::Floor => "floor",
            Unary::Exp => "exp_safe",
            Unary::Tanh => "tanh_safe",
            Unary::Sigmoid => "sigmoid",
            Unary::Erf => "erf",
            Unary::GeluErf => "gelu_erf",
        };
        self.needs_math = true;
        format!("{name}(v{x})")
    }

    fn binary(&mut self, function: Binary, a: usize, b: usize) -> String {
        match function {
            Binary::Add => format!("v{a} + v{b}"),
            Binary::Sub => format!("v{a} - v{b}"),
            Binary::Mul => format!("v{a} * v{b}"),
            Binary::Div => format!("v{a} / v{b}"),
            // Not `max`, whose answer WGSL leaves open for NaN.
            Binary::Max => format!("select(v{a}, v{b}, v{b} > v{a})"),
            Binary::Min => format!("select(v{a}, v{b}, v{b} < v{a})"),
            Binary::Less => format!("select(0.0, 1.0, v{a} < v{b})"),
            Binary::LessEqual => format!("select(0.0, 1.0, v{a} <= v{b})"),
            Binary::Equal => format!("select(0.0, 1.0, v{a} == v{b})"),
            Binary::Pow => {
                self.needs_math = true;
                format!("pow_safe(v{a}, v{b})")
            }
        }
    }

    /// Puts buffers and function between the marks of a frame.
    fn finish(mut self, frame: &str, function: &str, groups: [u32; 3]) -> (Dispatch, bool) {
        self.data.resize(self.data.len().div_ceil(4) * 4, 0);
        let n_inputs = self.program.loads.iter().map(|(input, _)| input + 1).max().unwrap_or(0);
        let mut made = format!(
            "struct Uniforms {{ data: array<vec4<u32>, {}> }}\n@group(0) @binding(0) var<uniform> u: Uniforms;\n",
            self.data.len() / 4
        );
        let mut binding = 1;
        let mut bind = |access: &str, name: String, kind: &str| {
            let line =
                format!("@group(0) @binding({binding}) var<storage, {access}> {name}: array<{kind}>;\n");
            binding += 1;
            line
        };
        let mut bound: Vec<usize> =
            (0..n_inputs).filter(|&input| !self.over.contains(&Some(input))).collect();
        for input in &bound {
            made += &bind("read", format!("in{input}"), "f32");
        }
        if self.reads_words {
            made += &bind("read", "words".to_owned(), "u32");
            bound.push(n_inputs);
        }
        for result in 0..self.program.results.len() {
            made += &bind("read_write", format!("out{result}"), "f32");
        }
        for (is_needed, library) in [(self.needs_math, MATH), (self.needs_random, RANDOM)] {
            if is_needed {
                made += library.split("// --- main").next().unwrap_or_default();
            }
        }
        made += function;
        let before = frame.split("// --- generated").next().unwrap_or_default();
        let after = frame.split("// --- end generated").nth(1).unwrap_or_default();
        let source = format!("{before}{made}{after}");
        let kernel = Kernel { name: source.clone().into(), source: source.into(), constants: Vec::new() };
        let uniforms = bytemuck::cast_slice(&self.data).to_vec();
        (
            Dispatch { kernel, uniforms, groups, inputs: Some(bound), scratch: Scratch::Unused },
            self.reads_words,
        )
    }
}
