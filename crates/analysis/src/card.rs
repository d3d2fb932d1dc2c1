//! What a reader must know of a measure to trust its number.

use crate::Result;
use crate::names::unknown;
use crate::registry::CARDS;

/// What larger numbers mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More alike.
    Likeness,
    /// Further apart.
    Distance,
    /// More of what the measure is named after.
    Amount,
}

/// The card of a measure, a distance or an analysis. Each folder has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// The exact name, as in links, files and on the command line.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The formula, in TeX.
    pub formula: &'static str,
    /// Where it comes from: authors, year, title, equation.
    pub source: &'static str,
    /// From where to where, with the unit if there is one.
    pub range: &'static str,
    /// What larger numbers mean.
    pub direction: Direction,
    /// What may be done to the input without a change of the number. Each is tested by `tests/`.
    pub unchanged_by: &'static [&'static str],
    /// When the number misleads, in one or two sentences.
    pub fails: &'static str,
}

/// The card of the name.
///
/// # Errors
/// An unknown name, with the near ones.
pub fn card_of(name: &str) -> Result<&'static Card> {
    let all = || CARDS.iter().copied().flatten();
    all()
        .find(|card| card.name == name)
        .ok_or_else(|| unknown("measure", name, all().map(|card| card.name).collect()))
}
