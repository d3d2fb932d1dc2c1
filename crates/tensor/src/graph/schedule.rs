//! From stored nodes to steps: which share a kernel, in which order they run, and when a buffer
//! is free again.

use std::collections::HashMap;

use super::finish::join_finishes;
use super::free::{mark_free, mark_over};
use super::order::order;
use super::storing::{MAX_LOADS, Storing, is_whole};
use super::walk::{Place, Walk};
use super::{Plan, Source, Step, Work};
use crate::Tensor;
use crate::element::{Instruction, Program, Run};
use crate::shape::{Layout, count};

/// Storage buffers that one kernel may read and write, beside the one of words.
const MAX_BUFFERS: usize = MAX_LOADS + 1;

/// Stored nodes that one step computes.
pub(super) struct Unit {
    pub nodes: Vec<usize>,
    pub loads: Vec<Place>,
}

/// Makes the plan for a walk.
pub(super) fn schedule(walk: &Walk, roots: &[Tensor]) -> Plan {
    let storing = Storing::new(walk, roots);
    let units = gather_units(walk, &storing);
    let mut slot_of: HashMap<Place, usize> = (0..walk.leaves.len()).map(|i| (Place::Leaf(i), i)).collect();
    let mut steps = Vec::new();
    for unit in order(&units, walk, &storing.stay(roots)) {
        for &node in &units[unit].nodes {
            let slot = slot_of.len();
            slot_of.insert(Place::Node(node), slot);
        }
        steps.push(make_step(walk, &storing, &units[unit], &slot_of));
    }
    let device = roots[0].device();
    let root_slot = |root: &Tensor| {
        let (base, layout) = storing.seen(root);
        let place = walk.place(root);
        slot_of[if is_whole(&layout, base, walk) { &base } else { &place }]
    };
    let roots: Vec<usize> = roots.iter().map(root_slot).collect();
    let n_slots = slot_of.len();
    let mut steps = join_finishes(steps, &roots, &device);
    let leaves: Vec<usize> = walk.leaves.iter().map(|leaf| count(&leaf.shape)).collect();
    mark_free(&mut steps, &roots, n_slots);
    mark_over(&mut steps, &leaves, n_slots);
    Plan::new(steps, n_slots, roots)
}

/// Elementwise nodes of one size, none of which waits for another, share a kernel where they
/// read a buffer together.
fn gather_units(walk: &Walk, storing: &Storing) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut level = vec![0_usize; walk.nodes.len()];
    let mut open: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for node in 0..walk.nodes.len() {
        let below = |place: &Place| match place {
            Place::Leaf(_) => 0,
            Place::Node(i) => level[*i],
        };
        let loads = &storing.loads[node];
        level[node] = 1 + loads.iter().map(below).max().unwrap_or(0);
        if !storing.is_stored[node] {
            continue;
        }
        if !matches!(*walk.sources[node], Source::Op(..) | Source::Reduce(..)) {
            let same = open.entry((level[node], count(&walk.nodes[node].shape))).or_default();
            let fits = |unit: &&usize| {
                let unit = &units[**unit];
                let new = loads.iter().filter(|load| !unit.loads.contains(load)).count();
                new < loads.len() && unit.loads.len() + new + unit.nodes.len() < MAX_BUFFERS
            };
            if let Some(&unit) = same.iter().find(fits) {
                units[unit].nodes.push(node);
                units[unit].loads.extend(loads);
                units[unit].loads.sort_unstable();
                units[unit].loads.dedup();
                continue;
            }
            same.push(units.len());
        }
        units.push(Unit { nodes: vec![node], loads: loads.clone() });
    }
    units
}

fn make_step(walk: &Walk, storing: &Storing, unit: &Unit, slot_of: &HashMap<Place, usize>) -> Step {
    let first = unit.nodes[0];
    let outputs: Vec<(usize, usize)> = unit
        .nodes
        .iter()
        .map(|&node| (slot_of[&Place::Node(node)], count(&walk.nodes[node].shape)))
        .collect();
    let shape = &walk.nodes[first].shape;
    match &*walk.sources[first] {
        Source::Op(op, inputs) => {
            let seen: Vec<(Place, Layout)> = inputs
                .iter()
                .enumerate()
                .map(|(k, input)| {
                    let (base, layout) = storing.seen(input);
                    if op.takes_strided(k) || layout.is_contiguous() {
                        (base, layout)
                    } else {
                        (walk.place(input), Layout::contiguous(input.shape()))
                    }
                })
                .collect();
            let inputs = seen.iter().map(|(base, _)| slot_of[base]).collect();
            let layouts = seen.into_iter().map(|(_, layout)| layout).collect();
            let work = Work::Op { op: op.clone(), layouts, shape: shape.clone(), finish: None };
            Step { work, inputs, outputs, over: Vec::new(), free_after: Vec::new() }
        }
        Source::Reduce(reduction, input) => {
            let mut writer = Writer::new(walk, storing, slot_of);
            let (base, layout) = storing.seen(input);
            let result = writer.read(base, &layout);
            writer.program.results.push(result);
            let work = Work::Reduce { run: Run::new(writer.program), reduction: *reduction };
            Step { work, inputs: writer.inputs, outputs, over: Vec::new(), free_after: Vec::new() }
        }
        _ => {
            let mut writer = Writer::new(walk, storing, slot_of);
            for &node in &unit.nodes {
                let result = writer.compute(node);
                writer.program.results.push(result);
            }
            let work = Work::Element { run: Run::new(writer.program), count: outputs[0].1 };
            Step { work, inputs: writer.inputs, outputs, over: Vec::new(), free_after: Vec::new() }
        }
    }
}

/// Writes a program for some nodes.
struct Writer<'a> {
    walk: &'a Walk,
    storing: &'a Storing<'a>,
    slot_of: &'a HashMap<Place, usize>,
    program: Program,
    /// Slots of the buffers that are read.
    inputs: Vec<usize>,
    written: HashMap<usize, usize>,
    first_word: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(walk: &'a Walk, storing: &'a Storing<'a>, slot_of: &'a HashMap<Place, usize>) -> Self {
        let mut next = 0;
        let first_word = walk
            .sources
            .iter()
            .map(|source| {
                let first = next;
                next += match **source {
                    Source::Scalar(_) => 1,
                    Source::Random(_) => 2,
                    _ => 0,
                };
                first
            })
            .collect();
        Self {
            walk,
            storing,
            slot_of,
            program: Program::default(),
            inputs: Vec::new(),
            written: HashMap::new(),
            first_word,
        }
    }

    /// The elements of a base through a layout: read, or computed.
    fn read(&mut self, base: Place, layout: &Layout) -> usize {
        match base {
            Place::Node(node)
                if self.storing.is_expression(base, layout)
                    && (!self.storing.is_stored[node] || self.storing.is_inlined_too[node]) =>
            {
                self.compute(node)
            }
            base => {
                let slot = self.slot_of[&base];
                let input = self.inputs.iter().position(|&other| other == slot).unwrap_or_else(|| {
                    self.inputs.push(slot);
                    self.inputs.len() - 1
                });
                self.program.load(input, layout)
            }
        }
    }

    /// The elements of a node, computed here. Chains are short: the weighing stores long ones.
    fn compute(&mut self, node: usize) -> usize {
        if let Some(&at) = self.written.get(&node) {
            return at;
        }
        let source = self.walk.sources[node].clone();
        let mut read = |input: &Tensor| {
            let (base, layout) = self.storing.seen(input);
            self.read(base, &layout)
        };
        let instruction = match &*source {
            Source::Constant(value) => Instruction::Constant(*value),
            Source::Scalar(_) => Instruction::Scalar(self.first_word[node]),
            Source::Index => Instruction::Index,
            Source::Random(_) => Instruction::Random(self.first_word[node]),
            Source::Unary(function, x) => Instruction::Unary(*function, read(x)),
            Source::Binary(function, a, b) => Instruction::Binary(*function, read(a), read(b)),
            Source::Select(c, a, b) => Instruction::Select(read(c), read(a), read(b)),
            Source::View(..) | Source::Reduce(..) | Source::Op(..) => {
                let (base, layout) = self.storing.seen_before_copy(node);
                let at = self.read(base, &layout);
                self.written.insert(node, at);
                return at;
            }
        };
        let at = self.program.push(instruction);
        self.written.insert(node, at);
        at
    }
}
