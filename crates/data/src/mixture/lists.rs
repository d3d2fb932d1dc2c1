//! Lists that are said again and again.

use super::Alphabet;
use crate::Draws;

/// Characters of a random list, and words of one: from the first to the last, both possible.
const N_CHARACTERS: [usize; 2] = [5, 48];
const N_WORDS: [usize; 2] = [3, 10];

/// A text that repeats its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeats {
    /// The text, cut at the length that was asked for.
    pub text: String,
    /// Characters after which it comes again.
    pub period: usize,
}

impl Repeats {
    /// Different printable characters in random order, again and again: nothing but a look back tells what comes next.
    pub fn of_characters(length: usize, draws: Draws) -> Self {
        let count = between(N_CHARACTERS, draws, 0);
        Self::of_n_characters(count, length, draws)
    }

    /// The same with `count` characters (at most 95) before they come again.
    pub fn of_n_characters(count: usize, length: usize, draws: Draws) -> Self {
        let characters: Vec<char> = Alphabet::characters().skip(1).collect();
        let order = draws.stream(1).permutation(characters.len());
        Self::of(&order.iter().take(count).map(|&at| characters[at]).collect::<String>(), length)
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
