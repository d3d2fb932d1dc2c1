//! From what is asked for down to what is known.

use std::cell::Cell;
use std::rc::Rc;

use super::{Node, Source};
use crate::Tensor;

/// The nodes that must be computed for some roots, inputs before users.
pub(crate) struct Walk {
    pub nodes: Vec<Rc<Node>>,
    pub sources: Vec<Rc<Source>>,
    /// Nodes whose numbers are there, in the order they are met.
    pub leaves: Vec<Rc<Node>>,
    epoch: u32,
}

/// Where a tensor stands in a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Place {
    Leaf(usize),
    Node(usize),
}

const LEAF: u32 = 1 << 31;

thread_local! {
    static EPOCH: Cell<u32> = const { Cell::new(0) };
}

impl Walk {
    /// Walks from `roots`, which are pending and not empty.
    pub fn new(roots: &[Tensor]) -> Self {
        let epoch = EPOCH.get().wrapping_add(1).max(1);
        EPOCH.set(epoch);
        let mut walk = Self { nodes: Vec::new(), sources: Vec::new(), leaves: Vec::new(), epoch };
        // A node is on the stack twice: first to push its inputs above it, then to be listed.
        let mut stack: Vec<(Rc<Node>, Option<Rc<Source>>)> =
            roots.iter().rev().map(|root| (root.node.clone(), None)).collect();
        while let Some((node, source)) = stack.pop() {
            if let Some(source) = source {
                if node.mark.get().0 != epoch {
                    node.mark.set((epoch, walk.nodes.len() as u32));
                    walk.nodes.push(node);
                    walk.sources.push(source);
                }
                continue;
            }
            if node.mark.get().0 == epoch {
                continue;
            }
            match node.source().filter(|_| !node.is_known()) {
                None => {
                    node.mark.set((epoch, LEAF | walk.leaves.len() as u32));
                    walk.leaves.push(node);
                }
                Some(source) => {
                    let inputs: Vec<_> =
                        source.inputs().into_iter().rev().map(|input| (input.node.clone(), None)).collect();
                    stack.push((node, Some(source)));
                    stack.extend(inputs);
                }
            }
        }
        walk
    }

    /// Where a tensor of this walk stands.
    pub fn place(&self, tensor: &Tensor) -> Place {
        let (epoch, place) = tensor.node.mark.get();
        debug_assert_eq!(epoch, self.epoch, "a tensor of another walk");
        if place & LEAF == 0 { Place::Node(place as usize) } else { Place::Leaf((place & !LEAF) as usize) }
    }

    /// Where a tensor stands, if it is one of this walk.
    pub fn find(&self, tensor: &Tensor) -> Option<Place> {
        (tensor.node.mark.get().0 == self.epoch).then(|| self.place(tensor))
    }

    /// The words that may change from run to run, in the order of the nodes.
    pub fn words(&self) -> Vec<u32> {
        let mut words = Vec::new();
        for source in &self.sources {
            match **source {
                Source::Scalar(value) => words.push(value.to_bits()),
                Source::Random(key) => words.extend(key),
                _ => {}
            }
        }
        words
    }
}
