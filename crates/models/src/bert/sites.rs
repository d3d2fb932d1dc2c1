//! The sites of a BERT and the weights that each first needs.

use super::config::BertConfig;
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// Every site in forward order.
pub(super) fn route(config: &BertConfig) -> Route {
    let mut route = Route::new(config.variant.model_type);
    let d_model = config.d_model;
    let resid = [Axis::Pos, Axis::Unit { name: "d_model", size: d_model }];
    let table = |name: &str, rows: usize| {
        vec![request(config, &format!("embeddings.{name}.weight"), &[rows, d_model])]
    };

    let mut embed = |part: &str, about: &str, needs: Vec<WeightRequest>| {
        route.add(format!("embed.hook_{part}"), part, &resid, about, needs);
    };
    let words = table("word_embeddings", config.vocab).into_iter().map(WeightRequest::looked_up).collect();
    embed("embed", "The word embeddings.", words);
    embed("pos_embed", "The position embeddings.", table("position_embeddings", config.n_rows));
    if let Some(n_types) = config.n_types {
        let about = "The embedding of token type 0, at each position.";
        embed("token_type_embed", about, table("token_type_embeddings", n_types));
    }
    let sum =
        if config.n_types.is_some() { "embed + pos_embed + token_type_embed" } else { "embed + pos_embed" };
    let about = format!("hook_full_embed = LayerNorm({sum}), as in TransformerLens.");
    route.add("hook_full_embed", "full_embed", &resid, &about, norm(config, "embeddings.LayerNorm"));
    for block in 0..config.n_blocks {
        add_block(&mut route, config, block);
    }
    if config.has_head {
        let logits = [Axis::Pos, Axis::Unit { name: "vocab", size: config.vocab }];
        let about = "Log-probabilities of the token at each position, up to a constant, from the head for hidden tokens.";
        route.add("logits", "unembed", &logits, about, head(config));
    }
    route
}

fn add_block(route: &mut Route, config: &BertConfig, block: usize) {
    let BertConfig { d_model, n_heads, d_head, d_mlp, .. } = *config;
    let unit = |name, size| Axis::Unit { name, size };
    let resid = [Axis::Pos, unit("d_model", d_model)];
    let heads = [Axis::Pos, Axis::Head(n_heads), unit("d_head", d_head)];
    let pattern = [Axis::Head(n_heads), Axis::Pos, Axis::Key];
    let mlp = [Axis::Pos, unit("d_mlp", d_mlp)];

    let names = &config.variant.names;
    let layer = |part: &str| format!("{}.{block}.{part}", names.layer);
    let dense = |part: &str, n_out: usize, n_in: usize| dense(config, &layer(part), n_out, n_in);
    let normed = |part: &str| norm(config, &layer(part));

    let mut add = |hook: &str, short: &str, axes: &[Axis], about: &str, needs: Vec<WeightRequest>| {
        route.add(format!("blocks.{block}.{hook}"), format!("{short}.{block}"), axes, about, needs);
    };
    let before = if block == 0 {
        "resid_pre = hook_full_embed.".to_owned()
    } else {
        format!("resid_pre = normalized_resid_post.{}.", block - 1)
    };
    add("hook_resid_pre", "resid_pre", &resid, &before, vec![]);
    add("attn.hook_q", "q", &heads, "Queries.", dense(names.q, d_model, d_model));
    add("attn.hook_k", "k", &heads, "Keys.", dense(names.k, d_model, d_model));
    add("attn.hook_v", "v", &heads, "Values.", dense(names.v, d_model, d_model));
    add(
        "attn.hook_pattern",
        "pattern",
        &pattern,
        "pattern = softmax(q · k / √d_head); rows sum to 1.",
        vec![],
    );
    add("attn.hook_z", "z", &heads, "z = pattern · v, for each head.", vec![]);
    let about = "What attention adds: the heads' z through the output weights.";
    add("hook_attn_out", "attn_out", &resid, about, dense(names.attn_out, d_model, d_model));
    add("hook_resid_mid", "resid_mid", &resid, "resid_mid = resid_pre + attn_out.", vec![]);
    let about = "normalized_resid_mid = LayerNorm(resid_mid).";
    let needs = normed(names.attn_norm);
    add("hook_normalized_resid_mid", "normalized_resid_mid", &resid, about, needs);
    add("mlp.hook_pre", "mlp_pre", &mlp, "Neurons before GELU.", dense(names.mlp_in, d_mlp, d_model));
    add("mlp.hook_post", "mlp_post", &mlp, "Neurons: post = GELU(pre).", vec![]);
    let about = "What the neurons add: post through the output weights.";
    add("hook_mlp_out", "mlp_out", &resid, about, dense(names.mlp_out, d_model, d_mlp));
    let about = "resid_post = normalized_resid_mid + mlp_out.";
    add("hook_resid_post", "resid_post", &resid, about, vec![]);
    let about = "normalized_resid_post = LayerNorm(resid_post): the output of the block.";
    let needs = normed(names.mlp_norm);
    add("hook_normalized_resid_post", "normalized_resid_post", &resid, about, needs);
}

/// A request that also takes the variant's prefix.
fn request(config: &BertConfig, name: &str, shape: &[usize]) -> WeightRequest {
    let prefixed = format!("{}{name}", config.variant.prefix);
    WeightRequest { alternatives: vec![prefixed], ..WeightRequest::new(name, shape) }
}

/// Weight and bias of a dense layer.
fn dense(config: &BertConfig, name: &str, n_out: usize, n_in: usize) -> Vec<WeightRequest> {
    vec![
        request(config, &format!("{name}.weight"), &[n_out, n_in]),
        request(config, &format!("{name}.bias"), &[n_out]),
    ]
}

/// Gain and bias of a layer norm, whose old names are gamma and beta.
fn norm(config: &BertConfig, name: &str) -> Vec<WeightRequest> {
    let spelt = |new: &str, old: &str| {
        let mut found = request(config, &format!("{name}.{new}"), &[config.d_model]);
        found
            .alternatives
            .extend([format!("{name}.{old}"), format!("{}{name}.{old}", config.variant.prefix)]);
        found
    };
    vec![spelt("weight", "gamma"), spelt("bias", "beta")]
}

/// The head for hidden tokens: a dense layer, a norm, and the decoder, whose matrix may be the embedding.
fn head(config: &BertConfig) -> Vec<WeightRequest> {
    let names = &config.variant.names.head;
    let decoder = dense(config, names.decoder, config.vocab, config.d_model);
    let mut needs = dense(config, names.dense, config.d_model, config.d_model);
    needs.extend(norm(config, names.norm));
    needs.extend(decoder.into_iter().skip(usize::from(config.is_tied)));
    if config.is_tied {
        let shape = [config.vocab, config.d_model];
        needs.insert(0, request(config, "embeddings.word_embeddings.weight", &shape));
    }
    if let Some(bias) = needs.last_mut() {
        bias.alternatives.push(names.bias.to_owned());
    }
    needs
}

/// What the residual stream and the patterns are.
pub(super) fn identities(config: &BertConfig) -> Vec<Identity> {
    let mut all = vec![];
    for block in 0..config.n_blocks {
        let hook = |name: &str| format!("blocks.{block}.{name}");
        let before = match block.checked_sub(1) {
            None => "hook_full_embed".to_owned(),
            Some(last) => format!("blocks.{last}.hook_normalized_resid_post"),
        };
        all.push(Identity::Same(hook("hook_resid_pre"), before));
        all.push(Identity::RowsSumToOne(hook("attn.hook_pattern")));
        all.push(Identity::Sum {
            whole: hook("hook_resid_mid"),
            parts: vec![hook("hook_resid_pre"), hook("hook_attn_out")],
        });
        all.push(Identity::Sum {
            whole: hook("hook_resid_post"),
            parts: vec![hook("hook_normalized_resid_mid"), hook("hook_mlp_out")],
        });
    }
    all
}
