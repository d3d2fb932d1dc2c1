//! Lists that are said again and again.

use crate::Draws;

/// Words of a list: from the first to the last, both possible.
const N_WORDS: [usize; 2] = [3, 10];
/// Letters of most random lists, and of one in four. What is short comes again soon, so that a network learns to copy.
const N_LETTERS: [usize; 2] = [3, 16];
const N_MORE_LETTERS: [usize; 2] = [3, 26];

/// A text that repeats its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeats {
    /// The text, cut at the length that was asked for.
    pub text: String,
    /// Characters after which it comes again.
    pub period: usize,
}

impl Repeats {
    /// Different small letters in random order, again and again: nothing but a look back tells what comes next.
    pub fn of_letters(length: usize, draws: Draws) -> Self {
        let range = if draws.below(2, 4) == 0 { N_MORE_LETTERS } else { N_LETTERS };
        Self::of_n_letters(between(range, draws, 0), length, draws)
    }

    /// The same with `count` letters, at most 26, before they come again.
    pub fn of_n_letters(count: usize, length: usize, draws: Draws) -> Self {
        let order = draws.stream(1).permutation(26);
        Self::of(&order.iter().take(count).map(|&at| char::from(b'a' + at as u8)).collect::<String>(), length)
    }

    /// A list of words taken from `words`, such as `Miss, walk, of`, one copy a line.
    pub fn of_words(words: &[String], length: usize, draws: Draws) -> Self {
        let count = between(N_WORDS, draws, 0);
        let word = |k: usize| words[draws.stream(1).below(k as u64, words.len())].as_str();
        let line = (0..count).map(word).collect::<Vec<_>>().join(", ");
        Self::of(&format!("{line}\n"), length)
    }

    fn of(once: &str, length: usize) -> Self {
        Self { text: once.chars().cycle().take(length).collect(), period: once.len() }
    }
}

fn between([least, most]: [usize; 2], draws: Draws, counter: u64) -> usize {
    least + draws.below(counter, most - least + 1)
}
