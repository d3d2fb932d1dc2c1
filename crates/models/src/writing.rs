//! Writing on: what a language model makes of a prompt, and the likeliest continuations.
//!
//! A model that keeps keys and values reads each token once; another, or one with a change that depends on the whole text,
//! runs the whole text for every token.

use tensor::Tensor;

use crate::decoding::log_probabilities;
use crate::{Cache, Change, Choice, Error, Hooks, Input, Intervention, Model, Plan, Result};

/// A continuation and its probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Continuation {
    /// The new tokens, the stop token included if there is one.
    pub tokens: Vec<u32>,
    /// The sum of the tokens' log-probabilities, in nats.
    pub log_probability: f64,
}

/// What is known after a text: the next token's logits, and the cache from which to read on, if the model keeps one.
struct Read {
    logits: Vec<f32>,
    cache: Option<Cache>,
}

/// A model that writes.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'m> {
    model: &'m dyn Model,
    n_pos: usize,
    stop: Option<u32>,
    changes: &'m [Intervention],
}

impl<'m> Writer<'m> {
    /// Texts end at the token `stop`, if there is one. Errors when the plan has no residual stream that is read as the next
    /// token.
    pub fn new(plan: &dyn Plan, model: &'m dyn Model, stop: Option<u32>) -> Result<Self> {
        let writes = !plan.weights_for_unembedding().is_empty();
        match plan.max_positions().filter(|_| writes) {
            Some(n_pos) => Ok(Self { model, n_pos, stop, changes: &[] }),
            None => Err(Error::Input(format!(
                "A {} model predicts no next token, so that it cannot write.",
                plan.architecture()
            ))),
        }
    }

    /// Writes with these changes on the model's way.
    #[must_use]
    pub fn changing(self, changes: &'m [Intervention]) -> Self {
        Self { changes, ..self }
    }

    /// The logits of the token after the text: `[vocab]`. Errors as [`Model::forward`].
    pub async fn logits(&self, text: &[u32]) -> Result<Vec<f32>> {
        Ok(self.read(text, None).await?.logits)
    }

    /// Reads a text whose beginning the cache holds, or the whole text.
    async fn read(&self, text: &[u32], cache: Option<&Cache>) -> Result<Read> {
        let mut hooks = Hooks::keeping(&["logits"]).changing(self.changes.iter().cloned());
        let n_known = cache.map_or(0, Cache::n_tokens);
        if let Some(cache) = cache {
            hooks = hooks.after(cache.clone());
        }
        let new = &text[n_known..];
        self.model.forward(&Input::Tokens(new.to_vec()), &mut hooks)?;
        let logits = hooks.kept().get("logits");
        let logits = logits.ok_or_else(|| Error::Input("The model gave no logits.".to_owned()))?;
        let last = logits.slice(0, new.len() - 1, 1)?;
        let cache = hooks.cache().cloned();
        let all: Vec<Tensor> = cache.iter().flat_map(Cache::tensors).cloned().chain([last.clone()]).collect();
        Tensor::evaluate_all(&all)?;
        Ok(Read { logits: last.to_vec().await?, cache })
    }

    /// An empty cache, where a text may be read piece by piece.
    fn cache(&self) -> Option<Cache> {
        let depends_on_all = self.changes.iter().any(|change| matches!(change.change, Change::Mean));
        (self.model.has_cache() && !depends_on_all).then(Cache::new)
    }

    /// Up to `n_new` tokens after the prompt; fewer where the text ends or the model's positions are full. Cost: a forward
    /// pass of the prompt and one a token, of that token alone where the model keeps a cache.
    pub async fn write(&self, prompt: &[u32], n_new: usize, choice: Choice) -> Result<Vec<u32>> {
        let (mut text, mut cache) = (prompt.to_vec(), self.cache());
        for _ in 0..self.room(prompt, n_new) {
            let read = self.read(&text, cache.as_ref()).await?;
            cache = read.cache;
            let token = choice.choose(&read.logits, text.len())? as u32;
            text.push(token);
            if self.stop == Some(token) {
                break;
            }
        }
        Ok(text.split_off(prompt.len()))
    }

    /// Up to `n_beams` likely continuations of up to `n_new` tokens, best first: after each token only the `n_beams` likeliest
    /// texts go on (Lowerre 1976, "The Harpy Speech Recognition System"). Texts of all lengths compete by the probability of
    /// the whole. One beam writes greedily; beams enough for every text but the last token find the best of all. Cost: as
    /// [`Writer::write`] for each beam; the beams' caches share what they have in common.
    pub async fn beam_search(
        &self,
        prompt: &[u32],
        n_new: usize,
        n_beams: usize,
    ) -> Result<Vec<Continuation>> {
        let mut open = vec![Continuation { tokens: vec![], log_probability: 0.0 }];
        // What is known before the last token of each open text; texts that begin alike share it.
        let mut caches = vec![self.cache()];
        let mut ended: Vec<Continuation> = vec![];
        for _ in 0..self.room(prompt, n_new) {
            // (log-probability, beam, token) of each text that is a token longer.
            let mut longer = vec![];
            let mut read = vec![];
            for (i, (beam, cache)) in open.iter().zip(&caches).enumerate() {
                let found = self.read(&[prompt, &beam.tokens].concat(), cache.as_ref()).await?;
                read.push(found.cache);
                let next = log_probabilities(&found.logits)?.into_iter().zip(0..);
                longer.extend(next.map(|(nats, token)| (beam.log_probability + nats, i, token)));
            }
            longer.sort_by(|a, b| b.0.total_cmp(&a.0));
            longer.truncate(n_beams);
            let longer = longer.into_iter().map(|(log_probability, i, token): (f64, usize, u32)| {
                let tokens = [open[i].tokens.as_slice(), &[token]].concat();
                (Continuation { tokens, log_probability }, read[i].clone())
            });
            let has_ended = |(text, _): &(Continuation, Option<Cache>)| {
                self.stop.is_some() && text.tokens.last() == self.stop.as_ref()
            };
            let (stopped, still_open): (Vec<_>, Vec<_>) = longer.partition(has_ended);
            (open, caches) = still_open.into_iter().unzip();
            ended.extend(stopped.into_iter().map(|(text, _)| text));
            ended = best(ended, n_beams);
            // A text is never likelier than its beginning, so that these cannot be overtaken.
            let worst = ended.get(n_beams.saturating_sub(1)).map(|text| text.log_probability);
            if worst.is_some_and(|worst| open.iter().all(|beam| beam.log_probability <= worst)) {
                break;
            }
        }
        Ok(best([ended, open].concat(), n_beams))
    }

    /// How many tokens can follow. A full text has one more, which the model no longer reads; a prompt that is too long is
    /// left to fail in the model, which says so.
    fn room(&self, prompt: &[u32], n_new: usize) -> usize {
        n_new.min((self.n_pos + 1).saturating_sub(prompt.len()).max(1))
    }
}

/// The likeliest, best first; a stable sort keeps the earlier among equals.
fn best(mut texts: Vec<Continuation>, n_beams: usize) -> Vec<Continuation> {
    texts.sort_by(|a, b| b.log_probability.total_cmp(&a.log_probability));
    texts.truncate(n_beams);
    texts
}
