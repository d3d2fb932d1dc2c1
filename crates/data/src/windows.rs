//! Stretches of a text, and what comes after each of their characters.

use crate::{Draws, Error, Result, Text};

/// `count` windows of `length` characters, with the character after each as what to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Windows {
    /// `[count, length]`
    pub inputs: Vec<u32>,
    /// `[count, length]`: the input one further.
    pub targets: Vec<u32>,
    /// How many windows there are.
    pub count: usize,
    /// Characters of each.
    pub length: usize,
}

impl Text {
    /// The `count` windows of a training step: any place of the training part is as likely, and may
    /// come again. They are a function of seed and step, as in [`crate::Order`].
    ///
    /// # Errors
    /// [`Error::ShortText`] and [`Error::NoWindow`].
    pub fn train_windows(&self, count: usize, length: usize, seed: u64, step: u64) -> Result<Windows> {
        let places = places("a training part", self.train(), count, length)?;
        let draws = Draws::new(seed).stream(step);
        let starts = (0..count).map(|window| draws.below(window as u64, places));
        Ok(Windows::of(self.train(), starts, count, length))
    }

    /// Windows of the validation part that do not overlap, from its start to its end in even steps: at
    /// most `most`, always the same.
    ///
    /// # Errors
    /// As [`Text::train_windows`].
    pub fn validation_windows(&self, most: usize, length: usize) -> Result<Windows> {
        let places = places("a validation part", self.validation(), most, length)?;
        // The last character can only be a target.
        let count = ((self.validation().len() - 1) / length).min(most);
        let starts = (0..count)
            .map(|window| ((places - 1) as u128 * window as u128 / (count - 1).max(1) as u128) as usize);
        Ok(Windows::of(self.validation(), starts, count, length))
    }
}

/// How many places a window can start at.
fn places(share: &'static str, ids: &[u8], count: usize, length: usize) -> Result<usize> {
    if count == 0 || length == 0 {
        return Err(Error::NoWindow { length, count });
    }
    match ids.len().checked_sub(length) {
        None | Some(0) => Err(Error::ShortText { share, length, found: ids.len() }),
        Some(places) => Ok(places),
    }
}

impl Windows {
    fn of(ids: &[u8], starts: impl Iterator<Item = usize>, count: usize, length: usize) -> Self {
        let (mut inputs, mut targets) = (Vec::new(), Vec::new());
        for start in starts {
            inputs.extend(ids[start..start + length].iter().map(|id| u32::from(*id)));
            targets.extend(ids[start + 1..=start + length].iter().map(|id| u32::from(*id)));
        }
        Self { inputs, targets, count, length }
    }
}
