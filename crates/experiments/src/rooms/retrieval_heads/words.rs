//! Needles for SmolLM2, whose tokens are pieces of words: texts that `scripts/experiments/retrieval_texts.py` cut into ids.

use std::collections::BTreeMap;

use draws::Draws;
use recipe::{Error, Result};
use serde::Deserialize;

use super::prompts::Prompt;

/// Tokens of prose before a question that is asked without context.
const N_BEFORE_KNOWN: usize = 60;

/// The file.
#[derive(Debug, Deserialize)]
pub struct Words {
    haystack: Vec<u32>,
    needles: Vec<Statement>,
    known: Vec<Known>,
    pieces: Vec<(u32, String)>,
}

/// A needle with its question.
#[derive(Debug, Deserialize)]
struct Statement {
    is_number: bool,
    statement: Vec<u32>,
    answer_at: usize,
    n_answer: usize,
    question: Vec<u32>,
}

/// What a model of some size knows.
#[derive(Debug, Deserialize)]
struct Known {
    question: Vec<u32>,
    answer: Vec<u32>,
}

impl Words {
    /// Reads the file.
    pub fn read() -> Result<Self> {
        serde_json::from_str(include_str!("smollm2.json")).map_err(|error| Error::Recipe(error.to_string()))
    }

    /// A needle at `depth` (0 to 1) of prose, after the sentence that ends nearest, and at the end the question: `length`
    /// tokens in all.
    pub fn in_prose(
        &self,
        length: usize,
        depth: f64,
        is_number: bool,
        cell: [usize; 2],
        draws: Draws,
    ) -> Prompt {
        let of_kind: Vec<&Statement> =
            self.needles.iter().filter(|needle| needle.is_number == is_number).collect();
        let needle = of_kind[draws.below(0, of_kind.len())];
        let n_prose = length - needle.statement.len() - needle.question.len();
        let start = draws.below(1, self.haystack.len() - n_prose);
        let prose = &self.haystack[start..start + n_prose];
        let pieces: BTreeMap<u32, &str> =
            self.pieces.iter().map(|(id, piece)| (*id, piece.as_str())).collect();
        let wanted = (depth * n_prose as f64).round() as usize;
        let ends =
            (1..=n_prose).filter(|&end| pieces.get(&prose[end - 1]).is_some_and(|piece| piece.trim() == "."));
        let cut = ends.min_by_key(|end| end.abs_diff(wanted)).unwrap_or(wanted);
        let place = cut + needle.answer_at;
        Prompt {
            tokens: [&prose[..cut], &needle.statement, &prose[cut..], &needle.question].concat(),
            answer: needle.statement[needle.answer_at..][..needle.n_answer].to_vec(),
            places: (place..place + needle.n_answer).collect(),
            cell,
            is_number,
        }
    }

    /// Questions that the context does not answer, each after prose.
    pub fn known(&self, draws: Draws) -> Vec<Prompt> {
        let one = |(number, known): (usize, &Known)| {
            let prose = self.prose(1, N_BEFORE_KNOWN, draws.stream(number as u64)).concat();
            Prompt {
                tokens: [&prose[..], &known.question].concat(),
                answer: known.answer.clone(),
                places: Vec::new(),
                cell: [0, 0],
                is_number: false,
            }
        };
        self.known.iter().enumerate().map(one).collect()
    }

    /// Stretches of prose.
    pub fn prose(&self, count: usize, length: usize, draws: Draws) -> Vec<Vec<u32>> {
        let start = |number: usize| draws.below(number as u64, self.haystack.len() - length);
        (0..count).map(|number| self.haystack[start(number)..][..length].to_vec()).collect()
    }

    /// A token as a person reads it.
    pub fn piece(&self, id: u32) -> String {
        let found = self.pieces.iter().find(|(known, _)| *known == id);
        found.map_or_else(|| format!("({id})"), |(_, piece)| piece.clone())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_answer_stands_where_a_prompt_says_and_none_of_its_tokens_does_after_they_are_displaced() {
        let words = Words::read().unwrap();
        for (seed, is_number) in (0..40).map(|seed| (seed, seed % 2 == 0)) {
            let prompt = words.in_prose(160, 0.5, is_number, [0, 0], Draws::new(seed));
            assert_eq!(prompt.tokens.len(), 160);
            let found: Vec<u32> = prompt.places.iter().map(|&place| prompt.tokens[place]).collect();
            assert_eq!(found, prompt.answer);
            assert!(found.len() > 1);
            assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
        }
    }

    #[test]
    fn a_question_by_heart_does_not_hold_its_answer() {
        for known in Words::read().unwrap().known(Draws::new(1)) {
            assert!(!known.tokens.contains(&known.answer[0]));
        }
    }
}
