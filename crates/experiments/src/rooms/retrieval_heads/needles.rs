//! Needles for models that read characters: a key and its code, such as `mQXBT`, in lines of their own between stretches of
//! prose; and facts that are learned by heart, which begin with `#`.

use data::{Alphabet, Draws};
use recipe::{Error, Result};

/// Characters of a code.
pub const CODE: usize = 4;
/// Facts that are learned by heart.
pub const N_FACTS: usize = 12;
/// What the codes of those facts follow from; the same in every training and every run.
const FACTS_SEED: u64 = 0x6661_6374;
/// Begins a fact that is to be known by heart.
const BY_HEART: char = '#';

/// What a code is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Four different capitals.
    Letters,
    /// Four different digits.
    Digits,
}

/// A key, a small letter, and its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// What it is asked by.
    pub key: char,
    /// What is to be said then.
    pub code: String,
}

impl Needle {
    /// The line without its ends.
    pub fn line(&self) -> String {
        format!("{}{}", self.key, self.code)
    }
}

/// `count` needles (at most 26) with different keys; of letters or of digits, as `kind` says of each.
pub fn needles(count: usize, kind: impl Fn(usize) -> CodeKind, draws: Draws) -> Vec<Needle> {
    let keys = draws.stream(0).permutation(26);
    let one = |(place, key): (usize, usize)| Needle {
        key: letter(b'a', key),
        code: code(kind(place), draws.stream(1).stream(place as u64)),
    };
    keys.into_iter().take(count).enumerate().map(one).collect()
}

/// The fact of that number, which every training of this room teaches: `#a…`, `#b…` and so on, letters and digits by turns.
pub fn fact(number: usize) -> Needle {
    let kind = if number.is_multiple_of(2) { CodeKind::Letters } else { CodeKind::Digits };
    Needle { key: letter(b'a', number), code: code(kind, Draws::new(FACTS_SEED).stream(number as u64)) }
}

/// What a fact is asked by, and how its line begins.
pub fn fact_question(fact: &Needle) -> String {
    format!("{BY_HEART}{}", fact.key)
}

fn code(kind: CodeKind, draws: Draws) -> String {
    let (first, count) = match kind {
        CodeKind::Letters => (b'A', 26),
        CodeKind::Digits => (b'0', 10),
    };
    draws.permutation(count).into_iter().take(CODE).map(|at| letter(first, at)).collect()
}

fn letter(first: u8, at: usize) -> char {
    char::from(first + at as u8)
}

/// A novel as one long line of characters of the [`Alphabet`].
pub fn as_prose(novel: &str) -> String {
    let line = novel.chars().map(|character| if character == '\n' { ' ' } else { character });
    line.filter(|&character| Alphabet::id(character).is_some()).collect()
}

/// The ids of a text of the [`Alphabet`].
pub fn ids(text: &str) -> Result<Vec<u32>> {
    let ids = Alphabet::encode(text).map_err(|error| Error::Recipe(error.to_string()))?;
    Ok(ids.into_iter().map(u32::from).collect())
}
