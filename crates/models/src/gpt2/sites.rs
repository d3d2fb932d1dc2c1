//! The sites of GPT-2 and the weights that each first needs.

use super::config::Gpt2Config;
use crate::route::Route;
use crate::{Axis, WeightRequest};

/// Name of the embedding in [`crate::Weights`].
pub(super) const EMBEDDING: &str = "wte.weight";
/// Name of the position embeddings.
pub(super) const POSITIONS: &str = "wpe.weight";
/// Name of the unembedding, where the checkpoint has one of its own.
pub(super) const UNEMBEDDING: &str = "lm_head.weight";
/// Name of the last norm.
pub(super) const LAST_NORM: &str = "ln_f";

/// Every site in forward order.
pub(super) fn route(config: &Gpt2Config) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let resid = [Axis::Pos, Axis::Unit { name: "d_model", size: config.d_model }];
    route.add("hook_embed", "embed", &resid, "The word embeddings.", vec![embedding(config)]);
    let positions = request(POSITIONS, &[config.n_pos, config.d_model]);
    route.add("hook_pos_embed", "pos_embed", &resid, "The position embeddings.", vec![positions]);
    for block in 0..config.n_blocks {
        add_block(&mut route, config, block);
    }
    let about = "The last resid_post less its mean, over its standard deviation, before gain and bias.";
    route.add("ln_final.hook_normalized", "ln_final", &resid, about, norm(LAST_NORM, config.d_model));
    let logits = [Axis::Pos, Axis::Unit { name: "vocab", size: config.vocab }];
    let about =
        "Log-probabilities of the next token, up to a constant: the last norm through the unembedding.";
    route.add("logits", "unembed", &logits, about, vec![head(config)]);
    route
}

fn add_block(route: &mut Route, config: &Gpt2Config, block: usize) {
    let Gpt2Config { d_model, n_heads, d_head, d_mlp, .. } = *config;
    let unit = |name, size| Axis::Unit { name, size };
    let resid = [Axis::Pos, unit("d_model", d_model)];
    let heads = [Axis::Pos, Axis::Head(n_heads), unit("d_head", d_head)];
    let pattern = [Axis::Head(n_heads), Axis::Pos, Axis::Key];
    let mlp = [Axis::Pos, unit("d_mlp", d_mlp)];

    let dense = |part: &str, n_in: usize, n_out: usize| {
        let name = format!("h.{block}.{part}");
        vec![request(&format!("{name}.weight"), &[n_in, n_out]), request(&format!("{name}.bias"), &[n_out])]
    };
    let mut add = |hook: &str, short: &str, axes: &[Axis], about: &str, needs: Vec<WeightRequest>| {
        route.add(format!("blocks.{block}.{hook}"), format!("{short}.{block}"), axes, about, needs);
    };
    let before = match block.checked_sub(1) {
        None => "resid_pre = hook_embed + hook_pos_embed.".to_owned(),
        Some(last) => format!("resid_pre = resid_post.{last}."),
    };
    add("hook_resid_pre", "resid_pre", &resid, &before, vec![]);
    let about = "resid_pre less its mean, over its standard deviation, before gain and bias.";
    add("ln1.hook_normalized", "ln1", &resid, about, norm(&format!("h.{block}.ln_1"), d_model));
    add("attn.hook_q", "q", &heads, "Queries.", dense("attn.c_attn", d_model, 3 * d_model));
    add("attn.hook_k", "k", &heads, "Keys.", vec![]);
    add("attn.hook_v", "v", &heads, "Values.", vec![]);
    let about = match config.scale {
        None => "pattern = softmax(q · k / √d_head), causal; rows sum to 1.",
        Some(_) => "pattern = softmax(q · k), causal; rows sum to 1.",
    };
    add("attn.hook_pattern", "pattern", &pattern, about, vec![]);
    add("attn.hook_z", "z", &heads, "z = pattern · v, for each head.", vec![]);
    let about = "What attention adds: the heads' z through the output weights.";
    add("hook_attn_out", "attn_out", &resid, about, dense("attn.c_proj", d_model, d_model));
    add("hook_resid_mid", "resid_mid", &resid, "resid_mid = resid_pre + attn_out.", vec![]);
    let about = "resid_mid less its mean, over its standard deviation, before gain and bias.";
    add("ln2.hook_normalized", "ln2", &resid, about, norm(&format!("h.{block}.ln_2"), d_model));
    let name = config.activation.name();
    let about = format!("Neurons before {name}.");
    add("mlp.hook_pre", "mlp_pre", &mlp, &about, dense("mlp.c_fc", d_model, d_mlp));
    add("mlp.hook_post", "mlp_post", &mlp, &format!("Neurons: post = {name}(pre)."), vec![]);
    let about = "What the neurons add: post through the output weights.";
    add("hook_mlp_out", "mlp_out", &resid, about, dense("mlp.c_proj", d_mlp, d_model));
    add("hook_resid_post", "resid_post", &resid, "resid_post = resid_mid + mlp_out.", vec![]);
}

/// A request that also takes the prefix `transformer.`.
fn request(name: &str, shape: &[usize]) -> WeightRequest {
    WeightRequest { alternatives: vec![format!("transformer.{name}")], ..WeightRequest::new(name, shape) }
}

/// Gain and bias of a norm.
fn norm(name: &str, width: usize) -> Vec<WeightRequest> {
    ["weight", "bias"].map(|part| request(&format!("{name}.{part}"), &[width])).to_vec()
}

/// The embedding as texts look it up.
fn embedding(config: &Gpt2Config) -> WeightRequest {
    request(EMBEDDING, &[config.vocab, config.d_model]).looked_up()
}

/// The unembedding. Transformers, too, takes the head of a checkpoint that has one, tied or not.
fn head(config: &Gpt2Config) -> WeightRequest {
    let head = WeightRequest::new(UNEMBEDDING, &[config.vocab, config.d_model]);
    WeightRequest { is_optional: config.is_tied, ..head }
}

/// What reading the residual stream needs: the last norm, then the head or the embedding in its place.
pub(super) fn unembedding(config: &Gpt2Config) -> Vec<WeightRequest> {
    let mut needs = norm(LAST_NORM, config.d_model);
    needs.extend([embedding(config), head(config)]);
    needs
}
