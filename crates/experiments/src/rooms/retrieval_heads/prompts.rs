//! Questions at the end of a text that holds the answer somewhere.

use data::{Draws, Facts};
use recipe::Result;

use super::needles::{CodeKind, N_FACTS, as_prose, fact, fact_question, ids, needles};

/// The end of a novel that no training of this repository saw.
const HAYSTACK: &str = include_str!("../../../../../models-own/held-out.txt");
/// Characters of prose before a fact that is asked for by heart.
const N_BEFORE_FACT: usize = 60;
/// Characters of a text of lines of letters, which the small Llama was first trained on.
const N_OF_LINES: usize = 96;

/// A question with its answer.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What the model reads.
    pub tokens: Vec<u32>,
    /// What it should say.
    pub answer: Vec<u32>,
    /// Where the answer's tokens stand in the text; none for what must be known by heart.
    pub places: Vec<usize>,
    /// Its cell: the number of its length, and of its depth.
    pub cell: [usize; 2],
    /// Whether the answer is a number.
    pub is_number: bool,
}

/// A needle of `kind` at `depth` (0 to 1) of prose, another needle elsewhere, and at the end the first one's key: `length`
/// characters in all.
pub fn in_prose(length: usize, depth: f64, kind: CodeKind, cell: [usize; 2], draws: Draws) -> Result<Prompt> {
    let prose = as_prose(HAYSTACK);
    let pair = needles(2, |_| kind, draws.stream(0));
    let lines: Vec<String> = pair.iter().map(|needle| format!("\n{}\n", needle.line())).collect();
    let question = format!("\n{}", pair[0].key);
    let n_prose = length - question.len() - lines.iter().map(String::len).sum::<usize>();
    let start = draws.below(0, prose.len() - n_prose);
    let own = (depth * n_prose as f64).round() as usize;
    let other = draws.below(1, n_prose + 1);
    let mut cuts = [(own, 0), (other, 1)];
    cuts.sort_unstable();
    let (mut text, mut used, mut place) = (String::new(), 0, 0);
    for (cut, which) in cuts {
        text.push_str(&prose[start + used..start + cut]);
        used = cut;
        if which == 0 {
            // After the line's beginning and its key.
            place = text.len() + 2;
        }
        text.push_str(&lines[which]);
    }
    text.push_str(&prose[start + used..start + n_prose]);
    text.push_str(&question);
    let n_answer = pair[0].code.len();
    Ok(Prompt {
        tokens: ids(&text)?,
        answer: ids(&pair[0].code)?,
        places: (place..place + n_answer).collect(),
        cell,
        is_number: kind == CodeKind::Digits,
    })
}

/// The facts that were learned by heart, each after prose of its own.
pub fn by_heart(draws: Draws) -> Result<Vec<Prompt>> {
    let prose = as_prose(HAYSTACK);
    let one = |number: usize| {
        let fact = fact(number);
        let start = draws.below(number as u64, prose.len() - N_BEFORE_FACT);
        let text = format!("{}\n{}", &prose[start..start + N_BEFORE_FACT], fact_question(&fact));
        Ok(Prompt {
            tokens: ids(&text)?,
            answer: ids(&fact.code)?,
            places: Vec::new(),
            cell: [0, 0],
            is_number: !number.is_multiple_of(2),
        })
    };
    (0..N_FACTS).map(one).collect()
}

/// What the small Llama looked up before it was trained on: lines such as `kQ mB xA` that state the same facts in other
/// orders, cut before the value of a fact of the second line.
pub fn in_lines(count: usize, draws: Draws) -> Result<Vec<Prompt>> {
    let one = |number: usize| {
        let draws = draws.stream(number as u64);
        let Facts { text, answers } = Facts::draw(N_OF_LINES, draws.stream(0));
        let n_first = text.find('\n').map_or(0, |end| (end + 1) / 3);
        let at = answers[draws.below(1, n_first.min(answers.len()))];
        let tokens = ids(&text)?;
        let places = (0..at).filter(|&place| tokens[place] == tokens[at]).collect();
        Ok(Prompt {
            answer: vec![tokens[at]],
            places,
            tokens: tokens[..at].to_vec(),
            cell: [0, 0],
            is_number: false,
        })
    };
    (0..count).map(one).collect()
}

/// Stretches of prose of `length` characters.
pub fn prose(count: usize, length: usize, draws: Draws) -> Result<Vec<Vec<u32>>> {
    let all = ids(&as_prose(HAYSTACK))?;
    let start = |number: usize| draws.below(number as u64, all.len() - length);
    Ok((0..count).map(|number| all[start(number)..][..length].to_vec()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_stands_where_a_prompt_says_and_the_prompt_is_as_long_as_was_asked() {
        for (seed, length) in [(1, 64), (2, 128), (3, 248)] {
            for depth in [0.0, 0.5, 1.0] {
                let draws = Draws::new(seed);
                let prompt = in_prose(length, depth, CodeKind::Letters, [0, 0], draws).unwrap();
                assert_eq!(prompt.tokens.len(), length);
                let found: Vec<u32> = prompt.places.iter().map(|&place| prompt.tokens[place]).collect();
                assert_eq!(found, prompt.answer);
                // The key stands before the code and at the end.
                assert_eq!(prompt.tokens[prompt.places[0] - 1], prompt.tokens[length - 1]);
            }
        }
        for prompt in in_lines(8, Draws::new(1)).unwrap() {
            assert_eq!(prompt.places.len(), 1);
            assert_eq!(prompt.tokens[prompt.places[0] - 1], *prompt.tokens.last().unwrap());
        }
    }
}
