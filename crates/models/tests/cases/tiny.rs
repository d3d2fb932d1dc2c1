//! A tiny model of each architecture, and an input for it.

use inscape_models::{Input, InputKind, Plan, architectures, read_config};
use tensor::{Device, Tensor};

use super::random::uniform;

/// Tiny configurations; the tests below fail when a listed architecture has none.
pub const CONFIGS: &[(&str, &str)] = &[
    ("squeezenet", r#"{"model_type": "squeezenet", "num_classes": 5, "image_size": 41}"#),
    (
        "bert",
        r#"{"model_type": "bert", "vocab_size": 11, "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3,
            "intermediate_size": 20, "max_position_embeddings": 9, "hidden_act": "gelu"}"#,
    ),
    (
        "llama",
        r#"{"model_type": "llama", "vocab_size": 13, "hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 4,
            "num_key_value_heads": 2, "intermediate_size": 10, "max_position_embeddings": 9, "hidden_act": "silu"}"#,
    ),
    (
        "mistral",
        r#"{"model_type": "mistral", "vocab_size": 13, "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 2,
            "num_key_value_heads": 1, "intermediate_size": 10, "max_position_embeddings": 9, "sliding_window": null}"#,
    ),
    (
        "qwen2",
        r#"{"model_type": "qwen2", "vocab_size": 13, "hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 4,
            "num_key_value_heads": 2, "intermediate_size": 10, "max_position_embeddings": 9, "tie_word_embeddings": true,
            "sliding_window": 4, "use_sliding_window": false, "max_window_layers": 3}"#,
    ),
    (
        "qwen3",
        r#"{"model_type": "qwen3", "vocab_size": 13, "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 4,
            "num_key_value_heads": 2, "head_dim": 6, "intermediate_size": 10, "max_position_embeddings": 9}"#,
    ),
    (
        "roberta",
        r#"{"model_type": "roberta", "architectures": ["RobertaForMaskedLM"], "vocab_size": 11, "hidden_size": 12,
            "num_hidden_layers": 3, "num_attention_heads": 3, "intermediate_size": 20, "max_position_embeddings": 11,
            "type_vocab_size": 1, "pad_token_id": 1, "layer_norm_eps": 1e-5}"#,
    ),
    (
        "xlm-roberta",
        r#"{"model_type": "xlm-roberta", "architectures": ["XLMRobertaModel"], "vocab_size": 11, "hidden_size": 12,
            "num_hidden_layers": 3, "num_attention_heads": 2, "intermediate_size": 8, "max_position_embeddings": 11,
            "type_vocab_size": 1}"#,
    ),
    (
        "distilbert",
        r#"{"model_type": "distilbert", "architectures": ["DistilBertForMaskedLM"], "vocab_size": 11, "dim": 12,
            "n_layers": 3, "n_heads": 3, "hidden_dim": 20, "max_position_embeddings": 9, "tie_word_embeddings": false,
            "activation": "gelu"}"#,
    ),
    (
        "gpt2",
        r#"{"model_type": "gpt2", "vocab_size": 13, "n_embd": 12, "n_layer": 3, "n_head": 3, "n_inner": 20,
            "n_positions": 9, "n_ctx": 9, "activation_function": "gelu_new"}"#,
    ),
    (
        "gpt_neox",
        r#"{"model_type": "gpt_neox", "vocab_size": 13, "hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 2,
            "intermediate_size": 20, "max_position_embeddings": 9, "hidden_act": "gelu", "rotary_pct": 0.5}"#,
    ),
    (
        "vit",
        r#"{"model_type": "vit", "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3, "intermediate_size": 20,
            "image_size": 41, "patch_size": 13, "num_labels": 5}"#,
    ),
    (
        "deit",
        r#"{"model_type": "deit", "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3, "intermediate_size": 20,
            "image_size": 41, "patch_size": 13, "num_labels": 5}"#,
    ),
    (
        "dinov2",
        r#"{"model_type": "dinov2", "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3, "mlp_ratio": 2,
            "image_size": 60, "crop_size": 41, "patch_size": 13, "use_swiglu_ffn": true}"#,
    ),
    (
        "dinov2_with_registers",
        r#"{"model_type": "dinov2_with_registers", "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3,
            "mlp_ratio": 2, "image_size": 41, "patch_size": 13, "num_register_tokens": 2, "num_labels": 5}"#,
    ),
    (
        "clip",
        r#"{"model_type": "clip", "projection_dim": 6, "vision_config": {"hidden_size": 12, "num_hidden_layers": 3,
            "num_attention_heads": 3, "intermediate_size": 20, "image_size": 41, "patch_size": 13}}"#,
    ),
    (
        "clip_vision_model",
        r#"{"model_type": "clip_vision_model", "hidden_size": 12, "num_hidden_layers": 3, "num_attention_heads": 3,
            "intermediate_size": 20, "image_size": 41, "patch_size": 13, "architectures": ["CLIPVisionModel"]}"#,
    ),
    (
        "clip_text_model",
        r#"{"model_type": "clip_text_model", "vocab_size": 13, "hidden_size": 12, "num_hidden_layers": 3,
            "num_attention_heads": 3, "intermediate_size": 20, "max_position_embeddings": 9, "eos_token_id": 9,
            "projection_dim": 6}"#,
    ),
    (
        "resnet",
        r#"{"model_type": "resnet", "block": "basic", "layers": [2, 1], "widths": [6, 8], "stem_width": 6, "num_classes": 5,
            "image_size": 41}"#,
    ),
    (
        "vgg",
        r#"{"model_type": "vgg", "features": [4, "M", 6, "M", 6], "batch_norm": true, "hidden_size": 12, "num_classes": 5,
            "image_size": 28}"#,
    ),
    (
        "mobilenet_v2",
        r#"{"model_type": "mobilenet_v2", "width_mult": 0.25, "num_classes": 5, "image_size": 41,
            "inverted_residual_setting": [[1, 16, 1, 1], [6, 24, 2, 2]]}"#,
    ),
    (
        "rnn_lm",
        r#"{"model_type": "rnn_lm", "cell": "lstm", "vocab_size": 13, "embedding_size": 8, "hidden_size": 10, "num_layers": 3,
            "max_position_embeddings": 9}"#,
    ),
    (
        "sequential",
        r#"{"model_type": "sequential", "input_shape": [3, 41, 41], "layers": [
            {"kind": "conv2d", "n_out": 4, "kernel": 3, "stride": 2, "padding": 1},
            {"kind": "activation", "function": "relu"}, {"kind": "max_pool2d", "kernel": 3}, {"kind": "flatten"},
            {"kind": "layer_norm"}, {"kind": "dropout", "rate": 0.5}, {"kind": "linear", "n_out": 5}]}"#,
    ),
    (
        "keras",
        r#"{"model_type": "keras", "image_size": 19, "layers": [{"type": "InputLayer", "name": "input_1"},
            {"type": "Conv2D", "name": "conv", "filters": 4, "kernel_size": [3, 3], "strides": [2, 2], "padding": "same"},
            {"type": "BatchNormalization", "name": "norm"}, {"type": "LeakyReLU", "name": "leaky", "alpha": 0.1},
            {"type": "MaxPooling2D", "name": "pool"}, {"type": "Conv2D", "name": "classes", "filters": 5, "kernel_size": [1, 1]},
            {"type": "GlobalAveragePooling2D", "name": "mean"}]}"#,
    ),
];

/// Positions of the tiny text.
pub const N_POS: usize = 5;
/// Images in the tiny batch.
pub const BATCH: usize = 2;

/// Every architecture's tiny plan.
pub fn plans() -> Vec<Box<dyn Plan>> {
    let config = |name: &str| CONFIGS.iter().find(|(known, _)| *known == name);
    architectures()
        .iter()
        .map(|architecture| {
            let (_, json) =
                config(architecture.model_type).expect("each architecture has a tiny configuration");
            read_config(json.as_bytes()).unwrap()
        })
        .collect()
}

/// A seeded input that fits the plan: a short text or two noise images.
pub fn input(plan: &dyn Plan, device: &Device) -> Input {
    match plan.input() {
        InputKind::Text => Input::Tokens((0..N_POS as u32).map(|i| (i * 7 + 3) % 11).collect()),
        InputKind::Image(spec) => {
            let shape = [BATCH, 3, spec.side, spec.side];
            let data = uniform(99, shape.iter().product());
            Input::Images(Tensor::from_vec(data, &shape, device).unwrap())
        }
    }
}
