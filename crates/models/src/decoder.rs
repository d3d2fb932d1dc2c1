//! What decoders (language models that read from left to right) share.

use tensor::{AttentionOptions, Tensor};

use crate::hooks::Stop;
use crate::{Hooks, Identity};

/// Causal attention of a block through its sites `hook_pattern` and `hook_z`: q `[head, pos, d_head]`, k and v
/// `[kv_head, pos, d_head]` → the heads' mixed values side by side, `[pos, head · d_head]`. Where the hooks bring a cache,
/// the queries see its keys too.
pub(crate) fn attend(
    block: usize,
    [q, k, v]: [&Tensor; 3],
    scale: Option<f32>,
    hooks: &mut Hooks,
) -> Result<Tensor, Stop> {
    let site = |hook: &str| format!("blocks.{block}.attn.{hook}");
    let [n_heads, n_pos, d_head] = [q.shape()[0], q.shape()[1], q.shape()[2]];
    let options = AttentionOptions { is_causal: true, scale, ..AttentionOptions::default() };
    let n_keys = hooks.n_before() + n_pos;
    let [pattern, v] = match hooks.cache_mut() {
        None => [q.attention_pattern(k, &options)?, v.clone()],
        Some(cache) => cache.attend(block, q, [k, v], &options)?,
    };
    let name = site("hook_pattern");
    let n_empty = pattern.shape()[2] - n_keys;
    let pattern = if n_empty == 0 {
        hooks.reach(&name, pattern)?
    } else if hooks.names(&name) {
        // The site shows the keys that there are, and not the room for more.
        hooks.reach(&name, pattern.slice(2, 0, n_keys)?)?.pad(2, 0, n_empty)?
    } else {
        pattern
    };
    let z = hooks.reach(&site("hook_z"), pattern.attention_z(&v)?.permute(&[1, 0, 2])?)?;
    Ok(z.reshape(&[n_pos, n_heads * d_head])?)
}

/// The embedding, at most twelve blocks, evenly spread and always the last one, so that a deep model stays
/// readable, and the logits.
pub(crate) fn default_sites(n_blocks: usize) -> Vec<String> {
    let n_shown = n_blocks.min(12);
    let blocks = (1..=n_shown).map(|i| format!("blocks.{}.hook_resid_post", i * n_blocks / n_shown - 1));
    ["hook_embed".to_owned()].into_iter().chain(blocks).chain(["logits".to_owned()]).collect()
}

/// What the residual stream and the patterns are. `embedded` are the sites whose sum enters the first block. In
/// parallel blocks attention and MLP add to the stream together, so that there is no resid_mid.
pub(crate) fn identities(n_blocks: usize, embedded: &[&str], is_parallel: bool) -> Vec<Identity> {
    let mut all = vec![];
    for block in 0..n_blocks {
        let hook = |name: &str| format!("blocks.{block}.{name}");
        let mut sum = |whole: &str, parts: &[&str]| {
            all.push(Identity::Sum {
                whole: hook(whole),
                parts: parts.iter().map(|part| hook(part)).collect(),
            });
        };
        if is_parallel {
            sum("hook_resid_post", &["hook_resid_pre", "hook_attn_out", "hook_mlp_out"]);
        } else {
            sum("hook_resid_mid", &["hook_resid_pre", "hook_attn_out"]);
            sum("hook_resid_post", &["hook_resid_mid", "hook_mlp_out"]);
        }
        all.push(Identity::RowsSumToOne(hook("attn.hook_pattern")));
        all.push(match (block.checked_sub(1), embedded) {
            (Some(last), _) => {
                Identity::Same(hook("hook_resid_pre"), format!("blocks.{last}.hook_resid_post"))
            }
            (None, [embedding]) => Identity::Same(hook("hook_resid_pre"), (*embedding).to_owned()),
            (None, parts) => Identity::Sum {
                whole: hook("hook_resid_pre"),
                parts: parts.iter().map(|part| (*part).to_owned()).collect(),
            },
        });
    }
    all
}
