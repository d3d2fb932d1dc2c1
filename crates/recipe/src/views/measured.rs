//! What an ablation is judged by: a number of a language model on one text.

use models::log_probabilities;
use serde::{Deserialize, Serialize};
use tensor::Tensor;
use ts_rs::TS;

use super::Reader;
use super::random_texts::RandomTexts;
use super::rerun::{first_token, row};
use super::words::quoted;
use crate::{ByteSource, Error, Result, Session};

/// What is read, and which number counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measured {
    /// The logit of an answer after a prompt.
    Answer {
        /// What the text begins with.
        prompt: String,
        /// What follows; its first token counts, so that the space before a word belongs to it.
        answer: String,
    },
    /// The loss of a text, in nats a token.
    Text {
        /// Which of the inputs' texts (0-based).
        text: usize,
    },
    /// The loss of random tokens when they come again, which only the repetition can foretell.
    RepeatedRandom {
        /// Tokens before they come again, 2 to 256.
        n_tokens: usize,
        /// What the tokens follow from.
        #[ts(type = "number")]
        seed: u64,
    },
}

/// A text with the number that counts in it.
pub(super) struct Measure {
    pub ids: Vec<u32>,
    kind: Kind,
    /// The measure in words, with its text.
    pub words: String,
    /// Its unit.
    pub unit: &'static str,
}

enum Kind {
    Logit {
        id: u32,
    },
    /// Mean −ln p of the tokens from this place on.
    Loss {
        from: usize,
    },
}

impl Measured {
    /// The text's tokens, and what is measured in it. Errors on texts that do not fit the model, or are too short.
    pub(super) fn prepare<S: ByteSource>(&self, session: &Session<S>, reader: Reader<'_>) -> Result<Measure> {
        match self {
            Self::Answer { prompt, answer } => Ok(Measure {
                ids: reader.encode(session, prompt)?,
                kind: Kind::Logit { id: first_token(reader, prompt, answer)? },
                words: format!("the logit of “{answer}” after {}", quoted(prompt)),
                unit: "logit",
            }),
            Self::Text { text } => {
                let texts = reader.texts()?;
                let found = texts.get(*text).ok_or_else(|| {
                    Error::Recipe(format!(
                        "the ablation asks for text {}, but there are {}; choose another",
                        text + 1,
                        texts.len()
                    ))
                })?;
                if found.ids.len() < 2 {
                    return Err(Error::Recipe(format!(
                        "the loss of {} cannot be measured: a text of one token has no next one",
                        quoted(&found.text)
                    )));
                }
                let words = format!("the loss of {}", quoted(&found.text));
                Ok(Measure {
                    ids: found.ids.clone(),
                    kind: Kind::Loss { from: 1 },
                    words,
                    unit: "nats a token",
                })
            }
            Self::RepeatedRandom { n_tokens, seed } => {
                let texts = RandomTexts { n_tokens: *n_tokens, n_sequences: 1, seed: *seed };
                let ids = texts.draw(session, reader)?.remove(0);
                let words = format!("the loss of {n_tokens} random tokens that come again (seed {seed})");
                Ok(Measure {
                    kind: Kind::Loss { from: ids.len() - n_tokens },
                    ids,
                    words,
                    unit: "nats a token",
                })
            }
        }
    }
}

impl Measure {
    /// The number, from the logits `[pos, vocab]` of the text.
    pub async fn of(&self, logits: &Tensor) -> Result<f64> {
        match self.kind {
            Kind::Logit { id } => Ok(f64::from(row(logits, self.ids.len() - 1).await?[id as usize])),
            Kind::Loss { from } => {
                let n_scored = self.ids.len() - from;
                let vocab = logits.shape()[1];
                let rows = logits.slice(0, from - 1, n_scored)?.to_vec().await?;
                let mut total = 0.0;
                for (row, &next) in rows.chunks_exact(vocab).zip(&self.ids[from..]) {
                    total -= log_probabilities(row)?[next as usize];
                }
                Ok(total / n_scored as f64)
            }
        }
    }

    /// The same as a scalar of the graph, for gradients.
    pub fn scalar(&self, logits: &Tensor) -> Result<Tensor> {
        let vocab = logits.shape()[1];
        let pick = |start: usize, ids: &[u32], rows: &Tensor| -> Result<Tensor> {
            let ids: Vec<f32> = ids.iter().map(|&id| id as f32).collect();
            let n = ids.len();
            let marks = Tensor::from_vec(ids, &[n], &logits.device())?.one_hot(vocab)?;
            Ok(rows.slice(0, start, n)?.mul(&marks)?.sum_all()?)
        };
        match self.kind {
            Kind::Logit { id } => pick(self.ids.len() - 1, &[id], logits),
            Kind::Loss { from } => {
                let picked = pick(from - 1, &self.ids[from..], &logits.log_softmax()?)?;
                Ok(picked.scale(-1.0 / (self.ids.len() - from) as f32)?)
            }
        }
    }

    /// Whether a change by this much makes the model worse: a lower logit, a higher loss.
    pub fn harm(&self, change: f64) -> f64 {
        match self.kind {
            Kind::Logit { .. } => -change,
            Kind::Loss { .. } => change,
        }
    }
}
