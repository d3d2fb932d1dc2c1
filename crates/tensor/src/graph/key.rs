//! What makes two walks the same: everything but the numbers of leaves, scalars and random keys.

use super::walk::{Place, Walk};
use super::{Source, View};
use crate::Tensor;

/// Words that are equal exactly where one plan serves both walks.
pub(super) fn key(walk: &Walk, roots: &[Tensor]) -> Vec<u64> {
    let mut key = Vec::with_capacity(8 * walk.nodes.len());
    for (node, source) in walk.nodes.iter().zip(&walk.sources) {
        push_source(&mut key, source);
        for input in source.inputs() {
            push_place(&mut key, walk.place(input));
        }
        push_shape(&mut key, &node.shape);
    }
    for leaf in &walk.leaves {
        push_shape(&mut key, &leaf.shape);
    }
    for root in roots {
        push_place(&mut key, walk.place(root));
    }
    key
}

fn push_shape(key: &mut Vec<u64>, shape: &[usize]) {
    key.push(shape.len() as u64);
    key.extend(shape.iter().map(|&size| size as u64));
}

fn push_place(key: &mut Vec<u64>, place: Place) {
    key.push(match place {
        Place::Leaf(i) => 2 * i as u64,
        Place::Node(i) => 2 * i as u64 + 1,
    });
}

fn push_source(key: &mut Vec<u64>, source: &Source) {
    match source {
        Source::Constant(value) => key.extend([0, u64::from(value.to_bits())]),
        Source::Scalar(_) => key.push(1),
        Source::Index => key.push(2),
        Source::Random(_) => key.push(3),
        Source::View(view, _) => match view {
            View::Reshape => key.push(4),
            View::Permute(order) => {
                key.push(5);
                key.extend(order.iter().map(|&dim| dim as u64));
            }
            View::Broadcast => key.push(6),
            View::Slice { dim, start } => key.extend([7, *dim as u64, *start as u64]),
            View::Flip(dim) => key.extend([8, *dim as u64]),
            View::Detach => key.push(9),
        },
        Source::Unary(function, _) => key.extend([10, *function as u64]),
        Source::Binary(function, _, _) => key.extend([11, *function as u64]),
        Source::Select(..) => key.push(12),
        Source::Reduce(reduction, _) => key.extend([
            13,
            reduction.reducer as u64,
            reduction.outer as u64,
            reduction.middle as u64,
            reduction.inner as u64,
        ]),
        Source::Op(op, inputs) => {
            let own = op.key();
            key.extend([14, inputs.len() as u64, hash(op.name()), own.len() as u64]);
            key.extend(own.iter().map(|&word| word as u64));
        }
    }
}

/// FNV-1a; names are few and known, a test finds two that meet.
fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
