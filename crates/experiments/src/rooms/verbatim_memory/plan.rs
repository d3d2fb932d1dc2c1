//! What a run was asked to do.

use draws::Draws;
use recipe::Result;

use super::stimuli::{Cell, Condition};
use crate::Settings;

/// Stretches of eight words between the lists, short to long.
pub const DELAYS: [usize; 3] = [1, 3, 5];
/// Nouns of a list, few to many.
pub const LENGTHS: [usize; 3] = [3, 5, 8];

/// What a run was asked to do.
pub struct Plan {
    /// Whether SmolLM2 reads the texts, and not the small networks.
    pub is_large: bool,
    /// Whether the transformer of two layers is trained in this run.
    pub is_trained_now: bool,
    /// Texts of a cell.
    pub n_lists: usize,
    /// The texts of the claims: the first list again.
    pub cell: Cell,
    /// Deliberate fakes: the second list is never the first one; a cache of what was read raises scores.
    pub fakes: [bool; 2],
    draws: Draws,
}

impl Plan {
    /// From the card's parameters.
    pub fn new(settings: &Settings, seed: u32) -> Result<Self> {
        Ok(Self {
            is_large: settings.choice("model")? == "smollm2-135m",
            is_trained_now: settings.choice("model")? == "trained-now",
            n_lists: settings.count("lists")?,
            cell: Cell {
                condition: Condition::Repeat,
                n_nouns: settings.count("nouns")?,
                n_between: settings.count("between")?,
                is_coherent: settings.choice("kind")? == "coherent",
                is_scrambled: settings.flag("scrambled")?,
                is_cued: settings.flag("cue")?,
            },
            fakes: ["never_again", "copy_cache"].map(|name| settings.is_fake(name)),
            draws: Draws::new(u64::from(seed)),
        })
    }

    /// The texts of a cell; in a fake the second list is new where it should be the first one.
    pub fn texts(&self, language: &super::language::Language, cell: Cell) -> Vec<Vec<usize>> {
        let cell = if self.fakes[0] { cell.with(Condition::Control) } else { cell };
        cell.texts(language, self.n_lists, self.draws.stream(1))
    }

    /// Draws of a bootstrap.
    pub fn bootstrap(&self, number: u64) -> Draws {
        self.draws.stream(2).stream(number)
    }
}
