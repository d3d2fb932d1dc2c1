//! Activation patching: where a model keeps what tells two prompts apart (causal tracing, Meng et al. 2022,
//! arXiv:2202.05262; the logit difference as metric: Wang et al. 2022, arXiv:2211.00593).
//!
//! The value that a clean run had at one place is put into the run of a corrupt prompt, place by place. The share of the
//! clean run's logit difference that comes back says how much of the answer went through there.

use models::{Change, Intervention, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rerun::{Rerun, chosen_layers, first_token, hook, n_heads, n_layers, row};
use super::words::{percent, quoted};
use super::{CellKind, Grid, Reader};
use crate::host::{Part, Stage};
use crate::{ByteSource, Caption, Error, Figure, Host, Result, Session};

/// Runs whose logit differences are nearer than this say nothing of what lies between them.
const LEAST_DIFFERENCE: f64 = 1e-3;

/// Settings of the patching grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Patching {
    /// The prompt whose values are taken.
    pub clean: String,
    /// The prompt that they are put into; as many tokens.
    pub corrupt: String,
    /// What follows the clean prompt; its first token counts, so that the space before a word belongs to it.
    pub answer: String,
    /// What follows the corrupt prompt.
    pub wrong: String,
    /// What is patched.
    pub site: PatchedSite,
    /// Only these layers; all when empty.
    #[serde(default)]
    pub layers: Vec<usize>,
}

/// The sites that a grid can patch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PatchedSite {
    /// The residual stream before a layer, at one position.
    ResidPre,
    /// What attention adds, at one position.
    AttnOut,
    /// What the MLP adds, at one position.
    MlpOut,
    /// What one head gives, at all positions.
    Z,
}

impl PatchedSite {
    /// The site in a layer.
    fn hook(self, layer: usize) -> String {
        hook(
            layer,
            match self {
                Self::ResidPre => "hook_resid_pre",
                Self::AttnOut => "hook_attn_out",
                Self::MlpOut => "hook_mlp_out",
                Self::Z => "attn.hook_z",
            },
        )
    }

    fn alias(self) -> &'static str {
        match self {
            Self::ResidPre => "resid_pre",
            Self::AttnOut => "attn_out",
            Self::MlpOut => "mlp_out",
            Self::Z => "z",
        }
    }
}

/// The logit differences of the two whole runs, and what their columns are called.
struct Runs {
    clean: f64,
    corrupt: f64,
    columns: Vec<String>,
    n_tokens: usize,
}

impl Patching {
    /// A grid of layers × positions (of `z`: × heads). Errors on prompts of different lengths, on answers that begin alike,
    /// and where the clean run does not differ from the corrupt one. Cost: two forward passes, and half of one a cell.
    pub(super) async fn run<S: ByteSource>(
        &self,
        session: &mut Session<S>,
        reader: Reader<'_>,
        host: &mut impl Host,
        part: Part,
    ) -> Result<Vec<Figure>> {
        let layers = chosen_layers(&self.layers, n_layers(session)?)?;
        let ids = self.prompts(session, reader)?;
        let token = |answer| first_token(reader, &self.clean, answer);
        let answers = [token(&self.answer)?, token(&self.wrong)?];
        if answers[0] == answers[1] {
            return Err(Error::Recipe(format!(
                "the answers “{}” and “{}” begin with the same token, so that their logits cannot differ; choose words that begin differently",
                self.answer, self.wrong
            )));
        }
        let sites: Vec<String> = layers.iter().map(|&layer| self.site.hook(layer)).collect();
        let [for_weights, for_passes] = part.split(0.2);
        let model = session.build(&["logits"], true, host, for_weights).await?;
        let mut stage = Stage::start(host, "patching", for_passes);
        stage.step(0, 1).await?;
        let last = ids[0].len() - 1;
        let clean = Rerun::new(session, &*model, &ids[0], &sites)?;
        let corrupt = Rerun::new(session, &*model, &ids[1], &[])?;
        let columns = match self.site {
            PatchedSite::Z => (0..n_heads(session)?).map(|head| head.to_string()).collect(),
            _ => position_labels(reader, &ids)?,
        };
        let runs = Runs {
            clean: difference(&row(&clean.logits, last).await?, answers),
            corrupt: difference(&row(&corrupt.logits, last).await?, answers),
            columns,
            n_tokens: ids[0].len(),
        };
        let span = runs.clean - runs.corrupt;
        if span.abs() < LEAST_DIFFERENCE {
            return Err(Error::Recipe(format!(
                "the logits of “{}” and “{}” differ by {:.3} after the clean prompt and by {:.3} after the corrupt one; there is nothing between them to restore. Choose prompts that the model answers differently",
                self.answer, self.wrong, runs.clean, runs.corrupt
            )));
        }
        let n_cells = layers.len() * runs.columns.len();
        let mut values = Vec::with_capacity(n_cells);
        for (&layer, from_clean) in layers.iter().zip(&clean.kept) {
            for column in 0..runs.columns.len() {
                stage.step(values.len(), n_cells).await?;
                let change = Change::Replace(from_clean.clone());
                let place = match self.site {
                    PatchedSite::Z => Place { heads: Some(vec![column]), ..Place::default() },
                    _ => Place { positions: Some(vec![column]), ..Place::default() },
                };
                let patch = Intervention { site: self.site.hook(layer), place, change };
                let logits = corrupt.logits_with(layer, patch)?;
                let restored = (difference(&row(&logits, last).await?, answers) - runs.corrupt) / span;
                values.push(Some(restored));
            }
        }
        stage.step(n_cells, n_cells).await?;
        Ok(vec![Figure::Grid(self.describe(&layers, &runs, values))])
    }

    /// Both prompts' tokens.
    fn prompts<S: ByteSource>(&self, session: &Session<S>, reader: Reader<'_>) -> Result<[Vec<u32>; 2]> {
        let ids = [reader.encode(session, &self.clean)?, reader.encode(session, &self.corrupt)?];
        if ids[0].len() == ids[1].len() {
            return Ok(ids);
        }
        let listed = |ids: &[u32]| -> Result<String> {
            let pieces = reader.pieces(ids)?;
            Ok(format!("{} tokens (“{}”)", ids.len(), pieces.join("” “")))
        };
        Err(Error::Recipe(format!(
            "patching puts the values of one prompt into another of the same length, but the clean prompt has {} and the corrupt one {}; change words for others of as many tokens",
            listed(&ids[0])?,
            listed(&ids[1])?
        )))
    }

    fn describe(&self, layers: &[usize], runs: &Runs, values: Vec<Option<f64>>) -> Grid {
        let n_columns = runs.columns.len();
        let best = (0..values.len()).max_by(|&a, &b| {
            let at = |i: usize| values[i].unwrap_or(f64::NEG_INFINITY);
            at(a).total_cmp(&at(b))
        });
        let what = self.site.alias();
        let is_heads = self.site == PatchedSite::Z;
        let finding = best.map_or_else(
            || "There is no place to patch.".to_owned(),
            |best| {
                let (layer, column) = (layers[best / n_columns], best % n_columns);
                let place = match is_heads {
                    true => format!("head {layer}.{column}"),
                    false => format!("{what}.{layer} at position {}", runs.columns[column]),
                };
                format!(
                    "The clean value of {place} brings back {} of the logit difference between “{}” and “{}”, which is {:.2} after the clean prompt and {:.2} after the corrupt one.",
                    percent(values[best].unwrap_or(0.0)),
                    self.answer,
                    self.wrong,
                    runs.clean,
                    runs.corrupt
                )
            },
        );
        let about = format!(
            "Activation patching: {} of the run on {} put into the run on {}, one place at a time; share of the logit difference at the last of {} tokens that comes back (0: as in the corrupt run, 1: as in the clean one).",
            if is_heads {
                "a head’s z at all positions".to_owned()
            } else {
                format!("{what} at one position")
            },
            quoted(&self.clean),
            quoted(&self.corrupt),
            runs.n_tokens
        );
        let largest = values.iter().flatten().fold(1.0_f64, |most, value| most.max(value.abs()));
        let columns = if is_heads { "heads" } else { "positions" };
        let alt = format!("Grid of {} layers by {n_columns} {columns}. {finding}", layers.len());
        Grid {
            caption: Caption {
                id: "patching".to_owned(),
                finding,
                about,
                unit: "restored share".to_owned(),
                n: 2,
                alt,
            },
            title: format!("Where {} tells the prompts apart", if is_heads { "a head" } else { what }),
            rows: layers.iter().map(usize::to_string).collect(),
            columns: runs.columns.clone(),
            row_axis: "layer".to_owned(),
            column_axis: if is_heads { "head" } else { "position" }.to_owned(),
            values,
            domain: [-largest, largest],
            is_diverging: true,
            cell: if is_heads { CellKind::Head } else { CellKind::Position },
        }
    }
}

/// The logit of the answer less that of the wrong one.
fn difference(logits: &[f32], answers: [u32; 2]) -> f64 {
    let [right, wrong] = answers.map(|id| f64::from(logits[id as usize]));
    right - wrong
}

/// Each position with its token, or both where the prompts differ.
fn position_labels(reader: Reader<'_>, ids: &[Vec<u32>; 2]) -> Result<Vec<String>> {
    let (clean, corrupt) = (reader.pieces(&ids[0])?, reader.pieces(&ids[1])?);
    let word = |piece: &str| if piece.trim().is_empty() { "␣".to_owned() } else { piece.trim().to_owned() };
    let label = |(at, (clean, corrupt)): (usize, (&String, &String))| match clean == corrupt {
        true => format!("{at} {}", word(clean)),
        false => format!("{at} {}/{}", word(clean), word(corrupt)),
    };
    Ok(clean.iter().zip(&corrupt).enumerate().map(label).collect())
}
