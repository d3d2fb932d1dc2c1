//! llama.cpp's names of tensors as those of Hugging Face. Source: `gguf-py/gguf/tensor_mapping.py`.

use tensor::gguf::Header;

const TOP: [(&str, &str); 3] =
    [("token_embd", "model.embed_tokens"), ("output_norm", "model.norm"), ("output", "lm_head")];
const BLOCK: [(&str, &str); 9] = [
    ("attn_norm", "input_layernorm"),
    ("ffn_norm", "post_attention_layernorm"),
    ("attn_q", "self_attn.q_proj"),
    ("attn_k", "self_attn.k_proj"),
    ("attn_v", "self_attn.v_proj"),
    ("attn_output", "self_attn.o_proj"),
    ("ffn_gate", "mlp.gate_proj"),
    ("ffn_up", "mlp.up_proj"),
    ("ffn_down", "mlp.down_proj"),
];

/// The name that Hugging Face gives to a tensor, and, of queries and keys whose rows lie otherwise, the row of the file
/// for each row. `None` for a tensor that models do not use.
pub(crate) fn renamed(header: &Header, name: &str, n_rows: usize) -> Option<(String, Option<Vec<u32>>)> {
    let (stem, part) = name.rsplit_once('.')?;
    let find = |table: &[(&str, &'static str)], stem: &str| {
        table.iter().find(|(theirs, _)| *theirs == stem).map(|&(_, ours)| ours)
    };
    let Some(rest) = stem.strip_prefix("blk.") else {
        return Some((format!("{}.{part}", find(&TOP, stem)?), None));
    };
    let (block, stem) = rest.split_once('.')?;
    let block: usize = block.parse().ok()?;
    let heads = match stem {
        "attn_q" => header.metadata.count("llama.attention.head_count"),
        "attn_k" => header.metadata.count("llama.attention.head_count_kv"),
        _ => None,
    };
    let is_turned = header.metadata.text("general.architecture") == Some("llama");
    let order = heads.filter(|_| is_turned).and_then(|n_heads| halves(n_rows, n_heads as usize));
    Some((format!("model.layers.{block}.{}.{part}", find(&BLOCK, stem)?), order))
}

/// llama.cpp turns neighbouring rows of a head into each other, Hugging Face rows half a head apart: the row of the file
/// for each row.
fn halves(n_rows: usize, n_heads: usize) -> Option<Vec<u32>> {
    let d_head =
        n_rows.checked_div(n_heads).filter(|d_head| d_head * n_heads == n_rows && d_head % 2 == 0)?;
    let row = |row: usize| {
        let (head, within) = (row / d_head, row % d_head);
        let (half, pair) = (within / (d_head / 2), within % (d_head / 2));
        (head * d_head + 2 * pair + half) as u32
    };
    Some((0..n_rows).map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn pairs_come_half_a_head_apart() {
        assert_eq!(halves(8, 2).unwrap(), [0, 2, 1, 3, 4, 6, 5, 7]);
        assert_eq!(halves(7, 2), None);
        assert_eq!(halves(4, 0), None);
    }
}
