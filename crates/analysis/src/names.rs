//! Names of variants: one list a family, and an unknown name answered with the near ones.

use crate::error::{Error, Result};

/// One line of a family's list: a variant, its exact name, and one sentence about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<T> {
    /// The variant that the name stands for.
    pub variant: T,
    /// The exact name, as in links, files and on the command line.
    pub name: &'static str,
    /// One sentence: exact variant, range, direction, and what it takes.
    pub about: &'static str,
}

/// The line of `list` whose variant is `variant`. Each family lists every variant, which
/// `tests/cases/names.rs` asserts.
pub(crate) fn line_of<T: Copy + PartialEq>(list: &'static [Named<T>], variant: T) -> &'static Named<T> {
    let place = list.iter().position(|line| line.variant == variant);
    &list[place.unwrap_or_default()]
}

/// The variant called `name`, or an error with the near names.
pub(crate) fn variant_named<T: Copy>(kind: &'static str, list: &'static [Named<T>], name: &str) -> Result<T> {
    match list.iter().find(|line| line.name == name) {
        Some(line) => Ok(line.variant),
        None => Err(unknown(kind, name, list.iter().map(|line| line.name).collect())),
    }
}

/// The error for a name that no list line has.
pub(crate) fn unknown(kind: &'static str, name: &str, known: Vec<&'static str>) -> Error {
    Error::UnknownName { kind, near: near_names(name, &known), name: name.to_owned(), known }
}

/// Similarity above which a name is offered as a near one (Jaro–Winkler, 1 = equal). Found by
/// trying misspellings of this crate's names: unrelated words stay below it.
const NEAR: f64 = 0.82;

/// At most three known names that the given one may have meant, nearest first: those that contain
/// it or are contained in it, and those a few letters away.
fn near_names(name: &str, known: &[&'static str]) -> Vec<&'static str> {
    let asked = name.trim().to_lowercase().replace(['-', ' '], "_");
    let mut scored: Vec<(f64, &'static str)> = known
        .iter()
        .map(|&candidate| (similarity(&asked, candidate), candidate))
        .filter(|(score, _)| *score >= NEAR)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

fn similarity(asked: &str, candidate: &str) -> f64 {
    let contained = asked.len() >= 3 && (candidate.contains(asked) || asked.contains(candidate));
    let tail = candidate.split_once('_').map_or(0.0, |(_, tail)| strsim::jaro_winkler(asked, tail));
    let whole = strsim::jaro_winkler(asked, candidate).max(tail);
    if contained { whole.max(NEAR) } else { whole }
}
