//! The logit lens: what each layer would say if it were the last (nostalgebraist 2020).

use models::Input;
use tensor::Tensor;

use crate::host::{Part, Stage};
use crate::report::{Caption, Lens, LensCell};
use crate::{ByteSource, Error, Host, Result, Session, TokenText, Vocabulary};

/// Bytes of weights up to which every bench run of a language model reads all of them, for the lens.
const READ_AT_ONCE_BYTES: u64 = 1 << 30;

/// Why a run has no lens.
pub(crate) const LEFT_OUT: &str = "The logit lens is left out, since it would read all weights of this large model; add the site “logits” to have it.";

impl<S: ByteSource> Session<S> {
    /// Whether a lens is read without being asked for: it needs every layer. Of large models only those that are read to
    /// their end have it.
    pub(crate) fn affords_lens(&self, sites: &[String]) -> bool {
        let bytes: u64 = self.checkpoint.tensors().map(|info| info.bytes.end - info.bytes.start).sum();
        bytes <= READ_AT_ONCE_BYTES || sites.iter().any(|site| site == "logits")
    }
}

/// Reads the residual stream of `text` after the embedding and after each block through the final
/// norm and the unembedding. Cost: one forward pass and `n_layers · n_pos · d_model · vocab` products.
pub(crate) async fn read<S: ByteSource>(
    session: &mut Session<S>,
    text: &TokenText,
    vocabulary: &dyn Vocabulary,
    host: &mut impl Host,
    part: Part,
) -> Result<Lens> {
    let sites = residual_sites(session);
    let names: Vec<&str> = sites.iter().map(String::as_str).collect();
    let [for_weights, for_lens] = part.split(0.5);
    let model = session.build(&names, true, host, for_weights).await?;
    let mut hooks = session.hooks(&names);
    model.forward(&Input::Tokens(text.ids.clone()), &mut hooks)?;
    let mut kept = hooks.take();
    // Together, since each layer stands on the one before.
    Tensor::evaluate_all(&kept.values().cloned().collect::<Vec<_>>())?;
    let mut stage = Stage::start(host, "logit lens", for_lens);
    let mut cells = Vec::new();
    for (step, site) in sites.iter().enumerate() {
        stage.step(step, sites.len()).await?;
        let resid =
            kept.remove(site).ok_or_else(|| Error::Recipe(format!("the model never reached {site}")))?;
        let logits = model.unembed(&resid).ok_or_else(|| {
            Error::Recipe("this model has no unembedding to read its layers with".to_owned())
        })??;
        let vocab = *logits.shape().last().unwrap_or(&1);
        let logits = logits.to_vec().await?;
        for (pos, row) in logits.chunks_exact(vocab).enumerate() {
            cells.push(read_cell(row, text.ids.get(pos + 1).copied(), vocabulary));
        }
    }
    let tokens = text.ids.iter().map(|&id| vocabulary.piece(id)).collect();
    Ok(describe(sites, tokens, cells, &text.text))
}

/// The residual stream before the first block and after each.
fn residual_sites<S: ByteSource>(session: &Session<S>) -> Vec<String> {
    let names = session.plan.sites().iter().map(|site| &site.name);
    names
        .filter(|name| *name == "blocks.0.hook_resid_pre" || name.ends_with(".hook_resid_post"))
        .cloned()
        .collect()
}

/// Softmax, entropy and rank of one row of logits, in f64.
fn read_cell(logits: &[f32], next: Option<u32>, vocabulary: &dyn Vocabulary) -> LensCell {
    let (mut id, mut max) = (0, f32::NEG_INFINITY);
    for (i, &logit) in logits.iter().enumerate() {
        if logit > max {
            (id, max) = (i, logit);
        }
    }
    let (mut total, mut weighted) = (0.0_f64, 0.0_f64);
    for &logit in logits {
        let shifted = f64::from(logit) - f64::from(max);
        total += shifted.exp();
        weighted += shifted * shifted.exp();
    }
    let rank_of_next = next
        .and_then(|next| logits.get(next as usize))
        .map(|&score| 1 + logits.iter().filter(|&&other| other > score).count());
    LensCell {
        token: vocabulary.piece(id as u32),
        id: id as u32,
        probability: 1.0 / total,
        // H = ln Σe^s − Σ s e^s / Σe^s
        entropy_nats: total.ln() - weighted / total,
        rank_of_next,
    }
}

fn describe(sites: Vec<String>, tokens: Vec<String>, cells: Vec<LensCell>, text: &str) -> Lens {
    let n_pos = tokens.len();
    let last = n_pos.saturating_sub(1);
    let at = |layer: usize| cells.get(layer * n_pos + last);
    let finding = match at(sites.len().saturating_sub(1)) {
        None => "The text has no tokens.".to_owned(),
        Some(end) => {
            // The first layer from which the final guess stays on top.
            let settled = (0..sites.len())
                .rev()
                .take_while(|&layer| at(layer).is_some_and(|cell| cell.id == end.id))
                .last()
                .unwrap_or(sites.len() - 1);
            format!(
                "After the last token the model says “{}” ({:.0} %, entropy {:.1} nats); that guess stands from {} on.{}",
                end.token,
                100.0 * end.probability,
                end.entropy_nats,
                sites[settled],
                said_of_ranks(&cells[(sites.len() - 1) * n_pos..])
            )
        }
    };
    let alt = format!(
        "Table of the most probable next token at {} layers and {n_pos} positions of “{text}”. {finding}",
        sites.len()
    );
    Lens {
        caption: Caption {
            id: "lens".to_owned(),
            finding,
            about: "Logit lens: the residual stream at each layer through the final norm and the unembedding; each cell is the most probable next token, with its probability, the entropy of the whole distribution, and the rank of the token that follows.".to_owned(),
            unit: "probability".to_owned(),
            n: 1,
            alt,
        },
        layers: sites,
        tokens,
        cells,
    }
}

/// How well the last layer foresees the text's own next tokens.
fn said_of_ranks(last_layer: &[LensCell]) -> String {
    let mut ranks: Vec<usize> = last_layer.iter().filter_map(|cell| cell.rank_of_next).collect();
    ranks.sort_unstable();
    let n_first = ranks.iter().filter(|&&rank| rank == 1).count();
    match ranks.get(ranks.len() / 2) {
        Some(median) => format!(
            " Of the text's own next tokens the last layer ranks {n_first} of {} first (median rank {median}).",
            ranks.len()
        ),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Numbers;
    impl Vocabulary for Numbers {
        fn piece(&self, id: u32) -> String {
            id.to_string()
        }

        fn encode(&self, _: &str) -> Result<Vec<u32>> {
            Ok(Vec::new())
        }
    }

    #[test]
    fn a_uniform_row_has_the_entropy_of_its_size() {
        let cell = read_cell(&[0.5; 8], Some(3), &Numbers);
        assert!((cell.entropy_nats - 8.0_f64.ln()).abs() < 1e-12);
        assert!((cell.probability - 0.125).abs() < 1e-12);
        assert_eq!(cell.rank_of_next, Some(1));
    }

    #[test]
    fn a_certain_row_has_no_entropy_and_ranks_the_rest_behind() {
        let cell = read_cell(&[0.0, 200.0, -5.0], Some(2), &Numbers);
        assert_eq!((cell.id, cell.rank_of_next), (1, Some(3)));
        assert!(cell.entropy_nats < 1e-12 && cell.probability > 1.0 - 1e-12);
    }
}
