//! Which parameters a network has, before any of them has numbers.

use crate::{Error, Init, Result};

/// A parameter's place in its list; what layers hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot(pub(crate) usize);

/// One parameter: its name, its shape in one network, how it starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique, with dots between the layers' names, as torch has it (`blocks.0.mlp.weight`).
    pub name: String,
    /// Shape in one network.
    pub shape: Vec<usize>,
    /// How its first numbers are drawn.
    pub init: Init,
    /// Keeps its numbers: no gradient, no update.
    pub is_frozen: bool,
}

impl Entry {
    /// Numbers in one network.
    pub fn count(&self) -> usize {
        self.shape.iter().product()
    }
}

/// The parameters of a network, or of many networks of one kind, in the order in which layers
/// declare them. Weights are tied by handing one [`Slot`] to two layers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterList {
    entries: Vec<Entry>,
}

impl ParameterList {
    /// A list without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter. Errors when the name is taken or the shape has no elements.
    pub fn declare(&mut self, name: impl Into<String>, shape: &[usize], init: Init) -> Result<Slot> {
        let name = name.into();
        if self.entries.iter().any(|entry| entry.name == name) {
            return Err(Error::DuplicateName { name });
        }
        if shape.contains(&0) {
            return Err(Error::setting("declare", "sizes above 0", format!("{shape:?} for {name}")));
        }
        self.entries.push(Entry { name, shape: shape.to_vec(), init, is_frozen: false });
        Ok(Slot(self.entries.len() - 1))
    }

    /// All parameters, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Numbers in one network.
    pub fn count(&self) -> usize {
        self.entries.iter().map(Entry::count).sum()
    }

    /// The parameter of that name.
    pub fn find(&self, name: &str) -> Result<Slot> {
        let place = self.entries.iter().position(|entry| entry.name == name);
        place.map(Slot).ok_or_else(|| Error::unknown(name, self.entries.iter().map(|e| e.name.as_str())))
    }

    /// Freezes the parameters that `is_frozen` picks by name, and thaws the others.
    pub fn freeze(&mut self, is_frozen: impl Fn(&str) -> bool) {
        for entry in &mut self.entries {
            entry.is_frozen = is_frozen(&entry.name);
        }
    }

    /// Draws the first numbers of one parameter: other parameters do not change them.
    pub(crate) fn draw(&self, slot: usize, seed: u64) -> Result<Vec<f32>> {
        let entry = &self.entries[slot];
        let mut random = tensor::Random::new(seed).split_named(&entry.name);
        entry.init.draw(&entry.shape, &mut random)
    }

    /// The parameters in the order of their names, as snapshots and digests have them.
    pub(crate) fn by_name(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.entries.len()).collect();
        order.sort_by(|&a, &b| self.entries[a].name.cmp(&self.entries[b].name));
        order
    }
}
