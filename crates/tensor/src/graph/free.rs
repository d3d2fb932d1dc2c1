//! When a buffer is free again, and which may be written over.

use super::{Step, Work};
use crate::element::Program;

/// Notes after which step each buffer is needed no more. Roots stay; a leaf stays where its tensor does.
pub(super) fn mark_free(steps: &mut [Step], roots: &[usize], n_slots: usize) {
    let mut last = vec![None; n_slots];
    for (at, step) in steps.iter().enumerate() {
        for &slot in step.inputs.iter().chain(step.outputs.iter().map(|(slot, _)| slot)) {
            last[slot] = Some(at);
        }
    }
    for (slot, at) in last.into_iter().enumerate() {
        if let (Some(at), false) = (at, roots.contains(&slot)) {
            steps[at].free_after.push(slot);
        }
    }
}

/// Notes for each output of elementwise work an input of the same size that is free after it and of which
/// element i alone is read for element i: so an update needs no memory beside what it updates.
pub(super) fn mark_over(steps: &mut [Step], leaves: &[usize], n_slots: usize) {
    let mut counts = vec![0; n_slots];
    counts[..leaves.len()].copy_from_slice(leaves);
    for step in steps {
        step.outputs.iter().for_each(|&(slot, count)| counts[slot] = count);
        step.over = vec![None; step.outputs.len()];
        let Work::Element { run, count } = &step.work else { continue };
        let fits = |&input: &usize| {
            let slot = step.inputs[input];
            counts[slot] == *count
                && step.free_after.contains(&slot)
                && is_read_in_place(run.program(), input)
        };
        let inputs = (0..step.inputs.len()).filter(fits);
        for (over, input) in step.over.iter_mut().zip(inputs) {
            *over = Some(input);
        }
    }
}

/// Whether the program reads the input's elements in their own order only.
fn is_read_in_place(program: &Program, input: usize) -> bool {
    program
        .loads
        .iter()
        .filter(|(other, _)| *other == input)
        .all(|(_, layout)| layout.offset == 0 && layout.shape.len() == 1 && layout.strides[0] == 1)
}
