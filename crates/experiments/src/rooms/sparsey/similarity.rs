//! Overlap of codes against similarity of inputs.

use draws::Draws;

use super::memory::{Memory, Sizes, mean};
use super::patterns::N_ACTIVE;
use super::selection::{Selection, Winners};

/// Active inputs that probes keep, all first.
pub const KEPT: [usize; 9] = [24, 21, 18, 15, 12, 9, 6, 3, 0];

/// A way of storing and probing, over repeats.
pub struct Arm {
    /// Mean overlap at each of [`KEPT`], one list a repeat.
    pub overlaps: Vec<[f64; KEPT.len()]>,
    /// Spearman's correlation of similarity and overlap over the levels, one number a repeat.
    pub order: Vec<f64>,
}

impl Arm {
    /// Mean over repeats at a level.
    pub fn at(&self, level: usize) -> f64 {
        mean(&self.column(level))
    }

    /// All repeats at a level.
    pub fn column(&self, level: usize) -> Vec<f64> {
        self.overlaps.iter().map(|row| row[level]).collect()
    }

    /// Measures one more memory.
    pub fn push(&mut self, memory: &Memory, winners: Winners) {
        let row = KEPT.map(|n_kept| mean(&memory.overlaps(n_kept, winners)));
        let similarities = KEPT.map(|n_kept| n_kept as f64 / N_ACTIVE as f64);
        self.order.push(rank_correlation(&similarities, &row));
        self.overlaps.push(row);
    }

    /// Nothing measured yet.
    pub fn new() -> Self {
        Self { overlaps: Vec::new(), order: Vec::new() }
    }
}

/// The three ways, in the order of [`Arms::arms`]: while storing, and for probes.
pub fn ways(sizes: &Sizes) -> [(&'static str, Winners, Winners); 3] {
    [
        ("familiarity decides", sizes.selection.winners, sizes.test),
        ("familiarity is ignored", Winners::Uniform, Winners::Uniform),
        ("the best cell always wins", Winners::Best, Winners::Soft),
    ]
}

/// Memories of one repeat, one for each of [`ways`].
pub fn memories(sizes: Sizes, n_items: usize, draws: Draws, is_table: bool) -> [Memory; 3] {
    ways(&sizes).map(|(_, winners, _)| {
        let selection = Selection { winners, ..sizes.selection };
        // Probes that follow familiarity do so in the control too.
        let mut memory = Memory::new(Sizes { selection, ..sizes }, draws)
            .into_table(is_table && winners == sizes.selection.winners);
        memory.store_to(n_items);
        memory
    })
}

/// Spearman's rank correlation; equal numbers share the mean of their ranks. 0 where one side is constant.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        a.iter().zip(&b).map(|(&a, &b)| f(a - mean_a, b - mean_b)).sum()
    };
    let spread = (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    if spread == 0.0 { 0.0 } else { sum(&|a, b| a * b) / spread }
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| *other == value).count();
        below as f64 + (equal + 1) as f64 / 2.0
    };
    values.iter().map(rank).collect()
}
