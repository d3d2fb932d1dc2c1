//! Which numbers nobody can ask for once the roots of a walk are known: a run may free them after their
//! last use, or write over them.

use std::rc::Rc;

use super::walk::{Place, Walk};
use crate::Tensor;

/// For each leaf, whether all its handles go when the roots are known and the handles in `given` are
/// dropped. A root lets its inputs go, unless a gradient may still be asked for; so does, in turn, whatever
/// only they held.
pub(super) fn dying_leaves(walk: &Walk, roots: &[Tensor], given: &[&Tensor]) -> Vec<bool> {
    // The walk's own handles go in any case.
    let mut going = Going { nodes: vec![1; walk.nodes.len()], leaves: vec![1; walk.leaves.len()] };
    for place in given.iter().filter_map(|tensor| walk.find(tensor)) {
        going.count(place);
    }
    let mut is_root = vec![false; walk.nodes.len()];
    for root in roots {
        if let Place::Node(at) = walk.place(root) {
            is_root[at] = true;
        }
    }
    // Users before inputs.
    for (at, (node, source)) in walk.nodes.iter().zip(&walk.sources).enumerate().rev() {
        let lets_go = if is_root[at] { !node.is_tracked } else { Rc::strong_count(node) == going.nodes[at] };
        // The node's and the walk's.
        if lets_go && Rc::strong_count(source) == 2 {
            for input in source.inputs() {
                going.count(walk.place(input));
            }
        }
    }
    walk.leaves.iter().zip(going.leaves).map(|(leaf, going)| Rc::strong_count(leaf) == going).collect()
}

/// Handles that go, by place.
struct Going {
    nodes: Vec<usize>,
    leaves: Vec<usize>,
}

impl Going {
    fn count(&mut self, place: Place) {
        match place {
            Place::Node(at) => self.nodes[at] += 1,
            Place::Leaf(at) => self.leaves[at] += 1,
        }
    }
}
