//! One text of a language model, run again and again with something changed in one layer.
//!
//! The residual stream before each layer is kept from the first run. A run with a change in layer n takes it up there, and
//! since numbers are computed only when they are asked for, the layers before n cost nothing.

use models::{Change, Hooks, Input, Intervention, Model};
use tensor::Tensor;

use super::Reader;
use crate::{ByteSource, Error, Result, Session};

/// A model, a text, and what the first run left.
pub(super) struct Rerun<'m> {
    model: &'m dyn Model,
    ids: &'m [u32],
    /// The session's own changes.
    changes: Vec<Intervention>,
    /// The residual stream before each layer, `[pos, d_model]`.
    resid_pre: Vec<Tensor>,
    /// Values at the further sites that were asked for, by the first run.
    pub kept: Vec<Tensor>,
    /// `[pos, vocab]` of the first run.
    pub logits: Tensor,
}

impl<'m> Rerun<'m> {
    /// Runs the text once and keeps what is needed, with the values at `further` sites (full names).
    pub fn new<S: ByteSource>(
        session: &Session<S>,
        model: &'m dyn Model,
        ids: &'m [u32],
        further: &[String],
    ) -> Result<Self> {
        let before: Vec<String> =
            (0..n_layers(session)?).map(|layer| hook(layer, "hook_resid_pre")).collect();
        let last = ["logits".to_owned()];
        let names: Vec<&str> = before.iter().chain(further).chain(&last).map(String::as_str).collect();
        let mut hooks = session.hooks(&names);
        model.forward(&Input::Tokens(ids.to_vec()), &mut hooks)?;
        let kept = hooks.take();
        // A site may be asked for twice, here and as a further one.
        let take = |name: &String| {
            kept.get(name).cloned().ok_or_else(|| Error::Recipe(format!("the model never reached {name}")))
        };
        let resid_pre: Vec<Tensor> = before.iter().map(take).collect::<Result<_>>()?;
        let further: Vec<Tensor> = further.iter().map(take).collect::<Result<_>>()?;
        let logits = take(&last[0])?;
        let all: Vec<Tensor> = resid_pre.iter().chain(&further).chain([&logits]).cloned().collect();
        Tensor::evaluate_all(&all)?;
        Ok(Self { model, ids, changes: session.changes().to_vec(), resid_pre, kept: further, logits })
    }

    /// The logits `[pos, vocab]` with a change in this layer. Cost: a pass from that layer on.
    pub fn logits_with(&self, layer: usize, change: Intervention) -> Result<Tensor> {
        let start = Change::Replace(self.resid_pre[layer].clone());
        let start = Intervention::everywhere(&hook(layer, "hook_resid_pre"), start);
        let changes = self.changes.iter().cloned().chain([start, change]);
        let mut hooks = Hooks::keeping(&["logits"]).changing(changes);
        self.model.forward(&Input::Tokens(self.ids.to_vec()), &mut hooks)?;
        let logits = hooks.take().remove("logits");
        logits.ok_or_else(|| Error::Recipe("the model never reached its logits".to_owned()))
    }
}

/// A site's full name.
pub(super) fn hook(layer: usize, name: &str) -> String {
    format!("blocks.{layer}.{name}")
}

/// How many layers a language model has. Errors for a model that predicts no next token, or has no residual stream.
pub(super) fn n_layers<S: ByteSource>(session: &Session<S>) -> Result<usize> {
    session.check_writes()?;
    let n = session.plan.sites().iter().filter(|site| site.name.ends_with(".hook_resid_pre")).count();
    match n {
        0 => Err(Error::Recipe(format!(
            "this closer look changes a residual stream layer by layer, and a {} model has none; remove it under Look closer",
            session.plan.architecture()
        ))),
        n => Ok(n),
    }
}

/// The layers that the settings name, all for none. Errors on one that the model lacks.
pub(super) fn chosen_layers(layers: &[usize], n_layers: usize) -> Result<Vec<usize>> {
    if let Some(beyond) = layers.iter().find(|&&layer| layer >= n_layers) {
        return Err(Error::Recipe(format!(
            "there is no layer {beyond}; this model has {n_layers}, counted from 0"
        )));
    }
    let is_chosen = |layer: &usize| layers.is_empty() || layers.contains(layer);
    Ok((0..n_layers).filter(is_chosen).collect())
}

/// How many heads give a value z in each layer.
pub(super) fn n_heads<S: ByteSource>(session: &Session<S>) -> Result<usize> {
    let site = session.site(&hook(0, "attn.hook_z"))?;
    let size = site.axes.iter().find_map(|axis| match axis {
        models::Axis::Head(size) => Some(*size),
        _ => None,
    });
    size.ok_or_else(|| Error::Recipe(format!("{} has no heads", site.name)))
}

/// The first token of an answer where it follows a prompt. Errors on an answer without tokens, and on one that flows into
/// the prompt's last token, which then is another.
pub(super) fn first_token(reader: Reader<'_>, prompt: &str, answer: &str) -> Result<u32> {
    let vocabulary = reader.vocabulary()?;
    let (before, whole) = (vocabulary.encode(prompt)?, vocabulary.encode(&format!("{prompt}{answer}"))?);
    let n_alike = before.iter().zip(&whole).take_while(|(a, b)| a == b).count();
    // Special tokens that end every text stand after the answer.
    let n_around = vocabulary.encode("")?.len();
    if n_alike + n_around < before.len() {
        return Err(Error::Recipe(format!(
            "the answer “{answer}” flows into the last word of its prompt; begin it with a space"
        )));
    }
    let found = whole.get(n_alike).filter(|_| whole.len() > before.len());
    found.copied().ok_or_else(|| {
        Error::Recipe(format!("the answer “{answer}” has no token for this model; write a word"))
    })
}

/// The logits `[pos, vocab]` of one position, on the host.
pub(super) async fn row(logits: &Tensor, position: usize) -> Result<Vec<f32>> {
    Ok(logits.slice(0, position, 1)?.to_vec().await?)
}
