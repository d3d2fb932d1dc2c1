//! Recall as more and more is stored.

use draws::Draws;

use super::memory::{Memory, Sizes, mean};
use super::patterns::N_ACTIVE;
use super::selection::Winners;

/// Items stored at each point of the curve.
pub const STORED: [usize; 9] = [5, 10, 20, 30, 40, 60, 100, 150, 200];

/// One repeat: a number for each of [`STORED`].
pub struct Capacity {
    /// Recall by the best-fitting cells.
    pub best: Vec<f64>,
    /// The same with the settings' number of active inputs moved.
    pub moved: Vec<f64>,
    /// Recall by the draw.
    pub drawn: Vec<f64>,
    /// Share of synapses that are 1.
    pub fill: Vec<f64>,
}

/// One memory that fills up.
pub fn capacity(sizes: Sizes, n_moved: usize, draws: Draws) -> Capacity {
    let mut memory = Memory::new(sizes, draws);
    let mut found = Capacity { best: Vec::new(), moved: Vec::new(), drawn: Vec::new(), fill: Vec::new() };
    for n_items in STORED {
        memory.store_to(n_items);
        found.best.push(memory.recall(0));
        found.moved.push(memory.recall(n_moved));
        found.drawn.push(mean(&memory.overlaps(N_ACTIVE, Winners::Soft)));
        found.fill.push(memory.field().synapses.fill());
    }
    found
}
