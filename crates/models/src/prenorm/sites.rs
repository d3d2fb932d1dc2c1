//! The sites of the blocks and of the last norm, and the weights that each first needs.

use super::{Activation, PreNorm};
use crate::route::Route;
use crate::{Axis, Identity, WeightRequest};

/// The sites of every block. `start` says what the first resid_pre is.
pub(crate) fn add_blocks(route: &mut Route, config: &PreNorm, start: &str) {
    for block in 0..config.n_blocks {
        let before = match block.checked_sub(1) {
            None => start.to_owned(),
            Some(last) => format!("resid_pre = resid_post.{last}."),
        };
        add_attention(route, config, block, &before);
        add_neurons(route, config, block);
    }
}

/// Adds a site of a block.
type Add<'r> = dyn FnMut(&str, &str, &[Axis], &str, Vec<WeightRequest>) + 'r;

fn adder<'r>(route: &'r mut Route, block: usize) -> Box<Add<'r>> {
    Box::new(move |hook, short, axes, about, needs| {
        route.add(format!("blocks.{block}.{hook}"), format!("{short}.{block}"), axes, about, needs);
    })
}

fn add_attention(route: &mut Route, config: &PreNorm, block: usize, before: &str) {
    let PreNorm { d_model, n_heads, d_head, names, has_qkv_bias, .. } = *config;
    let resid = config.resid();
    let heads = [config.tokens.clone(), Axis::Head(n_heads), Axis::Unit { name: "d_head", size: d_head }];
    let pattern = [Axis::Head(n_heads), config.tokens.clone(), config.keys.clone()];
    let mut add = adder(route, block);

    add("hook_resid_pre", "resid_pre", &resid, before, vec![]);
    let about = "resid_pre to mean 0 and variance 1, before gain and bias.";
    add("ln1.hook_normalized", "ln1", &resid, about, dense(config, block, names.ln1, &[d_model], true));
    for ((letter, about), name) in
        [("q", "Queries."), ("k", "Keys."), ("v", "Values.")].into_iter().zip(names.qkv)
    {
        let needs = dense(config, block, name, &[config.d_heads(), d_model], has_qkv_bias);
        add(&format!("attn.hook_{letter}"), letter, &heads, about, needs);
    }
    let about = match config.is_causal {
        true => "pattern = softmax(q · k / √d_head), causal; rows sum to 1.",
        false => "pattern = softmax(q · k / √d_head); rows sum to 1.",
    };
    add("attn.hook_pattern", "pattern", &pattern, about, vec![]);
    add("attn.hook_z", "z", &heads, "z = pattern · v, for each head.", vec![]);
    let (about, scale) =
        scaled(config, block, 0, "What attention adds: the heads' z through the output weights");
    let mut needs = dense(config, block, names.attn_out, &[d_model, config.d_heads()], true);
    needs.extend(scale);
    add("hook_attn_out", "attn_out", &resid, &about, needs);
    add("hook_resid_mid", "resid_mid", &resid, "resid_mid = resid_pre + attn_out.", vec![]);
}

fn add_neurons(route: &mut Route, config: &PreNorm, block: usize) {
    let PreNorm { d_model, d_mlp, names, .. } = *config;
    let resid = config.resid();
    let mlp = [config.tokens.clone(), Axis::Unit { name: "d_mlp", size: d_mlp }];
    let mut add = adder(route, block);

    let about = "resid_mid to mean 0 and variance 1, before gain and bias.";
    add("ln2.hook_normalized", "ln2", &resid, about, dense(config, block, names.ln2, &[d_model], true));
    let into = |rows: usize| dense(config, block, names.mlp_in, &[rows, d_model], true);
    match config.activation {
        Activation::SwiGlu => {
            add("mlp.hook_pre", "mlp_pre", &mlp, "Gates of the neurons, before SiLU.", into(2 * d_mlp));
            add("mlp.hook_pre_linear", "mlp_pre_linear", &mlp, "What the gates multiply.", vec![]);
            add("mlp.hook_post", "mlp_post", &mlp, "Neurons: post = SiLU(pre) · pre_linear.", vec![]);
        }
        Activation::Gelu | Activation::QuickGelu => {
            let is_quick = config.activation == Activation::QuickGelu;
            add("mlp.hook_pre", "mlp_pre", &mlp, "Neurons before GELU.", into(d_mlp));
            let about = if is_quick {
                "Neurons: post = pre · sigmoid(1.702 pre)."
            } else {
                "Neurons: post = GELU(pre)."
            };
            add("mlp.hook_post", "mlp_post", &mlp, about, vec![]);
        }
    }
    let (about, scale) = scaled(config, block, 1, "What the neurons add: post through the output weights");
    let mut needs = dense(config, block, names.mlp_out, &[d_model, d_mlp], true);
    needs.extend(scale);
    add("hook_mlp_out", "mlp_out", &resid, &about, needs);
    add("hook_resid_post", "resid_post", &resid, "resid_post = resid_mid + mlp_out.", vec![]);
}

/// The norm after the last block: before and after gain and bias.
pub(crate) fn add_last_norm(route: &mut Route, config: &PreNorm) {
    let resid = config.resid();
    let about = "The last resid_post to mean 0 and variance 1, before gain and bias.";
    let needs = with_bias(config, config.names.ln_final, &[config.d_model], true);
    route.add("ln_final.hook_normalized", "ln_final", &resid, about, needs);
    let about = "The last norm with its gain and bias: the features that the model ends with.";
    route.add("ln_final.hook_out", "ln_final_out", &resid, about, vec![]);
}

/// Weight and bias of a norm or a dense layer of a block.
fn dense(config: &PreNorm, block: usize, part: &str, shape: &[usize], has_bias: bool) -> Vec<WeightRequest> {
    with_bias(config, &config.names.part(block, part), shape, has_bias)
}

fn with_bias(config: &PreNorm, name: &str, shape: &[usize], has_bias: bool) -> Vec<WeightRequest> {
    let mut needs = vec![config.names.request(&format!("{name}.weight"), shape)];
    if has_bias {
        needs.push(config.names.request(&format!("{name}.bias"), &shape[..1]));
    }
    needs
}

/// What a block adds, in words, and the factor that scales it, where there is one.
fn scaled(config: &PreNorm, block: usize, which: usize, about: &str) -> (String, Option<WeightRequest>) {
    if !config.has_layer_scale {
        return (format!("{about}."), None);
    }
    let name = config.names.part(block, config.names.scales[which]);
    let factor = config.names.request(&name, &[config.d_model]);
    (format!("{about}, times the layer's scale."), Some(factor))
}

/// What the residual stream and the patterns are; `start` is the sum of which the first resid_pre is made.
pub(crate) fn identities(config: &PreNorm, start: &[&str]) -> Vec<Identity> {
    let mut all = vec![];
    for block in 0..config.n_blocks {
        let hook = |name: &str| format!("blocks.{block}.{name}");
        let sum =
            |whole: &str, parts: [String; 2]| Identity::Sum { whole: hook(whole), parts: parts.to_vec() };
        match block.checked_sub(1) {
            Some(last) => {
                all.push(Identity::Same(hook("hook_resid_pre"), format!("blocks.{last}.hook_resid_post")));
            }
            None if start.is_empty() => {}
            None => {
                let parts = start.iter().map(|&site| site.to_owned()).collect();
                all.push(Identity::Sum { whole: hook("hook_resid_pre"), parts });
            }
        }
        all.push(Identity::RowsSumToOne(hook("attn.hook_pattern")));
        all.push(sum("hook_resid_mid", [hook("hook_resid_pre"), hook("hook_attn_out")]));
        all.push(sum("hook_resid_post", [hook("hook_resid_mid"), hook("hook_mlp_out")]));
    }
    all
}
