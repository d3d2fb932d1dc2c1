//! The sites of GPT-NeoX and the weights that each first needs.

use super::config::GptNeoxConfig;
use crate::route::Route;
use crate::{Axis, Error, WeightRequest};

/// Name of the embedding in [`crate::Weights`].
pub(super) const EMBEDDING: &str = "embed_in.weight";
/// Name of the unembedding.
pub(super) const UNEMBEDDING: &str = "embed_out.weight";
/// Name of the last norm.
pub(super) const LAST_NORM: &str = "final_layer_norm";

/// Every site in forward order.
pub(super) fn route(config: &GptNeoxConfig) -> Route {
    let mut route = Route::new(super::ARCHITECTURE.model_type);
    let resid = [Axis::Pos, Axis::Unit { name: "d_model", size: config.d_model }];
    route.add("hook_embed", "embed", &resid, "The word embeddings.", vec![embedding(config)]);
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

fn add_block(route: &mut Route, config: &GptNeoxConfig, block: usize) {
    let GptNeoxConfig { d_model, n_heads, d_head, n_rotary, d_mlp, is_parallel, .. } = *config;
    let unit = |name, size| Axis::Unit { name, size };
    let resid = [Axis::Pos, unit("d_model", d_model)];
    let heads = [Axis::Pos, Axis::Head(n_heads), unit("d_head", d_head)];
    let pattern = [Axis::Head(n_heads), Axis::Pos, Axis::Key];
    let mlp = [Axis::Pos, unit("d_mlp", d_mlp)];

    let dense = |part: &str, n_out: usize, n_in: usize, has_bias: bool| {
        let name = format!("layers.{block}.{part}");
        let mut needs = vec![request(&format!("{name}.weight"), &[n_out, n_in])];
        needs.extend(has_bias.then(|| request(&format!("{name}.bias"), &[n_out])));
        needs
    };
    let normed = |part: &str| norm(&format!("layers.{block}.{part}"), d_model);
    let mut add = |hook: &str, short: &str, axes: &[Axis], about: &str, needs: Vec<WeightRequest>| {
        route.add(format!("blocks.{block}.{hook}"), format!("{short}.{block}"), axes, about, needs);
    };
    let before = match block.checked_sub(1) {
        None => "resid_pre = hook_embed.".to_owned(),
        Some(last) => format!("resid_pre = resid_post.{last}."),
    };
    add("hook_resid_pre", "resid_pre", &resid, &before, vec![]);
    let about = "resid_pre less its mean, over its standard deviation, before gain and bias.";
    add("ln1.hook_normalized", "ln1", &resid, about, normed("input_layernorm"));
    let fused = dense("attention.query_key_value", 3 * d_model, d_model, config.has_attention_bias);
    add("attn.hook_q", "q", &heads, "Queries, before the rotation.", fused);
    add("attn.hook_k", "k", &heads, "Keys, before the rotation.", vec![]);
    add("attn.hook_v", "v", &heads, "Values.", vec![]);
    let about = format!("Queries, the first {n_rotary} numbers of each head rotated by position.");
    add("attn.hook_rot_q", "rot_q", &heads, &about, vec![]);
    let about = format!("Keys, the first {n_rotary} numbers of each head rotated by position.");
    add("attn.hook_rot_k", "rot_k", &heads, &about, vec![]);
    let about = "pattern = softmax(rot_q · rot_k / √d_head), causal; rows sum to 1.";
    add("attn.hook_pattern", "pattern", &pattern, about, vec![]);
    add("attn.hook_z", "z", &heads, "z = pattern · v, for each head.", vec![]);
    let about = "What attention adds: the heads' z through the output weights.";
    let needs = dense("attention.dense", d_model, d_model, config.has_attention_bias);
    add("hook_attn_out", "attn_out", &resid, about, needs);
    let stream = if is_parallel { "resid_pre" } else { "resid_mid" };
    if !is_parallel {
        add("hook_resid_mid", "resid_mid", &resid, "resid_mid = resid_pre + attn_out.", vec![]);
    }
    let about = format!("{stream} less its mean, over its standard deviation, before gain and bias.");
    add("ln2.hook_normalized", "ln2", &resid, &about, normed("post_attention_layernorm"));
    let name = config.activation.name();
    let about = format!("Neurons before {name}.");
    add("mlp.hook_pre", "mlp_pre", &mlp, &about, dense("mlp.dense_h_to_4h", d_mlp, d_model, true));
    add("mlp.hook_post", "mlp_post", &mlp, &format!("Neurons: post = {name}(pre)."), vec![]);
    let about = "What the neurons add: post through the output weights.";
    add("hook_mlp_out", "mlp_out", &resid, about, dense("mlp.dense_4h_to_h", d_model, d_mlp, true));
    let about = match is_parallel {
        true => "resid_post = resid_pre + attn_out + mlp_out.",
        false => "resid_post = resid_mid + mlp_out.",
    };
    add("hook_resid_post", "resid_post", &resid, about, vec![]);
}

/// Says why a parallel block lacks the site that every other block has.
pub(super) fn explain(config: &GptNeoxConfig, error: Error) -> Error {
    match error {
        Error::UnknownSite { architecture, asked, .. }
            if config.is_parallel && asked.contains("resid_mid") =>
        {
            let near = "Its blocks are parallel: attention and MLP read the same residual stream, hook_resid_pre, and add to it together, so that no stream lies between them.".to_owned();
            Error::UnknownSite { architecture, asked, near }
        }
        other => other,
    }
}

/// A request that also takes the prefix `gpt_neox.`.
fn request(name: &str, shape: &[usize]) -> WeightRequest {
    WeightRequest { alternatives: vec![format!("gpt_neox.{name}")], ..WeightRequest::new(name, shape) }
}

/// Gain and bias of a norm.
fn norm(name: &str, width: usize) -> Vec<WeightRequest> {
    ["weight", "bias"].map(|part| request(&format!("{name}.{part}"), &[width])).to_vec()
}

/// The embedding as texts look it up.
fn embedding(config: &GptNeoxConfig) -> WeightRequest {
    request(EMBEDDING, &[config.vocab, config.d_model]).looked_up()
}

/// The unembedding, which newer versions of Transformers call lm_head.
fn head(config: &GptNeoxConfig) -> WeightRequest {
    let head = WeightRequest::new(UNEMBEDDING, &[config.vocab, config.d_model]);
    let alternatives = vec!["lm_head.weight".to_owned()];
    WeightRequest { alternatives, is_optional: config.is_tied, ..head }
}

/// What reading the residual stream needs: the last norm, then the head, and the embedding where it may serve as one.
pub(super) fn unembedding(config: &GptNeoxConfig) -> Vec<WeightRequest> {
    let mut needs = norm(LAST_NORM, config.d_model);
    needs.extend(config.is_tied.then(|| embedding(config)));
    needs.push(head(config));
    needs
}
