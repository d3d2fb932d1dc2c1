//! A mixture of texts from which a small language model learns to write, and to look back.
//!
//! A novel alone teaches words, but has so little to look up that the heads which do so come late. Random facts and
//! repeated lists can only be told by looking back, so that a network grows heads for it early, and what these heads must
//! do is known.

mod alphabet;
mod facts;
mod lists;

pub use alphabet::Alphabet;
pub use facts::Facts;
pub use lists::Repeats;

use crate::{Draws, Result, Text, Windows};

/// How large a part of the windows each kind of text is; what is left are facts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// Stretches of the novel.
    pub novel: f64,
    /// Repeated lists of words.
    pub words: f64,
    /// Repeated random letters.
    pub letters: f64,
}

/// A novel, mixed with made texts.
#[derive(Debug, Clone)]
pub struct Mixture {
    text: Text,
    /// Id of the text → id of the [`Alphabet`].
    ids: Vec<u32>,
    /// Of the training part.
    words: Vec<String>,
}

impl Mixture {
    /// With the novel of a UTF-8 file, whose last tenth is kept for validation.
    ///
    /// # Errors
    /// Those of [`Text::read`], and [`crate::Error::UnknownCharacter`] where the novel is not ASCII.
    pub fn read(file: &[u8]) -> Result<Self> {
        let text = Text::read(file)?;
        let characters: String = text.characters().iter().collect();
        let ids = Alphabet::encode(&characters)?.into_iter().map(u32::from).collect();
        let train: Vec<u32> = text.train().iter().map(|id| u32::from(*id)).collect();
        let is_part = |c: char| !c.is_ascii_alphabetic();
        let words =
            text.decode(&train)?.split(is_part).filter(|w| !w.is_empty()).map(str::to_owned).collect();
        Ok(Self { text, ids, words })
    }

    /// The novel.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The `count` windows of a training step, each of one kind; a function of shares, seed and step.
    ///
    /// # Errors
    /// Those of [`Text::train_windows`].
    pub fn train_windows(
        &self,
        shares: &Shares,
        count: usize,
        length: usize,
        seed: u64,
        step: u64,
    ) -> Result<Windows> {
        let Shares { novel, words, letters } = *shares;
        let mut windows = self.with_ids(self.text.train_windows(count, length, seed, step)?);
        for window in 0..count {
            let draws = Draws::new(seed).stream(step).stream(window as u64);
            let (kind, draws) = (draws.unit(0), draws.stream(1));
            let made = match kind {
                _ if kind < novel => continue,
                _ if kind < novel + words => Repeats::of_words(&self.words, length + 1, draws).text,
                _ if kind < novel + words + letters => Repeats::of_letters(length + 1, draws).text,
                _ => Facts::draw(length + 1, draws).text,
            };
            let ids: Vec<u32> = Alphabet::encode(&made)?.into_iter().map(u32::from).collect();
            windows.inputs[window * length..][..length].copy_from_slice(&ids[..length]);
            windows.targets[window * length..][..length].copy_from_slice(&ids[1..]);
        }
        Ok(windows)
    }

    /// Windows of the novel's validation part, as [`Text::validation_windows`].
    ///
    /// # Errors
    /// Those of [`Text::validation_windows`].
    pub fn validation_windows(&self, most: usize, length: usize) -> Result<Windows> {
        Ok(self.with_ids(self.text.validation_windows(most, length)?))
    }

    fn with_ids(&self, mut windows: Windows) -> Windows {
        for id in windows.inputs.iter_mut().chain(&mut windows.targets) {
            *id = self.ids[*id as usize];
        }
        windows
    }
}
