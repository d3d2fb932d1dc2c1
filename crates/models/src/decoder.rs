//! What decoders (language models that read from left to right) share.

use crate::Identity;

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
