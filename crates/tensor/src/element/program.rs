//! A fused elementwise program: what one kernel computes for each element of a flat range.

use crate::element::{Binary, Unary};
use crate::shape::Layout;

/// One step; its result is named by its place in the program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Instruction {
    /// The element of load `n`.
    Load(usize),
    /// The number that an op hands to the program that ends it, of the element at the same place.
    Carried,
    /// A fixed number.
    Constant(f32),
    /// Word `n` of those that change from run to run, as f32.
    Scalar(usize),
    /// The place of the element in the flat range.
    Index,
    /// A uniform number by the key in words `n` and `n + 1` and the element's place.
    Random(usize),
    /// A function of an earlier result.
    Unary(Unary, usize),
    /// A function of two earlier results.
    Binary(Binary, usize, usize),
    /// The second where the first is not 0, else the third.
    Select(usize, usize, usize),
}

/// A fused program. The same text runs on the CPU by blocks and becomes WGSL on the GPU.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    /// Buffers that are read: the kernel's input `n` seen through a layout. Each layout has the flat
    /// range's count.
    pub loads: Vec<(usize, Layout)>,
    /// In order; a step refers to earlier ones only.
    pub instructions: Vec<Instruction>,
    /// Results that are written, or reduced.
    pub results: Vec<usize>,
}

impl Program {
    /// Adds an instruction, or finds it when it is there already.
    pub fn push(&mut self, instruction: Instruction) -> usize {
        if let Some(at) = self.instructions.iter().position(|other| same(other, &instruction)) {
            return at;
        }
        self.instructions.push(instruction);
        self.instructions.len() - 1
    }

    /// Adds a read of `input` through `layout`, or finds it.
    pub fn load(&mut self, input: usize, layout: &Layout) -> usize {
        let merged = layout.merged();
        let found = self.loads.iter().position(|(other, seen)| *other == input && *seen == merged);
        let load = found.unwrap_or_else(|| {
            self.loads.push((input, merged));
            self.loads.len() - 1
        });
        self.push(Instruction::Load(load))
    }

    /// Inputs that it reads.
    pub fn n_inputs(&self) -> usize {
        self.loads.iter().map(|(input, _)| input + 1).max().unwrap_or(0)
    }

    /// The same program with input `carried` handed over by an op ([`Instruction::Carried`]) in place of loads; the
    /// inputs after it move down by one.
    pub fn carrying(&self, carried: usize) -> Self {
        let kept: Vec<usize> = (0..self.loads.len()).filter(|&load| self.loads[load].0 != carried).collect();
        let turn = |instruction: &Instruction| match *instruction {
            Instruction::Load(load) => {
                kept.iter().position(|&other| other == load).map_or(Instruction::Carried, Instruction::Load)
            }
            ref other => other.clone(),
        };
        let below = |input: usize| input - usize::from(input > carried);
        let load = |&load: &usize| (below(self.loads[load].0), self.loads[load].1.clone());
        Self {
            loads: kept.iter().map(load).collect(),
            instructions: self.instructions.iter().map(turn).collect(),
            results: self.results.clone(),
        }
    }

    /// The last instruction that needs each result; its own place where none does.
    pub fn last_uses(&self) -> Vec<usize> {
        let mut last: Vec<usize> = (0..self.instructions.len()).collect();
        for (at, instruction) in self.instructions.iter().enumerate() {
            for operand in instruction.operands() {
                last[operand] = at;
            }
        }
        for &result in &self.results {
            last[result] = usize::MAX;
        }
        last
    }
}

impl Instruction {
    /// The earlier results that it needs.
    pub fn operands(&self) -> Vec<usize> {
        match *self {
            Self::Load(_)
            | Self::Carried
            | Self::Constant(_)
            | Self::Scalar(_)
            | Self::Index
            | Self::Random(_) => Vec::new(),
            Self::Unary(_, x) => vec![x],
            Self::Binary(_, a, b) => vec![a, b],
            Self::Select(a, b, c) => vec![a, b, c],
        }
    }
}

/// Equal to the bit, so that 0 and −0 stay two numbers.
fn same(a: &Instruction, b: &Instruction) -> bool {
    match (a, b) {
        (Instruction::Constant(x), Instruction::Constant(y)) => x.to_bits() == y.to_bits(),
        _ => a == b,
    }
}
