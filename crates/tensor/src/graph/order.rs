//! In which order the units of a plan run: depth first, and early where that frees memory.

use std::collections::{BTreeSet, HashMap};

use super::schedule::Unit;
use super::walk::{Place, Walk};
use crate::shape::count;

/// An order in which each unit comes after those it reads, as near to the order of the nodes as that
/// allows, but that a unit which frees at least what it takes comes as soon as it can: a weight's gradient
/// before the gradient of what lies below, so that its layer's input need not be kept any longer. `stays`
/// says which nodes' buffers are never freed.
pub(super) fn order(units: &[Unit], walk: &Walk, stays: &[bool]) -> Vec<usize> {
    let mut waiting = Waiting::new(units, walk);
    let rank = |at: usize| (units[at].nodes[0], at);
    let mut ready: BTreeSet<(usize, usize)> =
        (0..units.len()).filter(|&at| waiting.n_inputs[at] == 0).map(rank).collect();
    let mut order = Vec::with_capacity(units.len());
    while let Some(&first) = ready.first() {
        let next =
            *ready.iter().find(|&&(_, at)| waiting.grows(&units[at], walk, stays) <= 0).unwrap_or(&first);
        ready.remove(&next);
        order.push(next.1);
        ready.extend(waiting.done(next.1, &units[next.1]).into_iter().map(rank));
    }
    debug_assert_eq!(order.len(), units.len(), "a cycle among kernels");
    order
}

/// What has not run yet.
struct Waiting {
    /// Units that read a unit.
    users: Vec<Vec<usize>>,
    /// For each unit, reads of units that have not run.
    n_inputs: Vec<usize>,
    /// For each node that is read, units that will still read it.
    n_users: HashMap<usize, usize>,
}

impl Waiting {
    fn new(units: &[Unit], walk: &Walk) -> Self {
        let mut unit_of = vec![0; walk.nodes.len()];
        for (at, unit) in units.iter().enumerate() {
            unit.nodes.iter().for_each(|&node| unit_of[node] = at);
        }
        let mut waiting = Self {
            users: vec![Vec::new(); units.len()],
            n_inputs: vec![0; units.len()],
            n_users: HashMap::new(),
        };
        for (at, unit) in units.iter().enumerate() {
            for node in nodes(unit) {
                waiting.users[unit_of[node]].push(at);
                waiting.n_inputs[at] += 1;
                *waiting.n_users.entry(node).or_default() += 1;
            }
        }
        waiting
    }

    /// Elements by which the buffers in use grow when a unit runs.
    fn grows(&self, unit: &Unit, walk: &Walk, stays: &[bool]) -> i64 {
        let size = |node: usize| count(&walk.nodes[node].shape) as i64;
        let taken: i64 = unit.nodes.iter().map(|&node| size(node)).sum();
        let freed: i64 = nodes(unit).filter(|node| self.n_users[node] == 1 && !stays[*node]).map(size).sum();
        taken - freed
    }

    /// Units that may run now that `at` has.
    fn done(&mut self, at: usize, unit: &Unit) -> Vec<usize> {
        for node in nodes(unit) {
            self.n_users.entry(node).and_modify(|n| *n -= 1);
        }
        let n_inputs = &mut self.n_inputs;
        let freed = |&user: &usize| {
            n_inputs[user] -= 1;
            n_inputs[user] == 0
        };
        self.users[at].iter().copied().filter(freed).collect()
    }
}

/// Nodes whose buffers a unit reads, each once.
fn nodes(unit: &Unit) -> impl Iterator<Item = usize> + '_ {
    unit.loads.iter().filter_map(|load| match load {
        Place::Node(node) => Some(*node),
        Place::Leaf(_) => None,
    })
}
