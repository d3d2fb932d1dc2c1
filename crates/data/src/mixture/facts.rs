//! Facts that are stated once and asked for later.

use crate::Draws;

/// Facts of a text: from the first to the last, both possible.
const N_FACTS: [usize; 2] = [2, 8];
const LETTERS: usize = 26;

/// A text of facts, such as `kQ mB xA`: the key a small letter, the value the capital after it. The first line states them, each
/// further line states the same facts in another order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The text, cut at the length that was asked for.
    pub text: String,
    /// Where the value of a fact stands that was stated before: what can only be told by looking its key up.
    pub answers: Vec<usize>,
}

impl Facts {
    /// Draws a text of `length` characters, in which no two facts share a key or a value.
    pub fn draw(length: usize, draws: Draws) -> Self {
        let n_facts = N_FACTS[0] + draws.below(0, N_FACTS[1] - N_FACTS[0] + 1);
        let [keys, values] = [1, 2].map(|k| draws.stream(k).permutation(LETTERS));
        let letter = |from: u8, at: usize| char::from(from + at as u8);
        let (mut text, mut answers) = (String::new(), Vec::new());
        for line in 0.. {
            for fact in draws.stream(3 + line).permutation(n_facts) {
                if text.len() >= length {
                    text.truncate(length);
                    answers.retain(|&at| at < length);
                    return Self { text, answers };
                }
                text.push(letter(b'a', keys[fact]));
                if line > 0 {
                    answers.push(text.len());
                }
                text.extend([letter(b'A', values[fact]), ' ']);
            }
            // The last space of a line becomes its end.
            text.pop();
            text.push('\n');
        }
        unreachable!("lines go on until the text is long enough")
    }
}
