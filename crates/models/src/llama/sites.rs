//! The sites of a Llama and the weights that each first needs.

use super::config::LlamaConfig;
use crate::route::Route;
use crate::{Axis, WeightRequest};

/// Name of the embedding in [`crate::Weights`].
pub(super) const EMBEDDING: &str = "embed_tokens.weight";
/// Name of the unembedding of a model that is not tied.
pub(super) const UNEMBEDDING: &str = "lm_head.weight";
/// Name of the last norm.
pub(super) const LAST_NORM: &str = "norm";

/// Every site in forward order.
pub(super) fn route(config: &LlamaConfig) -> Route {
    let mut route = Route::new(config.variant.model_type);
    let resid = [Axis::Pos, Axis::Unit { name: "d_model", size: config.d_model }];
    let about = "The word embeddings.";
    route.add("hook_embed", "embed", &resid, about, vec![embedding(config)]);
    for block in 0..config.n_blocks {
        add_block(&mut route, config, block);
    }
    let mut last = unembedding(config);
    // The head, or, tied, the whole embedding.
    last.retain(|request| config.is_tied || request.name != EMBEDDING);
    let head = last.split_off(1);
    let about = "The last resid_post over its root mean square, before the gain.";
    route.add("ln_final.hook_normalized", "ln_final", &resid, about, last);
    let logits = [Axis::Pos, Axis::Unit { name: "vocab", size: config.vocab }];
    let about =
        "Log-probabilities of the next token, up to a constant: the last norm through the unembedding.";
    route.add("logits", "unembed", &logits, about, head);
    route
}

fn add_block(route: &mut Route, config: &LlamaConfig, block: usize) {
    let LlamaConfig { d_model, n_heads, n_kv_heads, d_head, d_mlp, .. } = *config;
    let LlamaConfig { has_qkv_bias, has_out_bias, has_mlp_bias, .. } = *config;
    let norms_heads = config.variant.has_head_norms;
    let unit = |name, size| Axis::Unit { name, size };
    let resid = [Axis::Pos, unit("d_model", d_model)];
    let heads = [Axis::Pos, Axis::Head(n_heads), unit("d_head", d_head)];
    let kv_heads = [Axis::Pos, Axis::Head(n_kv_heads), unit("d_head", d_head)];
    let pattern = [Axis::Head(n_heads), Axis::Pos, Axis::Key];
    let mlp = [Axis::Pos, unit("d_mlp", d_mlp)];

    let layer = |part: &str| format!("layers.{block}.{part}");
    let gain = |part: &str, width: usize| request(&format!("{}.weight", layer(part)), &[width]);
    let dense = |part: &str, n_out: usize, n_in: usize, has_bias: bool| {
        let mut needs = vec![request(&format!("{}.weight", layer(part)), &[n_out, n_in])];
        needs.extend(has_bias.then(|| request(&format!("{}.bias", layer(part)), &[n_out])));
        needs
    };
    let mut add = |hook: &str, short: &str, axes: &[Axis], about: &str, needs: Vec<WeightRequest>| {
        route.add(format!("blocks.{block}.{hook}"), format!("{short}.{block}"), axes, about, needs);
    };
    let before = match block.checked_sub(1) {
        None => "resid_pre = hook_embed.".to_owned(),
        Some(last) => format!("resid_pre = resid_post.{last}."),
    };
    add("hook_resid_pre", "resid_pre", &resid, &before, vec![]);
    let about = "resid_pre over its root mean square, before the gain.";
    add("ln1.hook_normalized", "ln1", &resid, about, vec![gain("input_layernorm", d_model)]);
    let (q_width, kv_width) = (n_heads * d_head, n_kv_heads * d_head);
    let before = if norms_heads { "before their norm and the rotation" } else { "before the rotation" };
    let after = if norms_heads { "normalised in each head, then rotated" } else { "rotated" };
    let about = format!("Queries, {before}.");
    add("attn.hook_q", "q", &heads, &about, dense("self_attn.q_proj", q_width, d_model, has_qkv_bias));
    let about = format!("Keys, {before}.");
    add("attn.hook_k", "k", &kv_heads, &about, dense("self_attn.k_proj", kv_width, d_model, has_qkv_bias));
    add("attn.hook_v", "v", &kv_heads, "Values.", dense("self_attn.v_proj", kv_width, d_model, has_qkv_bias));
    let head_norm = |part: &str| norms_heads.then(|| gain(part, d_head)).into_iter().collect();
    let about = format!("Queries, {after} by position.");
    add("attn.hook_rot_q", "rot_q", &heads, &about, head_norm("self_attn.q_norm"));
    let about = format!("Keys, {after} by position.");
    add("attn.hook_rot_k", "rot_k", &kv_heads, &about, head_norm("self_attn.k_norm"));
    let about = "pattern = softmax(rot_q · rot_k / √d_head), causal; rows sum to 1.";
    add("attn.hook_pattern", "pattern", &pattern, about, vec![]);
    add("attn.hook_z", "z", &heads, "z = pattern · v, for each head.", vec![]);
    let about = "What attention adds: the heads' z through the output weights.";
    let needs = dense("self_attn.o_proj", d_model, q_width, has_out_bias);
    add("hook_attn_out", "attn_out", &resid, about, needs);
    add("hook_resid_mid", "resid_mid", &resid, "resid_mid = resid_pre + attn_out.", vec![]);
    let about = "resid_mid over its root mean square, before the gain.";
    add("ln2.hook_normalized", "ln2", &resid, about, vec![gain("post_attention_layernorm", d_model)]);
    let about = "Gates of the neurons, before SiLU.";
    add("mlp.hook_pre", "mlp_pre", &mlp, about, dense("mlp.gate_proj", d_mlp, d_model, has_mlp_bias));
    let about = "What the gates multiply.";
    add(
        "mlp.hook_pre_linear",
        "mlp_pre_linear",
        &mlp,
        about,
        dense("mlp.up_proj", d_mlp, d_model, has_mlp_bias),
    );
    add("mlp.hook_post", "mlp_post", &mlp, "Neurons: post = SiLU(pre) · pre_linear.", vec![]);
    let about = "What the neurons add: post through the output weights.";
    add("hook_mlp_out", "mlp_out", &resid, about, dense("mlp.down_proj", d_model, d_mlp, has_mlp_bias));
    add("hook_resid_post", "resid_post", &resid, "resid_post = resid_mid + mlp_out.", vec![]);
}

/// A request that also takes the prefix `model.`.
fn request(name: &str, shape: &[usize]) -> WeightRequest {
    WeightRequest { alternatives: vec![format!("model.{name}")], ..WeightRequest::new(name, shape) }
}

/// The embedding as texts look it up.
fn embedding(config: &LlamaConfig) -> WeightRequest {
    request(EMBEDDING, &[config.vocab, config.d_model]).looked_up()
}

/// What reading the residual stream needs: the last norm, then the head. A model that is not tied may
/// still lack a head; then the embedding serves.
pub(super) fn unembedding(config: &LlamaConfig) -> Vec<WeightRequest> {
    let table = WeightRequest { is_table: !config.is_tied, ..embedding(config) };
    let mut needs = vec![request(&format!("{LAST_NORM}.weight"), &[config.d_model]), table];
    if !config.is_tied {
        let head = request(UNEMBEDDING, &[config.vocab, config.d_model]);
        needs.push(WeightRequest { is_optional: true, ..head });
    }
    needs
}
