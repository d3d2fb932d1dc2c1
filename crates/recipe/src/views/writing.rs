//! What a language model writes after a prompt, with the probability of each of its tokens.

use models::{Choice, Input, Model, Sampling, Writer, log_probabilities};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::{percent, quoted, quoted_start};
use super::{Continuation, Continuations, Reader, WrittenToken, check_number};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Error, Figure, Host, Result, Session};

/// Most new tokens and beams.
const MOST_NEW: usize = 512;
const MOST_BEAMS: usize = 16;

/// Settings of the writing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Writing {
    /// What the text begins with.
    pub prompt: String,
    /// Most new tokens, 1 to 512.
    pub n_new: usize,
    /// How tokens are chosen.
    pub choice: WritingChoice,
}

/// How the tokens of a text are chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum WritingChoice {
    /// The likeliest each time.
    Greedy {},
    /// Drawn at random.
    Sampled {
        /// Logits are divided by it; above 0.
        temperature: f64,
        /// Only so many likeliest tokens; absent for all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        top_k: Option<usize>,
        /// Only the likeliest tokens that hold this much probability; 1 for all.
        top_p: f64,
        /// What the draws follow from.
        #[ts(type = "number")]
        seed: u64,
    },
    /// The likeliest texts, by a beam search of this width, 1 to 16.
    Beams {
        /// Width.
        n_beams: usize,
    },
}

impl Writing {
    /// The texts with their tokens' probabilities. They end with the token that the configuration names as a text's end.
    /// Errors on a model that predicts no next token. Cost: a forward pass a token (and beam).
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        check_number("the number of new tokens", self.n_new, 1, MOST_NEW)?;
        session.check_writes()?;
        let prompt = reader.encode(session, &self.prompt)?;
        let [for_weights, for_writing] = part.split(0.3);
        let model = session.build_to_write(host, for_weights).await?;
        let end = session.text_ends().end;
        let writer = Writer::new(&*session.plan, &*model, end)?.changing(session.changes());
        let mut stage = Stage::start(host, "writing", for_writing);
        let texts: Vec<Vec<u32>> = match self.choice {
            WritingChoice::Beams { n_beams } => {
                check_number("the number of beams", n_beams, 1, MOST_BEAMS)?;
                let found = writer.beam_search(&prompt, self.n_new, n_beams).await?;
                found.into_iter().map(|text| text.tokens).collect()
            }
            WritingChoice::Greedy {} => {
                vec![self.write(session, &writer, &prompt, Choice::Greedy, &mut stage).await?]
            }
            WritingChoice::Sampled { temperature, top_k, top_p, seed } => {
                let choice = Choice::Sample { sampling: Sampling { temperature, top_k, top_p }, seed };
                vec![self.write(session, &writer, &prompt, choice, &mut stage).await?]
            }
        };
        let mut written = Vec::new();
        for (i, tokens) in texts.iter().enumerate() {
            stage.step(self.n_new + i, self.n_new + texts.len()).await?;
            written.push(read_back(session, &*model, reader, &prompt, tokens).await?);
        }
        Ok(vec![Figure::Written(self.describe(written))])
    }

    /// Token by token, so that others may speak between.
    async fn write<S: ByteSource>(
        &self,
        session: &Session<S>,
        writer: &Writer<'_>,
        prompt: &[u32],
        choice: Choice,
        stage: &mut Stage<'_, impl Host>,
    ) -> Result<Vec<u32>> {
        let end = session.text_ends().end;
        let limit = session.plan.max_positions().unwrap_or(usize::MAX);
        let mut text = prompt.to_vec();
        for step in 0..self.n_new {
            stage.step(step, self.n_new + 1).await?;
            let new = writer.write(&text, 1, choice).await?;
            text.extend(&new);
            // A full text has one more token, which the model no longer reads.
            if new.last() == end.as_ref() || text.len() > limit {
                break;
            }
        }
        Ok(text.split_off(prompt.len()))
    }

    fn describe(&self, texts: Vec<Continuation>) -> Continuations {
        let after = quoted(&self.prompt);
        let words = |text: &Continuation| {
            quoted_start(&text.tokens.iter().map(|token| token.token.as_str()).collect::<String>())
        };
        let finding = match (texts.first(), &self.choice) {
            (None, _) => format!("After {after} the model writes nothing."),
            (Some(best), WritingChoice::Beams { .. }) => format!(
                "After {after} the likeliest of {} texts is {} (log-probability {:.1} nats).",
                texts.len(),
                words(best),
                best.log_probability
            ),
            (Some(text), _) => {
                let least = text.tokens.iter().min_by(|a, b| a.probability.total_cmp(&b.probability));
                let least = least.map_or(String::new(), |token| {
                    format!(
                        "; of its {} tokens the least expected is {} ({})",
                        text.tokens.len(),
                        quoted(&token.token),
                        percent(token.probability)
                    )
                });
                format!("After {after} the model writes {}{least}.", words(text))
            }
        };
        let how = match self.choice {
            WritingChoice::Greedy {} => "The likeliest token each time".to_owned(),
            WritingChoice::Sampled { temperature, top_k, top_p, seed } => {
                let k = top_k.map_or(String::new(), |k| format!(", the {k} likeliest tokens"));
                format!("Drawn at random: temperature {temperature}{k}, top-p {top_p}, seed {seed}")
            }
            WritingChoice::Beams { n_beams } => format!("Beam search of width {n_beams}"),
        };
        let alt = format!("Text that the model writes on, token by token. {finding}");
        Continuations {
            caption: Caption {
                id: "writing".to_owned(),
                finding,
                about: format!(
                    "{how}. A token's probability is the model's own, given all before it, whatever the way it was chosen."
                ),
                unit: "probability".to_owned(),
                n: texts.len(),
                alt,
            },
            title: format!("How the model goes on from {after}"),
            prompt: self.prompt.clone(),
            texts,
        }
    }
}

/// The probability and rank of each of `tokens` after `prompt`, by one forward pass over all of it.
async fn read_back<S: ByteSource>(
    session: &Session<S>,
    model: &dyn Model,
    reader: Reader<'_>,
    prompt: &[u32],
    tokens: &[u32],
) -> Result<Continuation> {
    let pieces = reader.pieces(tokens)?;
    let mut text = [prompt, tokens].concat();
    text.pop();
    let mut hooks = session.hooks(&["logits"]);
    model.forward(&Input::Tokens(text), &mut hooks)?;
    let kept = hooks.take();
    let logits = kept.get("logits").ok_or_else(|| Error::Recipe("the model gave no logits".to_owned()))?;
    let logits = logits.slice(0, prompt.len() - 1, tokens.len())?;
    let vocab = *logits.shape().last().unwrap_or(&1);
    let values = logits.to_vec().await?;
    let mut written = Vec::new();
    let mut total = 0.0;
    for ((row, &id), token) in values.chunks_exact(vocab).zip(tokens).zip(pieces) {
        let nats = log_probabilities(row)?[id as usize];
        let rank = 1 + row.iter().filter(|&&other| other > row[id as usize]).count();
        total += nats;
        written.push(WrittenToken { token, id, probability: nats.exp(), rank });
    }
    let has_ended = tokens.last().is_some_and(|id| session.text_ends().end == Some(*id));
    Ok(Continuation { tokens: written, log_probability: total, has_ended })
}
