//! Texts of random tokens that come twice: what a model says of their second half it knows from the first alone.

use models::Axis;
use tensor::Random;

use super::{Reader, check_number};
use crate::{ByteSource, Error, Result, Session};

/// Most tokens that are drawn before they come again.
const MOST_TOKENS: usize = 256;
/// Most texts.
const MOST_SEQUENCES: usize = 32;

/// Which texts.
pub(super) struct RandomTexts {
    /// Tokens before they come again, 2 to 256.
    pub n_tokens: usize,
    /// Texts, 1 to 32.
    pub n_sequences: usize,
    /// What the tokens follow from.
    pub seed: u64,
}

impl RandomTexts {
    /// The texts' tokens, after the one that begins every text. Errors beyond the ranges and the model's positions.
    pub fn draw<S: ByteSource>(&self, session: &Session<S>, reader: Reader<'_>) -> Result<Vec<Vec<u32>>> {
        let Self { n_tokens, n_sequences, seed } = *self;
        check_number("the number of random tokens", n_tokens, 2, MOST_TOKENS)?;
        check_number("the number of random texts", n_sequences, 1, MOST_SEQUENCES)?;
        let begin = begin(session, reader)?;
        let limit = session.plan.max_positions().unwrap_or(usize::MAX);
        let n_all = 2 * n_tokens + usize::from(begin.is_some());
        if n_all > limit {
            return Err(Error::Recipe(format!(
                "{n_tokens} random tokens that come twice make a text of {n_all}, but this model reads at most {limit}; draw fewer"
            )));
        }
        let vocab = vocabulary_size(session)?;
        let ends = session.text_ends();
        let special = [begin, ends.begin, ends.end];
        let ordinary: Vec<u32> = (0..vocab).filter(|id| !special.contains(&Some(*id))).collect();
        if ordinary.is_empty() {
            return Err(Error::Recipe(
                "this model's vocabulary has no ordinary tokens to draw from".to_owned(),
            ));
        }
        let draw = |sequence| repeated_random(&ordinary, n_tokens, begin, seed, sequence);
        Ok((0..n_sequences as u32).map(draw).collect())
    }
}

/// The token that begins every text: the one that the tokeniser puts there, or else the one that the configuration names.
fn begin<S: ByteSource>(session: &Session<S>, reader: Reader<'_>) -> Result<Option<u32>> {
    let around = reader.vocabulary()?.encode("")?;
    Ok(around.first().copied().or(session.text_ends().begin))
}

/// How many tokens the model knows. Errors where it has no logits over them.
fn vocabulary_size<S: ByteSource>(session: &Session<S>) -> Result<u32> {
    let size = session.site("logits").ok().and_then(|site| match site.axes.last() {
        Some(Axis::Unit { name: "vocab", size }) => u32::try_from(*size).ok(),
        _ => None,
    });
    size.ok_or_else(|| {
        Error::Recipe(format!(
            "random tokens are drawn from a language model's vocabulary, and this {} model predicts none; choose texts in which words come again",
            session.plan.architecture()
        ))
    })
}

/// `n_tokens` drawn evenly from `ordinary`, twice, after `begin`. A function of seed and number of the text alone.
fn repeated_random(
    ordinary: &[u32],
    n_tokens: usize,
    begin: Option<u32>,
    seed: u64,
    sequence: u32,
) -> Vec<u32> {
    let mut random = Random::new(seed).split(sequence);
    let once: Vec<u32> = (0..n_tokens).map(|_| ordinary[random.below(ordinary.len())]).collect();
    begin.into_iter().chain(once.iter().copied()).chain(once.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_tokens_come_twice_and_follow_from_seed_and_number() {
        let ordinary: Vec<u32> = (3..100).collect();
        let draw = |seed, sequence| repeated_random(&ordinary, 5, Some(0), seed, sequence);
        let text = draw(7, 0);
        assert_eq!((text.len(), text[0]), (11, 0));
        assert_eq!(text[1..6], text[6..]);
        assert!(text[1..].iter().all(|id| ordinary.contains(id)));
        assert_eq!(text, draw(7, 0));
        assert_ne!(text, draw(7, 1));
        assert_ne!(text, draw(8, 0));
        assert_eq!(repeated_random(&ordinary, 5, None, 7, 0), text[1..]);
    }
}
