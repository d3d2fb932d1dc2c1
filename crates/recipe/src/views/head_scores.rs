//! What attention heads do, told by scores of where they look: previous-token, duplicate-token, induction and copying
//! heads (see `analysis::head_scores`).

use analysis::{HEAD_SCORES, HeadScore, head_scores};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attention::{PatternSite, pattern_sites, read_patterns};
use super::random_texts::RandomTexts;
use super::{CellKind, Grid, Reader};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Error, Figure, Host, Result, Session};

/// Settings of the head scores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HeadScores {
    /// The score, by its name in `analysis`.
    pub score: String,
    /// What the heads are shown.
    pub on: ScoredOn,
}

/// What heads are scored on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoredOn {
    /// Random tokens that come twice, in which nothing but the repetition can be known.
    RepeatedRandom {
        /// Tokens before they come again, 2 to 256.
        n_tokens: usize,
        /// Texts, 1 to 32; a score is their mean.
        n_sequences: usize,
        /// What the tokens follow from.
        #[ts(type = "number")]
        seed: u64,
    },
    /// The inputs' texts.
    Texts,
}

impl HeadScores {
    /// A grid of layers × heads. Errors on a model without attention over a text, an unknown score, and texts in which
    /// nothing can be scored. Cost: a forward pass a text.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        let at = |source| Error::Analysis { site: "head scores".to_owned(), source };
        let score = HeadScore::named(&self.score).map_err(at)?;
        let sites = pattern_sites(session)?;
        let texts = self.texts(session, reader)?;
        let [for_weights, for_passes] = part.split(0.3);
        let names: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
        let model = session.build(&names, false, host, for_weights).await?;
        let mut stage = Stage::start(host, "scoring heads", for_passes);
        let mut sums: Vec<f64> = vec![0.0; sites.iter().map(|site| site.n_heads).sum()];
        let mut n_scored = 0_u32;
        for (step, ids) in texts.iter().enumerate() {
            stage.step(step, texts.len()).await?;
            let patterns = read_patterns(session, &*model, &sites, ids).await?;
            let mut scores = Vec::new();
            for pattern in &patterns {
                match head_scores(pattern, ids, score) {
                    Ok(of_heads) => scores.extend(of_heads),
                    // A text without a query to score says nothing of any head.
                    Err(analysis::Error::NothingToScore { .. }) => break,
                    Err(source) => return Err(at(source)),
                }
            }
            if scores.len() == sums.len() {
                n_scored += 1;
                sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
            }
        }
        if n_scored == 0 {
            return Err(Error::Recipe(format!(
                "none of the {} texts has a token for {} to score, since no token comes again; choose other texts or repeated random tokens",
                texts.len(),
                score.name()
            )));
        }
        let means = sums.into_iter().map(|sum| sum / f64::from(n_scored)).collect();
        Ok(vec![Figure::Grid(self.describe(score, &sites, means, n_scored as usize, texts.len()))])
    }

    /// The texts' tokens.
    fn texts<S: ByteSource>(&self, session: &Session<S>, reader: Reader<'_>) -> Result<Vec<Vec<u32>>> {
        match self.on {
            ScoredOn::Texts => Ok(reader.texts()?.iter().map(|text| text.ids.clone()).collect()),
            ScoredOn::RepeatedRandom { n_tokens, n_sequences, seed } => {
                RandomTexts { n_tokens, n_sequences, seed }.draw(session, reader)
            }
        }
    }

    fn describe(
        &self,
        score: HeadScore,
        sites: &[PatternSite],
        values: Vec<f64>,
        n_scored: usize,
        n_texts: usize,
    ) -> Grid {
        let n_heads = sites.first().map_or(0, |site| site.n_heads);
        let name_of = |i: usize| format!("{}.{}", sites[i / n_heads].layer, i % n_heads);
        let mut best: Vec<usize> = (0..values.len()).collect();
        best.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
        let kind = words_of(score);
        let finding = match best.split_first() {
            None => "The model has no heads.".to_owned(),
            Some((&first, rest)) => {
                let rest: Vec<String> =
                    rest.iter().take(3).map(|&i| format!("{} ({:.2})", name_of(i), values[i])).collect();
                let then =
                    if rest.is_empty() { String::new() } else { format!(", then {}", rest.join(", ")) };
                format!("Head {} scores highest as {kind} ({:.2}){then}.", name_of(first), values[first])
            }
        };
        let on = match self.on {
            ScoredOn::RepeatedRandom { n_tokens, n_sequences, seed } => format!(
                "{n_sequences} {} of {n_tokens} random tokens that come twice (seed {seed})",
                if n_sequences == 1 { "text" } else { "texts" }
            ),
            ScoredOn::Texts if n_scored < n_texts => {
                format!("the {n_scored} of {n_texts} texts in which a token comes again")
            }
            ScoredOn::Texts => format!("the {n_texts} texts"),
        };
        let about = HEAD_SCORES.iter().find(|line| line.variant == score).map_or("", |line| line.about);
        let alt = format!("Grid of {} layers by {n_heads} heads of {}. {finding}", sites.len(), score.name());
        Grid {
            caption: Caption {
                id: "head_scores".to_owned(),
                finding,
                about: format!("{about} On {on}."),
                unit: score.name().to_owned(),
                n: n_scored,
                alt,
            },
            title: format!(
                "Which heads are {kind}s",
                kind = kind.trim_start_matches("a ").trim_start_matches("an ")
            ),
            rows: sites.iter().map(|site| site.layer.to_string()).collect(),
            columns: (0..n_heads).map(|head| head.to_string()).collect(),
            row_axis: "layer".to_owned(),
            column_axis: "head".to_owned(),
            values: values.into_iter().map(Some).collect(),
            domain: [0.0, 1.0],
            is_diverging: false,
            cell: CellKind::Head,
        }
    }
}

/// What such a head is called.
fn words_of(score: HeadScore) -> &'static str {
    match score {
        HeadScore::PreviousToken => "a previous-token head",
        HeadScore::DuplicateToken => "a duplicate-token head",
        HeadScore::Induction => "an induction head",
        HeadScore::Copy => "a copying head",
    }
}
