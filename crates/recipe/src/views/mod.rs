//! Views: closer looks at a model, asked for in a recipe beside its comparison of sites.
//!
//! # How to add a view
//! A file here with its settings (what the recipe and the link carry) and `run`, which gives figures; a variant of
//! [`View`] and a line of `View::run`; its form in `web/pages/bench/views/`. Figures are those of `figures.rs` where
//! they serve. A view asks the model for no more than it needs, goes through `Stage::step` before each forward pass, so
//! that it can be cancelled, and refuses settings outside their ranges.

mod ablation;
mod attention;
mod figures;
mod head_scores;
mod measured;
mod neurons;
mod next_tokens;
mod numbers;
mod patching;
mod patterns;
mod random_texts;
mod rerun;
mod words;
mod writing;

use serde::{Deserialize, Serialize};
use tensor::Stopwatch;
use ts_rs::TS;

pub use ablation::{Ablated, Ablating, Ablation};
pub use figures::{
    AttentionPatterns, CellKind, Column, Continuation, Continuations, Grid, Table, TableValue, WrittenToken,
};
pub use head_scores::{HeadScores, ScoredOn};
pub use measured::Measured;
pub use next_tokens::NextTokens;
pub use numbers::Numbers;
pub use patching::{PatchedSite, Patching};
pub use patterns::Patterns;
pub use writing::{Writing, WritingChoice};

use crate::host::Part;
use crate::input::key_of;
use crate::report::StageTime;
use crate::{ByteSource, Error, Figure, Host, Pool, Result, Session, Stimuli, TokenText, Vocabulary};

/// One view with its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum View {
    /// What a language model says next.
    NextTokens(NextTokens),
    /// What it writes.
    Writing(Writing),
    /// Where its attention heads look.
    Patterns(Patterns),
    /// What its attention heads do.
    HeadScores(HeadScores),
    /// Where a model keeps what tells two prompts apart.
    Patching(Patching),
    /// What a model loses without a part.
    Ablation(Ablation),
    /// How large the numbers at sites are.
    Numbers(Numbers),
}

impl View {
    async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        match self {
            Self::NextTokens(view) => view.run(session, reader, host, part).await,
            Self::Writing(view) => view.run(session, reader, host, part).await,
            Self::Patterns(view) => view.run(session, reader, host, part).await,
            Self::HeadScores(view) => view.run(session, reader, host, part).await,
            Self::Patching(view) => view.run(session, reader, host, part).await,
            Self::Ablation(view) => view.run(session, reader, host, part).await,
            Self::Numbers(view) => view.run(session, reader, host, part).await,
        }
    }

    /// The view in words, for the times of a run.
    fn name(&self) -> &'static str {
        match self {
            Self::NextTokens(_) => "next tokens",
            Self::Writing(_) => "writing",
            Self::Patterns(_) => "attention patterns",
            Self::HeadScores(_) => "head scores",
            Self::Patching(_) => "patching",
            Self::Ablation(_) => "ablation",
            Self::Numbers(_) => "numerical panel",
        }
    }
}

/// What a view reads besides the model: the stimuli, and the tokeniser for texts of its own.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub stimuli: &'a Stimuli,
    vocabulary: Option<&'a dyn Vocabulary>,
}

impl<'a> Reader<'a> {
    /// The texts under the bench's inputs. Errors where these are images.
    pub fn texts(&self) -> Result<&'a [TokenText]> {
        match self.stimuli {
            Stimuli::Texts(texts) => Ok(texts),
            Stimuli::Images(_) => Err(Error::Recipe(
                "this closer look reads texts, but this model sees images; remove it under Look closer"
                    .to_owned(),
            )),
        }
    }

    /// The tokeniser. Errors where there is none.
    pub fn vocabulary(&self) -> Result<&'a dyn Vocabulary> {
        self.vocabulary.ok_or_else(|| {
            Error::Recipe(
                "this closer look reads texts with the model's tokenizer, and there is none; give the model's tokenizer.json, or remove it under Look closer".to_owned(),
            )
        })
    }

    /// The tokens of a view's own text. Errors when there are none, or more than the model reads.
    pub fn encode<S: ByteSource>(&self, session: &Session<S>, text: &str) -> Result<Vec<u32>> {
        let ids = self.vocabulary()?.encode(text)?;
        if ids.is_empty() {
            return Err(Error::Recipe(
                "the prompt has no tokens for this model; write at least one word".to_owned(),
            ));
        }
        session.check_text(text, ids.len())?;
        Ok(ids)
    }

    /// Tokens as a person reads them.
    pub fn pieces(&self, ids: &[u32]) -> Result<Vec<String>> {
        let vocabulary = self.vocabulary()?;
        Ok(ids.iter().map(|&id| vocabulary.piece(id)).collect())
    }
}

impl<S: ByteSource> Session<S> {
    /// The figures of `views` in their order, and how long each took. A view that was made before of the same texts, with
    /// the same settings and changes, is not made again. Ids of figures are unique: the second of a kind ends in `-2`.
    pub(crate) async fn run_views(
        &mut self,
        views: &[View],
        stimuli: &Stimuli,
        vocabulary: Option<&dyn Vocabulary>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<(Vec<Figure>, Vec<StageTime>)> {
        let (mut figures, mut times, mut used) = (Vec::new(), Vec::new(), Vec::new());
        let reader = Reader { stimuli, vocabulary };
        let mut rest = part;
        for (i, view) in views.iter().enumerate() {
            let [own, after] = rest.split(1.0 / (views.len() - i) as f64);
            rest = after;
            let key = key_of_view(view, stimuli)?;
            let watch = Stopwatch::start();
            if !self.kept_figures.contains_key(&key) {
                let made = view.run(self, reader, host, own).await?;
                self.kept_figures.insert(key.clone(), made);
                times.push(StageTime { stage: view.name().to_owned(), seconds: watch.elapsed_secs() });
            }
            figures.extend(self.kept_figures.get(&key).cloned().unwrap_or_default());
            used.push(key);
        }
        self.kept_figures.retain(|key, _| used.contains(key));
        name_apart(&mut figures);
        Ok((figures, times))
    }
}

/// What a view's figures follow from, apart from the model and the changes in it.
fn key_of_view(view: &View, stimuli: &Stimuli) -> Result<String> {
    let settings = serde_json::to_string(view)
        .map_err(|error| Error::Recipe(format!("the settings of a view cannot be written: {error}")))?;
    Ok(format!("{:02x?} {settings}", key_of(stimuli, Pool::None)))
}

/// Gives each figure an id of its own.
fn name_apart(figures: &mut [Figure]) {
    for i in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(i);
        let own = &mut rest[0].caption_mut().id;
        let is_taken = |id: &str| before.iter().any(|figure| figure.caption().id == id);
        if is_taken(own) {
            let free = (2..).map(|n| format!("{own}-{n}")).find(|id| !is_taken(id));
            *own = free.unwrap_or_default();
        }
    }
}

/// Fails with a sentence unless `found` lies within `least..=most`.
fn check_number(name: &str, found: usize, least: usize, most: usize) -> Result<()> {
    if (least..=most).contains(&found) {
        return Ok(());
    }
    Err(Error::Recipe(format!("{name} is {found}, but must be from {least} to {most}")))
}
