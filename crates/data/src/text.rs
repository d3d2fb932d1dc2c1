//! A text as numbers, one for each character.

use std::collections::BTreeSet;

use crate::{Error, Result};

/// Ids are bytes, so there are no more different characters than this.
pub const MAX_CHARACTERS: usize = 256;
/// One in this many characters, the last ones, is kept for validation.
const VALIDATION_SHARE: usize = 10;

/// A text whose characters (Unicode scalar values) are numbered in the order of their code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    characters: Vec<char>,
    ids: Vec<u8>,
    n_train: usize,
}

impl Text {
    /// The text of a UTF-8 file; a byte order mark at its start is left out.
    ///
    /// # Errors
    /// [`Error::NotUtf8`], and those of [`Text::new`].
    pub fn read(file: &[u8]) -> Result<Self> {
        let text = str::from_utf8(file).map_err(|error| Error::NotUtf8 { position: error.valid_up_to() })?;
        Self::new(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The text, of which the last tenth is for validation. Memory: a byte a character.
    ///
    /// # Errors
    /// [`Error::EmptyText`] and [`Error::TooManyCharacters`].
    pub fn new(text: &str) -> Result<Self> {
        let mut set = BTreeSet::new();
        let mut count = 0;
        for character in text.chars() {
            if set.len() == MAX_CHARACTERS && !set.contains(&character) {
                return Err(Error::TooManyCharacters { character, position: count });
            }
            set.insert(character);
            count += 1;
        }
        if count == 0 {
            return Err(Error::EmptyText);
        }
        let characters: Vec<char> = set.into_iter().collect();
        let mut ids = Vec::with_capacity(count);
        ids.extend(
            text.chars().filter_map(|character| characters.binary_search(&character).ok()).map(|id| id as u8),
        );
        Ok(Self { characters, ids, n_train: count - count / VALIDATION_SHARE })
    }

    /// The different characters; id k stands for the one in place k.
    pub fn characters(&self) -> &[char] {
        &self.characters
    }

    /// The whole text.
    pub fn ids(&self) -> &[u8] {
        &self.ids
    }

    /// The part to learn from: all but the last tenth.
    pub fn train(&self) -> &[u8] {
        &self.ids[..self.n_train]
    }

    /// The last tenth.
    pub fn validation(&self) -> &[u8] {
        &self.ids[self.n_train..]
    }

    /// The ids of another text, such as a prompt.
    ///
    /// # Errors
    /// [`Error::UnknownCharacter`] for a character that this text does not have.
    pub fn encode(&self, text: &str) -> Result<Vec<u32>> {
        let id_of = |(position, character): (usize, char)| match self.characters.binary_search(&character) {
            Ok(id) => Ok(id as u32),
            Err(_) => Err(Error::UnknownCharacter { character, position }),
        };
        text.chars().enumerate().map(id_of).collect()
    }

    /// The text of these ids, such as what a network wrote.
    ///
    /// # Errors
    /// [`Error::UnknownId`]
    pub fn decode(&self, ids: &[u32]) -> Result<String> {
        let count = self.characters.len();
        let of_id = |&id: &u32| self.characters.get(id as usize).ok_or(Error::UnknownId { id, count });
        ids.iter().map(of_id).collect()
    }
}
