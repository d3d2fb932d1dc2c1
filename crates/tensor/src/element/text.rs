//! The statements of a fused program in WGSL. Sizes, strides and constants go into a uniform block, so that one
//! compiled kernel serves every shape that has the same program.

use std::fmt::Write;

use super::{Binary, Instruction, Program, Unary};
use crate::shape::Layout;

const MATH: &str = include_str!("math.wgsl");
const RANDOM: &str = include_str!("random.wgsl");

/// A program's statements, `let v0 = …;` and so on, about the element `i` and the number `carried` that an op
/// hands over.
pub(super) struct Text<'a> {
    program: &'a Program,
    over: &'a [Option<usize>],
    /// What its names in the kernel start with.
    prefix: &'static str,
    pub body: String,
    /// The numbers that it refers to, in its uniform block.
    pub data: Vec<u32>,
    pub reads_words: bool,
    needs_math: bool,
    needs_random: bool,
}

impl<'a> Text<'a> {
    /// `n_own` vectors of the uniform block belong to the kernel's frame. Inputs that are written `over` are read
    /// from the outputs' buffers.
    pub fn new(program: &'a Program, n_own: usize, over: &'a [Option<usize>], prefix: &'static str) -> Self {
        let mut text = Self {
            program,
            over,
            prefix,
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
        format!("{}u.data[{}].{}", self.prefix, at / 4, ["x", "y", "z", "w"][at % 4])
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
                format!("{}in{input}[{place}]", self.prefix)
            }
            Instruction::Carried => "carried".to_owned(),
            Instruction::Constant(value) => format!("bitcast<f32>({})", self.number(value.to_bits())),
            Instruction::Scalar(word) => {
                self.reads_words = true;
                let word = self.number(word as u32);
                format!("bitcast<f32>({}words[{word}])", self.prefix)
            }
            Instruction::Index => "f32(i)".to_owned(),
            Instruction::Random(word) => {
                (self.reads_words, self.needs_random) = (true, true);
                let word = self.number(word as u32);
                let words = format!("{}words", self.prefix);
                format!("uniform_at(vec2<u32>({words}[{word}], {words}[{word} + 1u]), i)")
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

    /// Inputs with a buffer of their own.
    pub fn bound(&self) -> Vec<usize> {
        (0..self.program.n_inputs()).filter(|&input| !self.over.contains(&Some(input))).collect()
    }

    /// Declares the uniform block at `own` and, from `first` on, what is read.
    pub fn declare(&self, own: usize, first: usize) -> String {
        let prefix = self.prefix;
        let name = if prefix.is_empty() { "Uniforms" } else { "FinishUniforms" };
        let mut made = format!(
            "struct {name} {{ data: array<vec4<u32>, {}> }}\n@group(0) @binding({own}) var<uniform> {prefix}u: {name};\n",
            self.data.len().div_ceil(4).max(1)
        );
        let inputs = self.bound().into_iter().map(|input| (format!("in{input}"), "f32"));
        let words = self.reads_words.then(|| ("words".to_owned(), "u32"));
        for (k, (name, kind)) in inputs.chain(words).enumerate() {
            made += &format!(
                "@group(0) @binding({}) var<storage, read> {prefix}{name}: array<{kind}>;\n",
                first + k
            );
        }
        made
    }

    /// The functions that it calls.
    pub fn libraries(&self) -> String {
        let needed = [(self.needs_math, MATH), (self.needs_random, RANDOM)];
        let text = |(is_needed, library): (bool, &'static str)| {
            is_needed.then(|| library.split("// --- main").next().unwrap_or_default())
        };
        needed.into_iter().filter_map(text).collect()
    }

    /// The uniform block.
    pub fn uniforms(&self) -> Vec<u8> {
        let mut data = self.data.clone();
        data.resize(data.len().next_multiple_of(4).max(4), 0);
        bytemuck::cast_slice(&data).to_vec()
    }
}
