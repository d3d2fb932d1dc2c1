//! What a language model makes of a prompt, with the session's changes on its way.

use models::{Choice, Writer, log_probabilities};

use crate::host::{Part, Stage};
use crate::{ByteSource, Host, Result, Session};

/// How a text is written on.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Token by token.
    Choice(Choice),
    /// The likeliest texts, by a beam search of this width.
    Beams(usize),
}

/// A text that was written on.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The new tokens.
    pub tokens: Vec<u32>,
    /// Of a beam search: the sum of the tokens' log-probabilities, in nats.
    pub log_probability: Option<f64>,
}

impl<S: ByteSource> Session<S> {
    /// Up to `n_new` tokens after the prompt, or fewer when `stop` comes; one text, or as many as there are beams, best
    /// first. Errors when the model predicts no next token, and as a forward pass. Cost: a forward pass a token and beam.
    pub async fn write_on(
        &mut self,
        prompt: &[u32],
        n_new: usize,
        way: Way,
        stop: Option<u32>,
        host: &mut impl Host,
    ) -> Result<Vec<Written>> {
        let model = self.build_to_write(host, Part::whole()).await?;
        let writer = Writer::new(&*self.plan, &*model, stop)?.changing(self.changes());
        Ok(match way {
            Way::Choice(choice) => {
                let tokens = writer.write(prompt, n_new, choice).await?;
                vec![Written { tokens, log_probability: None }]
            }
            Way::Beams(n_beams) => {
                let texts = writer.beam_search(prompt, n_new, n_beams).await?.into_iter();
                texts
                    .map(|text| Written { tokens: text.tokens, log_probability: Some(text.log_probability) })
                    .collect()
            }
        })
    }

    /// The `n` likeliest tokens after the prompt with their probabilities, best first. Errors as [`Session::write_on`].
    pub async fn next_tokens(
        &mut self,
        prompt: &[u32],
        n: usize,
        host: &mut impl Host,
    ) -> Result<Vec<(u32, f64)>> {
        self.next_tokens_within(prompt, n, host, Part::whole()).await
    }

    /// As [`Session::next_tokens`], as a part of a longer job.
    pub(crate) async fn next_tokens_within(
        &mut self,
        prompt: &[u32],
        n: usize,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<(u32, f64)>> {
        let model = self.build_to_write(host, part).await?;
        let writer = Writer::new(&*self.plan, &*model, None)?.changing(self.changes());
        let nats = log_probabilities(&writer.logits(prompt).await?)?;
        let mut ranked: Vec<(u32, f64)> = (0..).zip(nats.into_iter().map(f64::exp)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        ranked.truncate(n);
        Ok(ranked)
    }

    /// The model up to its logits; the second half of `part` is left for what it is then asked.
    pub(crate) async fn build_to_write(
        &mut self,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Box<dyn models::Model>> {
        // Refused before a weight is loaded.
        self.check_writes()?;
        let [for_weights, for_writing] = part.split(0.5);
        let model = self.build(&["logits"], true, host, for_weights).await?;
        Stage::start(host, "writing", for_writing).step(0, 1).await?;
        Ok(model)
    }
}
