//! Folders of transformers, with the names that Hugging Face's library gives their weights.

use data::Scale;
use nn::{NormKind, TransformerSpec, VisionSpec};
use serde_json::{Value, json};

use super::spelling::Spelling;
use super::{ModelFolder, NamedTensor};

const GPT2: Spelling = Spelling {
    outside: &[
        ("embed", "transformer.wte"),
        ("pos_embed", "transformer.wpe"),
        ("ln_final", "transformer.ln_f"),
        ("unembed", "lm_head"),
    ],
    blocks: "transformer.h",
    inside: &[
        ("ln1", "ln_1"),
        ("attn.qkv", "attn.c_attn"),
        ("attn.out", "attn.c_proj"),
        ("ln2", "ln_2"),
        ("mlp.in", "mlp.c_fc"),
        ("mlp.out", "mlp.c_proj"),
    ],
};

const LLAMA: Spelling = Spelling {
    outside: &[("embed", "model.embed_tokens"), ("ln_final", "model.norm"), ("unembed", "lm_head")],
    blocks: "model.layers",
    inside: &[
        ("ln1", "input_layernorm"),
        ("attn.q", "self_attn.q_proj"),
        ("attn.k", "self_attn.k_proj"),
        ("attn.v", "self_attn.v_proj"),
        ("attn.out", "self_attn.o_proj"),
        ("ln2", "post_attention_layernorm"),
        ("mlp.in", "mlp.gate_proj"),
        ("mlp.up", "mlp.up_proj"),
        ("mlp.out", "mlp.down_proj"),
    ],
};

const VIT: Spelling = Spelling {
    outside: &[
        ("patches", "vit.embeddings.patch_embeddings.projection"),
        ("class", "vit.embeddings.cls_token"),
        ("positions", "vit.embeddings.position_embeddings"),
        ("ln_final", "vit.layernorm"),
        ("head", "classifier"),
    ],
    blocks: "vit.encoder.layer",
    inside: &[
        ("ln1", "layernorm_before"),
        ("attn.q", "attention.attention.query"),
        ("attn.k", "attention.attention.key"),
        ("attn.v", "attention.attention.value"),
        ("attn.out", "attention.output.dense"),
        ("ln2", "layernorm_after"),
        ("mlp.in", "intermediate.dense"),
        ("mlp.out", "output.dense"),
    ],
};

/// A decoder: a Llama where it normalises by the root mean square, else a GPT-2.
pub(in crate::train) fn decoder_folder(
    spec: &TransformerSpec,
    tokenizer: Value,
    tensors: Vec<NamedTensor>,
) -> ModelFolder {
    let (config, tensors) = match spec.norm {
        NormKind::Rms => (llama_config(spec), LLAMA.rename(tensors)),
        NormKind::Layer | NormKind::None => {
            let joined = join_queries_keys_values(tensors, spec.n_layers);
            let is_matrix = |name: &str| name.starts_with("blocks.") && name.ends_with(".weight");
            let turned = joined.into_iter().map(|tensor| match tensor.1[..] {
                [rows, columns] if is_matrix(&tensor.0) => transpose(tensor, rows, columns),
                _ => tensor,
            });
            (gpt2_config(spec), GPT2.rename(turned.collect()))
        }
    };
    ModelFolder { config, tokenizer: Some(tokenizer), tensors }
}

fn gpt2_config(spec: &TransformerSpec) -> Value {
    json!({
        "architectures": ["GPT2LMHeadModel"],
        "model_type": "gpt2",
        "vocab_size": spec.vocab,
        "n_positions": spec.n_pos,
        "n_embd": spec.d_model,
        "n_layer": spec.n_layers,
        "n_head": spec.n_heads,
        "n_inner": spec.d_mlp,
        "activation_function": "gelu_new",
        "layer_norm_epsilon": 1e-5,
        "tie_word_embeddings": spec.is_tied,
        "bos_token_id": null,
        "eos_token_id": null
    })
}

fn llama_config(spec: &TransformerSpec) -> Value {
    let theta = match spec.positions {
        nn::Positions::Rotary { theta } => theta,
        // Rotary positions that do not turn.
        _ => 1e12,
    };
    json!({
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": spec.vocab,
        "max_position_embeddings": spec.n_pos,
        "hidden_size": spec.d_model,
        "intermediate_size": spec.d_mlp,
        "num_hidden_layers": spec.n_layers,
        "num_attention_heads": spec.n_heads,
        "num_key_value_heads": spec.n_heads,
        "hidden_act": "silu",
        "rms_norm_eps": 1e-6,
        "rope_theta": theta,
        "attention_bias": spec.has_bias,
        "mlp_bias": spec.has_bias,
        "tie_word_embeddings": spec.is_tied,
        "bos_token_id": null,
        "eos_token_id": null
    })
}

/// A vision transformer for grey images: what it makes of one channel is spread over three equal ones, so that it takes
/// the pictures that every vision transformer takes.
pub(in crate::train) fn vision_folder(
    spec: &VisionSpec,
    scale: &Scale,
    class_names: &[String],
    tensors: Vec<NamedTensor>,
) -> ModelFolder {
    let mut tensors = tensors;
    for (name, shape, data) in &mut tensors {
        match name.as_str() {
            "patches.weight" => {
                let third: Vec<f32> = data.iter().map(|value| value / 3.0).collect();
                let area = spec.patch * spec.patch;
                *data = third.chunks_exact(area).flat_map(|patch| [patch; 3].concat()).collect();
                shape[1] = 3;
            }
            "positions" => shape.insert(0, 1),
            _ => {}
        }
    }
    let labels: serde_json::Map<String, Value> =
        class_names.iter().enumerate().map(|(id, name)| (id.to_string(), name.as_str().into())).collect();
    let config = json!({
        "architectures": ["ViTForImageClassification"],
        "model_type": "vit",
        "image_size": spec.side,
        "patch_size": spec.patch,
        "num_channels": 3,
        "hidden_size": spec.d_model,
        "intermediate_size": 4 * spec.d_model,
        "num_hidden_layers": spec.n_layers,
        "num_attention_heads": spec.n_heads,
        "hidden_act": "gelu",
        "layer_norm_eps": 1e-5,
        "qkv_bias": true,
        "id2label": labels,
        "channel_mean": vec![scale.mean(); 3],
        "channel_std": vec![scale.deviation(); 3]
    });
    ModelFolder { config, tokenizer: None, tensors: VIT.rename(tensors) }
}

/// GPT-2 keeps queries, keys and values side by side: `attn.qkv`, here still one row an output.
fn join_queries_keys_values(tensors: Vec<NamedTensor>, n_layers: usize) -> Vec<NamedTensor> {
    let is_part = |name: &str| ["attn.q.", "attn.k.", "attn.v."].iter().any(|part| name.contains(part));
    let (parts, mut others): (Vec<_>, Vec<_>) = tensors.into_iter().partition(|(name, ..)| is_part(name));
    for block in 0..n_layers {
        for part in ["weight", "bias"] {
            let of = |letter| {
                let name = format!("blocks.{block}.attn.{letter}.{part}");
                parts.iter().find(move |(other, ..)| *other == name)
            };
            let found: Vec<&NamedTensor> = ["q", "k", "v"].into_iter().filter_map(of).collect();
            if let Some((_, shape, _)) = found.first() {
                let mut shape = shape.clone();
                shape[0] *= found.len();
                let data = found.iter().flat_map(|(.., data)| data.iter().copied()).collect();
                others.push((format!("blocks.{block}.attn.qkv.{part}"), shape, data));
            }
        }
    }
    others
}

fn transpose((name, _, data): NamedTensor, rows: usize, columns: usize) -> NamedTensor {
    let turned = (0..columns).flat_map(|column| (0..rows).map(move |row| row * columns + column));
    (name, vec![columns, rows], turned.map(|at| data[at]).collect())
}
