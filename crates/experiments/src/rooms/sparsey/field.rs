//! A mac (coding field): modules of binary cells, one of which is active in each.

use draws::Draws;

use super::bits::{Bits, Synapses};
use super::selection::{Selection, familiarity};

/// Modules and cells of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Q: winner-take-all modules.
    pub n_modules: usize,
    /// K: cells of a module.
    pub n_cells: usize,
}

impl Shape {
    /// Cells of all modules.
    pub fn n_all(self) -> usize {
        self.n_modules * self.n_cells
    }
}

/// A code: the winner of each module, as a cell of that module.
pub type Code = Vec<usize>;

/// Share of modules in which two codes have the same winner.
pub fn overlap(a: &[usize], b: &[usize]) -> f64 {
    let same = a.iter().zip(b).filter(|(a, b)| a == b).count();
    same as f64 / a.len().max(1) as f64
}

/// A source of input to a field: its synapses, and what is active there now.
pub struct Source<'a> {
    /// `[n_all, n_inputs]`
    pub synapses: &'a Synapses,
    /// What is active.
    pub active: &'a Bits,
}

/// How well each cell's input fits, `[n_modules, n_cells]`: the product over sources of the share of active inputs that
/// it is connected with, each from 0 to 1. A source where nothing is active is left out.
pub fn fits(n_all: usize, sources: &[Source<'_>]) -> Vec<f64> {
    let mut fits = vec![1.0; n_all];
    for source in sources {
        let n_active = source.active.count();
        if n_active == 0 {
            continue;
        }
        for (fit, sum) in fits.iter_mut().zip(source.synapses.sums(source.active)) {
            *fit *= sum as f64 / n_active as f64;
        }
    }
    fits
}

/// A field with one source of input.
#[derive(Clone, Debug)]
pub struct Field {
    /// Modules and cells.
    pub shape: Shape,
    /// How winners are found.
    pub selection: Selection,
    /// From the input.
    pub synapses: Synapses,
    /// Share of synapses at which learning ends for good (the critical period).
    pub freeze: f64,
}

/// What became of one input.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The winners.
    pub code: Code,
    /// G: how familiar the input was.
    pub familiarity: f64,
}

impl Field {
    /// A field that has learned nothing.
    pub fn new(shape: Shape, n_inputs: usize, selection: Selection, freeze: f64) -> Self {
        Self { shape, selection, synapses: Synapses::new(shape.n_all(), n_inputs), freeze }
    }

    /// How well each cell's input fits, `[n_modules, n_cells]`.
    pub fn fits(&self, input: &Bits) -> Vec<f64> {
        fits(self.shape.n_all(), &[Source { synapses: &self.synapses, active: input }])
    }

    /// The code of an input, by `selection` instead of the field's own.
    pub fn choose(&self, input: &Bits, selection: &Selection, draws: Draws) -> Chosen {
        let fits = self.fits(input);
        let code = selection.winners(&fits, self.shape.n_cells, draws);
        Chosen { code, familiarity: familiarity(&fits, self.shape.n_cells) }
    }

    /// Chooses a code and wires the input to it: one presentation.
    pub fn store(&mut self, input: &Bits, draws: Draws) -> Chosen {
        let chosen = self.choose(input, &self.selection, draws);
        if self.freeze >= 1.0 || self.synapses.fill() < self.freeze {
            self.synapses.connect(cells(self.shape, &chosen.code), input);
        }
        chosen
    }
}

/// The cells of a code, numbered over all modules.
pub fn cells(shape: Shape, code: &[usize]) -> impl Iterator<Item = usize> {
    code.iter().enumerate().map(move |(module, cell)| module * shape.n_cells + cell)
}

/// A code as the set of its cells.
pub fn code_bits(shape: Shape, code: &[usize]) -> Bits {
    Bits::of(shape.n_all(), &cells(shape, code).collect::<Vec<_>>())
}
