//! A node of the graph: how a tensor is computed, and its numbers once they are.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::element::{Binary, Unary};
use crate::exec::Buffer;
use crate::ops::Op;
use crate::{Device, Tensor};

/// One tensor's worth of work. Shared by all tensors that need it, never changed but for its state.
pub(crate) struct Node {
    pub shape: Vec<usize>,
    pub device: Device,
    /// True when a parameter lies below: such a node keeps its source after it was evaluated, so
    /// that gradients can still be asked for. Any other lets its inputs go.
    pub is_tracked: bool,
    /// Which walk met it last, and its place there: a table that costs no hashing.
    pub mark: Cell<(u32, u32)>,
    state: RefCell<State>,
}

struct State {
    source: Option<Rc<Source>>,
    value: Option<Buffer>,
}

/// How a node's numbers come about.
pub(crate) enum Source {
    /// One number, fixed in the plan; shape `[]`.
    Constant(f32),
    /// One number that may differ each time the same graph runs; shape `[]`.
    Scalar(f32),
    /// The input's elements seen in another way; nothing is computed.
    View(View, Tensor),
    /// The place of each element in row-major order.
    Index,
    /// Seeded uniform numbers in [0, 1); the key may differ each time the same graph runs.
    Random([u32; 2]),
    /// A function of one number, elementwise. Inputs of elementwise sources have the node's shape.
    Unary(Unary, Tensor),
    /// A function of two numbers, elementwise.
    Binary(Binary, Tensor, Tensor),
    /// `condition != 0 ? yes : no`, elementwise.
    Select(Tensor, Tensor, Tensor),
    /// `[outer…, middle…, inner…] → [outer…, inner…]`.
    Reduce(Reduction, Tensor),
    /// Anything else.
    Op(Rc<dyn Op>, Vec<Tensor>),
}

/// Ways to look at a tensor; the node's shape is the shape it is seen in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum View {
    /// Same order, another shape.
    Reshape,
    /// Dimension `i` of the view is dimension `order[i]` of the input.
    Permute(Vec<usize>),
    /// Dimensions of size 1 stretch, leading ones appear.
    Broadcast,
    /// A range of one dimension, from `start`.
    Slice { dim: usize, start: usize },
    /// One dimension backwards.
    Flip(usize),
    /// The same, but gradients stop here.
    Detach,
}

/// What is computed along the middle dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reducer {
    Sum,
    Max,
    Min,
}

/// A reduction of the input seen as `[outer, middle, inner]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Reduction {
    pub reducer: Reducer,
    pub outer: usize,
    pub middle: usize,
    pub inner: usize,
}

impl View {
    fn name(&self) -> &'static str {
        match self {
            Self::Reshape => "reshape",
            Self::Permute(_) => "permute",
            Self::Broadcast => "broadcast",
            Self::Slice { .. } => "slice",
            Self::Flip(_) => "flip",
            Self::Detach => "detach",
        }
    }
}

impl Source {
    /// What errors call it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Constant(_) | Self::Scalar(_) => "a number",
            Self::View(view, _) => view.name(),
            Self::Index => "index",
            Self::Random(_) => "random_uniform",
            Self::Unary(..) | Self::Binary(..) | Self::Select(..) => "elementwise work",
            Self::Reduce(..) => "a reduction",
            Self::Op(op, _) => op.name(),
        }
    }

    /// The tensors this one is computed from.
    pub fn inputs(&self) -> Vec<&Tensor> {
        match self {
            Self::Constant(_) | Self::Scalar(_) | Self::Index | Self::Random(_) => Vec::new(),
            Self::View(_, x) | Self::Unary(_, x) | Self::Reduce(_, x) => vec![x],
            Self::Binary(_, a, b) => vec![a, b],
            Self::Select(a, b, c) => vec![a, b, c],
            Self::Op(_, inputs) => inputs.iter().collect(),
        }
    }
}

impl Node {
    /// A node still to be computed.
    pub fn pending(source: Source, shape: Vec<usize>, device: Device) -> Self {
        let stops = matches!(source, Source::View(View::Detach, _));
        let is_tracked = !stops && source.inputs().iter().any(|input| input.node.is_tracked);
        let state = RefCell::new(State { source: Some(Rc::new(source)), value: None });
        Self { shape, device, is_tracked, mark: Cell::default(), state }
    }

    /// A node whose numbers are there.
    pub fn known(value: Buffer, shape: Vec<usize>, device: Device, is_tracked: bool) -> Self {
        let state = RefCell::new(State { source: None, value: Some(value) });
        Self { shape, device, is_tracked, mark: Cell::default(), state }
    }

    /// The numbers, once evaluated.
    pub fn value(&self) -> Option<Buffer> {
        self.state.borrow().value.clone()
    }

    /// The numbers, which the node has no more.
    pub fn give_up(&self) -> Option<Buffer> {
        self.state.borrow_mut().value.take()
    }

    /// Takes back numbers that were given up.
    pub fn take_back(&self, value: Buffer) {
        self.state.borrow_mut().value = Some(value);
    }

    /// True once the numbers are there.
    pub fn is_known(&self) -> bool {
        self.state.borrow().value.is_some()
    }

    /// How it is computed; `None` for given numbers and for evaluated nodes below no parameter.
    pub fn source(&self) -> Option<Rc<Source>> {
        self.state.borrow().source.clone()
    }

    /// Keeps the numbers, and lets the inputs go where no gradient can be asked for.
    pub fn fulfil(&self, value: Buffer) {
        let mut state = self.state.borrow_mut();
        state.value = Some(value);
        if !self.is_tracked {
            let source = state.source.take();
            drop(state);
            release(source);
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        release(self.state.get_mut().source.take());
    }
}

/// Drops a chain of nodes without recursion: a network unrolled through time is thousands deep.
fn release(source: Option<Rc<Source>>) {
    let mut waiting: Vec<Rc<Source>> = source.into_iter().collect();
    while let Some(source) = waiting.pop() {
        let Ok(source) = Rc::try_unwrap(source) else { continue };
        let inputs: Vec<Tensor> = match source {
            Source::Constant(_) | Source::Scalar(_) | Source::Index | Source::Random(_) => continue,
            Source::View(_, x) | Source::Unary(_, x) | Source::Reduce(_, x) => vec![x],
            Source::Binary(_, a, b) => vec![a, b],
            Source::Select(a, b, c) => vec![a, b, c],
            Source::Op(_, inputs) => inputs,
        };
        for input in inputs {
            if let Ok(mut node) = Rc::try_unwrap(input.node) {
                waiting.extend(node.state.get_mut().source.take());
            }
        }
    }
}
