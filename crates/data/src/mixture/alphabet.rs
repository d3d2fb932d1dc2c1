//! The characters of ASCII that can be printed, numbered.

use crate::{Error, Result};

const FIRST: u8 = b' ';
const LAST: u8 = b'~';

/// A new line, then the 95 printable characters of ASCII in their order: what the small language models read and write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alphabet;

impl Alphabet {
    /// How many characters there are.
    pub const COUNT: usize = 2 + (LAST - FIRST) as usize;

    /// The characters in the order of their ids.
    pub fn characters() -> impl Iterator<Item = char> {
        std::iter::once(b'\n').chain(FIRST..=LAST).map(char::from)
    }

    /// The id of a character, if it has one.
    pub fn id(character: char) -> Option<u8> {
        match u8::try_from(character).ok()? {
            b'\n' => Some(0),
            byte @ FIRST..=LAST => Some(byte - FIRST + 1),
            _ => None,
        }
    }

    /// The ids of a text.
    ///
    /// # Errors
    /// [`Error::UnknownCharacter`] for a character that is not in it.
    pub fn encode(text: &str) -> Result<Vec<u8>> {
        let id_of = |(position, character): (usize, char)| {
            Self::id(character).ok_or(Error::UnknownCharacter { character, position })
        };
        text.chars().enumerate().map(id_of).collect()
    }
}
