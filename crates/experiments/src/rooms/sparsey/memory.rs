//! A field that has stored random patterns, each in one presentation.

use draws::Draws;

use super::bits::Bits;
use super::field::{Code, Field, Shape, overlap};
use super::patterns::{N_ACTIVE, N_INPUTS, pattern, probe, whole};
use super::selection::{Selection, Winners};

/// What all fields of a run share.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Modules and cells.
    pub shape: Shape,
    /// How winners are found while storing.
    pub selection: Selection,
    /// How they are found for probes.
    pub test: Winners,
    /// Share of synapses at which learning ends.
    pub freeze: f64,
}

/// A field with what it stored.
pub struct Memory {
    sizes: Sizes,
    field: Field,
    patterns: Vec<Vec<usize>>,
    codes: Vec<Code>,
    /// Familiarity of each item when it first came.
    pub familiarity: Vec<f64>,
    /// Share of synapses that were 1 after each item.
    pub fills: Vec<f64>,
    draws: Draws,
    /// Whether codes are looked up by the exact input, as a deliberate fake.
    is_table: bool,
}

impl Memory {
    /// Nothing stored yet.
    pub fn new(sizes: Sizes, draws: Draws) -> Self {
        Self {
            field: Field::new(sizes.shape, N_INPUTS, sizes.selection, sizes.freeze),
            sizes,
            patterns: Vec::new(),
            codes: Vec::new(),
            familiarity: Vec::new(),
            fills: Vec::new(),
            draws,
            is_table: false,
        }
    }

    /// The same as a look-up table.
    pub fn into_table(self, is_table: bool) -> Self {
        Self { is_table, ..self }
    }

    /// Stores random patterns until `n_items` are stored.
    pub fn store_to(&mut self, n_items: usize) {
        for item in self.patterns.len()..n_items {
            let active = pattern(self.draws.stream(0).stream(item as u64));
            let chosen = self.field.store(&whole(&active), self.draws.stream(1).stream(item as u64));
            self.patterns.push(active);
            self.codes.push(chosen.code);
            self.familiarity.push(chosen.familiarity);
            self.fills.push(self.field.synapses.fill());
        }
    }

    /// Patterns stored.
    pub fn n_items(&self) -> usize {
        self.patterns.len()
    }

    /// Share of modules in which a probe that keeps `n_kept` of an item's active inputs gets the item's winner, one number
    /// an item.
    pub fn overlaps(&self, n_kept: usize, winners: Winners) -> Vec<f64> {
        let selection = Selection { winners, ..self.sizes.selection };
        let one = |item: usize| {
            let draws = self.draws.stream(2 + n_kept as u64).stream(item as u64);
            let input = probe(&self.patterns[item], n_kept, draws.stream(0));
            if self.is_table {
                return overlap(&self.looked_up(&input, draws), &self.codes[item]);
            }
            let chosen = self.field.choose(&input, &selection, draws.stream(1));
            overlap(&chosen.code, &self.codes[item])
        };
        (0..self.n_items()).map(one).collect()
    }

    /// The stored code of exactly this input, or a random one.
    fn looked_up(&self, input: &Bits, draws: Draws) -> Code {
        let place = self.patterns.iter().position(|pattern| whole(pattern) == *input);
        let random = |module: usize| draws.stream(2).below(module as u64, self.sizes.shape.n_cells);
        match place {
            Some(place) => self.codes[place].clone(),
            None => (0..self.sizes.shape.n_modules).map(random).collect(),
        }
    }

    /// Mean recall with `n_moved` active inputs moved, by the best-fitting cells.
    pub fn recall(&self, n_moved: usize) -> f64 {
        mean(&self.overlaps(N_ACTIVE - n_moved, Winners::Best))
    }

    /// The same once the synapses of each module's cells were dealt out anew: as full, but of nobody.
    pub fn shuffled_recall(&self) -> f64 {
        let Shape { n_modules, n_cells } = self.sizes.shape;
        let of_module = |module: usize| {
            let order = self.draws.stream(100).stream(module as u64).permutation(n_cells);
            order.into_iter().map(move |cell| module * n_cells + cell)
        };
        let order: Vec<usize> = (0..n_modules).flat_map(of_module).collect();
        let synapses = self.field.synapses.reordered(&order);
        let shuffled = Field { synapses, ..self.field.clone() };
        let selection = Selection { winners: Winners::Best, ..self.sizes.selection };
        let one = |item: usize| {
            let draws = self.draws.stream(101).stream(item as u64);
            overlap(&shuffled.choose(&whole(&self.patterns[item]), &selection, draws).code, &self.codes[item])
        };
        mean(&(0..self.n_items()).map(one).collect::<Vec<_>>())
    }

    /// Familiarity of each item once all are stored.
    pub fn familiarity_again(&self) -> Vec<f64> {
        let of = |pattern: &Vec<usize>| {
            super::selection::familiarity(&self.field.fits(&whole(pattern)), self.sizes.shape.n_cells)
        };
        self.patterns.iter().map(of).collect()
    }

    /// The chances of all cells for a probe of item 0 that keeps `n_kept` active inputs, `[n_modules, n_cells]`; its
    /// familiarity; and the item's code.
    pub fn chances(&self, n_kept: usize) -> (Vec<f64>, f64, &Code) {
        let n_cells = self.sizes.shape.n_cells;
        let input = probe(&self.patterns[0], n_kept, self.draws.stream(102).stream(n_kept as u64));
        let fits = self.field.fits(&input);
        let familiarity = super::selection::familiarity(&fits, n_cells);
        let expansivity = self.sizes.selection.expansivity(familiarity, n_cells);
        let modules = fits.chunks_exact(n_cells);
        let chances = modules.flat_map(|fits| self.sizes.selection.chances(fits, expansivity)).collect();
        (chances, familiarity, &self.codes[0])
    }

    /// The field.
    pub fn field(&self) -> &Field {
        &self.field
    }

    /// The stored patterns.
    pub fn patterns(&self) -> &[Vec<usize>] {
        &self.patterns
    }
}

/// The mean; 0 of none.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
