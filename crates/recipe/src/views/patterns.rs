//! Attention patterns of all heads of all layers on one text.

use analysis::{HeadScore, head_scores};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attention::{PatternSite, pattern_sites, read_patterns};
use super::words::quoted;
use super::{AttentionPatterns, Reader, check_number};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Error, Figure, Host, Result, Session};

/// Most tokens: the numbers grow with their square, 18 MB for 270 heads.
const MOST_TOKENS: usize = 128;

/// Settings of the attention patterns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Patterns {
    /// Which of the inputs' texts (0-based).
    pub text: usize,
    /// A longer text is cut to its first so many tokens, 1 to 128.
    pub max_tokens: usize,
}

impl Patterns {
    /// A pattern `[query, key]` for each head of each layer. Errors on a model without attention over a text. Cost: a
    /// forward pass; `n_layers · n_heads · n_tokens²` numbers.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        check_number("the number of tokens to show", self.max_tokens, 1, MOST_TOKENS)?;
        let texts = reader.texts()?;
        let text = texts.get(self.text).ok_or_else(|| {
            Error::Recipe(format!(
                "the attention patterns ask for text {}, but there are {}; choose another",
                self.text + 1,
                texts.len()
            ))
        })?;
        let sites = pattern_sites(session)?;
        let ids = &text.ids[..text.ids.len().min(self.max_tokens)];
        let tokens = reader.pieces(ids)?;
        let [for_weights, for_pass] = part.split(0.4);
        let names: Vec<&str> = sites.iter().map(|site| site.name.as_str()).collect();
        let model = session.build(&names, false, host, for_weights).await?;
        Stage::start(host, "attention patterns", for_pass).step(0, 1).await?;
        let layers = read_patterns(session, &*model, &sites, ids).await?;
        let finding = finding(&sites, &layers, ids, &tokens)?;
        Ok(vec![Figure::Patterns(describe(&sites, layers, tokens, text.ids.len(), &text.text, finding))])
    }
}

/// How many heads rest on the first token, and which looks most at the token before.
fn finding(sites: &[PatternSite], layers: &[Vec<f32>], ids: &[u32], tokens: &[String]) -> Result<String> {
    let n = ids.len();
    if n < 2 {
        return Ok("With one token every head looks at it alone.".to_owned());
    }
    let (mut n_resting, mut n_heads) = (0, 0);
    let mut before = (f64::NEG_INFINITY, String::new());
    for (site, pattern) in sites.iter().zip(layers) {
        let at = |source| crate::Error::Analysis { site: site.name.clone(), source };
        let scores = head_scores(pattern, ids, HeadScore::PreviousToken).map_err(at)?;
        for (head, (score, pattern)) in scores.into_iter().zip(pattern.chunks_exact(n * n)).enumerate() {
            n_heads += 1;
            // The first query of a causal model has no choice.
            let at_first: f64 = pattern.chunks_exact(n).skip(1).map(|row| f64::from(row[0])).sum();
            n_resting += usize::from(at_first / (n - 1) as f64 > 0.5);
            if score > before.0 {
                before = (score, format!("{}.{head}", site.layer));
            }
        }
    }
    Ok(format!(
        "{n_resting} of {n_heads} heads give more than half of their attention to the first token, “{}”; head {} looks most at the token before ({:.2}).",
        tokens[0], before.1, before.0
    ))
}

fn describe(
    sites: &[PatternSite],
    layers: Vec<Vec<f32>>,
    tokens: Vec<String>,
    n_all: usize,
    text: &str,
    finding: String,
) -> AttentionPatterns {
    let n = tokens.len();
    let cut = if n < n_all {
        format!(" Only the first {n} of the text's {n_all} tokens are read.")
    } else {
        String::new()
    };
    let n_heads = sites.first().map_or(0, |site| site.n_heads);
    let alt = format!(
        "Attention patterns of {n_heads} heads in each of {} layers on the {n} tokens of {}. {finding}",
        sites.len(),
        quoted(text)
    );
    AttentionPatterns {
        caption: Caption {
            id: "patterns".to_owned(),
            finding,
            about: format!(
                "Attention after the softmax: rows are the tokens that look (queries), columns the tokens looked at (keys); each row sums to 1.{cut}"
            ),
            unit: "share of attention".to_owned(),
            n,
            alt,
        },
        title: format!("Where each head looks in {}", quoted(text)),
        tokens,
        layers: sites.iter().map(|site| site.layer).collect(),
        n_heads,
        values: layers.concat(),
    }
}
