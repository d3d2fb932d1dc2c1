//! The tree that hierarchical clustering makes.

use super::hierarchy::refuse_groups;
use crate::error::Result;
use crate::labels::Labels;

/// That two groups became one. Groups below `n_stimuli` are single stimuli, and group
/// `n_stimuli + k` is what merge k made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// The group of smaller number.
    pub left: usize,
    /// The group of larger number.
    pub right: usize,
    /// How far apart the two were, by the linkage, in the RDM's unit.
    pub height: f64,
    /// How many stimuli the new group has.
    pub size: usize,
}

/// A tree of groups, from single stimuli to all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Dendrogram {
    pub(super) n_stimuli: usize,
    pub(super) merges: Vec<Merge>,
}

impl Dendrogram {
    /// How many stimuli the tree is of, at least 2.
    pub fn n_stimuli(&self) -> usize {
        self.n_stimuli
    }

    /// The `n_stimuli − 1` merges, by rising height: SciPy's table `Z`.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// The stimuli in the order in which the tree can be drawn without crossings, the left group of
    /// each merge first: SciPy's `leaves_list`.
    pub fn leaf_order(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.n_stimuli);
        let mut open = vec![2 * self.n_stimuli - 2];
        while let Some(group) = open.pop() {
            match group.checked_sub(self.n_stimuli) {
                None => order.push(group),
                Some(merge) => open.extend([self.merges[merge].right, self.merges[merge].left]),
            }
        }
        order
    }

    /// Cuts the tree into `n_groups` groups by taking the last merges back: SciPy's `cut_tree`.
    /// Groups are numbered by their first stimulus.
    ///
    /// # Errors
    /// No group, or more than there are stimuli.
    pub fn groups(&self, n_groups: usize) -> Result<Labels> {
        refuse_groups("cutting a dendrogram", n_groups, self.n_stimuli)?;
        let n = self.n_stimuli;
        let mut held_by: Vec<usize> = (0..2 * n - 1).collect();
        for (k, merge) in self.merges[..n - n_groups].iter().enumerate().rev() {
            held_by[merge.left] = held_by[n + k];
            held_by[merge.right] = held_by[n + k];
        }
        by_first_stimulus(&held_by[..n])
    }
}

/// Groups with any numbers, numbered again by their first stimulus.
pub(super) fn by_first_stimulus(groups: &[usize]) -> Result<Labels> {
    let mut known: Vec<usize> = Vec::new();
    let numbers: Vec<i64> = groups
        .iter()
        .map(|group| {
            let place = known.iter().position(|other| other == group).unwrap_or_else(|| {
                known.push(*group);
                known.len() - 1
            });
            place as i64
        })
        .collect();
    Labels::new(&numbers)
}
