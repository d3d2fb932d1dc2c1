//! Configurations from strangers: each wrong one is a sentence, none a panic.

use inscape_models::{InputKind, read_config};
use serde_json::{Value, json};

use super::tiny::CONFIGS;

fn error_of(json: &[u8]) -> String {
    read_config(json).expect_err("the configuration is wrong").to_string()
}

/// The tiny configuration with one field set (or, by null, taken away).
fn with(architecture: &str, field: &str, value: Value) -> Vec<u8> {
    let (_, text) = CONFIGS.iter().find(|(name, _)| *name == architecture).unwrap();
    let mut config: Value = serde_json::from_str(text).unwrap();
    match value {
        Value::Null => config.as_object_mut().unwrap().remove(field),
        value => config.as_object_mut().unwrap().insert(field.to_owned(), value),
    };
    serde_json::to_vec(&config).unwrap()
}

#[test]
fn files_that_are_no_configuration_are_recognised() {
    for (bytes, word) in [
        (&b"<!doctype html><html>"[..], "web page"),
        (b"\n  <html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1", "pointer"),
        (b"", "empty"),
        (b"{\"model_type\": \"bert\", \"hidden_size\": NaN}", "JSON"),
        (b"{\"model_type\": \"bert\"", "JSON"),
        (b"[1, 2]", "not an object"),
        (b"{\"hidden_size\": 3}", "model_type"),
        (b"\xff\xfe\x00", "JSON"),
    ] {
        let error = error_of(bytes);
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn an_unknown_architecture_names_the_known_ones() {
    let error = error_of(b"{\"model_type\": \"mamba\"}");
    assert!(error.contains("mamba") && error.contains("squeezenet, bert, llama"), "{error}");
}

#[test]
fn missing_and_absurd_fields_are_named() {
    for (architecture, field, value) in [
        ("bert", "hidden_size", Value::Null),
        ("bert", "num_attention_heads", json!(0)),
        ("bert", "num_attention_heads", json!(5)),
        ("bert", "num_hidden_layers", json!(200_000)),
        ("bert", "hidden_size", json!(-3)),
        ("bert", "hidden_size", json!("384")),
        ("bert", "hidden_size", json!(1e300)),
        ("bert", "vocab_size", json!(u64::MAX)),
        ("bert", "layer_norm_eps", json!(-1.0)),
        ("bert", "layer_norm_eps", json!(0)),
        ("llama", "num_key_value_heads", json!(3)),
        ("llama", "head_dim", json!(7)),
        ("llama", "rope_theta", json!(0)),
        ("llama", "rope_theta", json!([1])),
        ("llama", "rope_scaling", json!({"rope_type": "llama3", "factor": 8.0})),
        ("llama", "tie_word_embeddings", json!("yes")),
        ("llama", "intermediate_size", json!(2.5)),
        ("mistral", "num_key_value_heads", Value::Null),
        ("qwen3", "head_dim", Value::Null),
        ("roberta", "max_position_embeddings", json!(2)),
        ("roberta", "pad_token_id", json!("<pad>")),
        ("distilbert", "dim", json!(13)),
        ("gpt2", "n_embd", Value::Null),
        ("gpt2", "n_head", json!(5)),
        ("gpt2", "n_inner", json!(-1)),
        ("gpt2", "n_positions", json!(0)),
        ("gpt2", "scale_attn_weights", json!("no")),
        ("gpt_neox", "num_attention_heads", json!(3)),
        ("gpt_neox", "rotary_pct", json!(25)),
        ("gpt_neox", "rotary_pct", json!(0.3)),
        ("gpt_neox", "rotary_emb_base", json!(0)),
        ("gpt_neox", "use_parallel_residual", json!(1)),
        ("squeezenet", "num_classes", Value::Null),
        ("squeezenet", "image_size", json!(8)),
        ("squeezenet", "image_size", json!(1_000_000)),
        ("squeezenet", "channel_order", json!("grb")),
        ("squeezenet", "channel_mean", json!([1, 2])),
        ("squeezenet", "channel_mean", json!(["a", 2, 3])),
        ("squeezenet", "channel_std", json!([1, 0, 1])),
        ("squeezenet", "channel_mean", json!([1e300, 0, 1])),
    ] {
        let error = error_of(&with(architecture, field, value));
        assert!(error.contains(field) && error.contains(architecture), "{error}");
        assert!(error.contains("expected"), "{error}");
    }
}

#[test]
fn features_that_would_make_the_numbers_wrong_are_refused_by_name() {
    for (architecture, field, value) in [
        ("llama", "rope_scaling", json!({"rope_type": "dynamic", "factor": 8.0})),
        ("llama", "rope_scaling", json!({"factor": 2.0})),
        ("llama", "rope_scaling", json!("linear")),
        ("llama", "rope_parameters", json!({"rope_type": "yarn", "rope_theta": 1e4})),
        ("llama", "sliding_window", json!(4096)),
        ("mistral", "sliding_window", json!(4096)),
        ("mistral", "attention_bias", json!(true)),
        ("qwen2", "use_sliding_window", json!(true)),
        ("qwen2", "mlp_bias", json!(true)),
        ("qwen2", "use_mrope", json!(true)),
        ("qwen3", "layer_types", json!(["full_attention", "sliding_attention", "full_attention"])),
        ("qwen3", "rope_scaling", json!({"rope_type": "yarn", "factor": 4.0})),
        ("llama", "hidden_act", json!("gelu")),
        ("llama", "partial_rotary_factor", json!(0.5)),
        ("llama", "quantization_config", json!({"bits": 4})),
        ("bert", "hidden_act", json!("gelu_new")),
        ("bert", "position_embedding_type", json!("relative_key")),
        ("bert", "is_decoder", json!(true)),
        ("roberta", "hidden_act", json!("relu")),
        ("xlm-roberta", "add_cross_attention", json!(true)),
        ("distilbert", "activation", json!("relu")),
        ("gpt2", "scale_attn_by_inverse_layer_idx", json!(true)),
        ("gpt2", "reorder_and_upcast_attn", json!(true)),
        ("gpt2", "add_cross_attention", json!(true)),
        ("gpt2", "activation_function", json!("quick_gelu")),
        ("gpt_neox", "hidden_act", json!("mish")),
        ("gpt_neox", "head_dim", json!(4)),
        ("gpt_neox", "rope_scaling", json!({"type": "dynamic", "factor": 2.0})),
        ("gpt_neox", "rope_parameters", json!({"rope_type": "linear", "factor": 2.0})),
        ("gpt_neox", "quantization_config", json!({"bits": 8})),
        ("squeezenet", "version", json!("1_0")),
    ] {
        let error = error_of(&with(architecture, field, value));
        assert!(error.contains("cannot do"), "{error}");
    }
}

#[test]
fn harmless_spellings_are_taken() {
    for (architecture, field, value) in [
        ("llama", "rope_scaling", json!({"rope_type": "default"})),
        ("llama", "rope_scaling", json!({"type": "linear", "factor": 2.0})),
        ("llama", "rope_parameters", json!({"rope_type": "default", "rope_theta": 5e5})),
        ("llama", "sliding_window", Value::Null),
        ("llama", "attention_bias", json!(false)),
        ("llama", "head_dim", json!(6)),
        ("llama", "torch_dtype", json!("bfloat16")),
        ("qwen2", "max_window_layers", json!(1)),
        ("qwen2", "layer_types", json!(["full_attention", "full_attention", "full_attention"])),
        ("distilbert", "sinusoidal_pos_embds", json!(true)),
        ("gpt2", "n_positions", Value::Null),
        ("gpt2", "n_inner", Value::Null),
        ("gpt2", "activation_function", json!("gelu_pytorch_tanh")),
        ("gpt2", "add_cross_attention", json!(false)),
        ("gpt_neox", "rope_parameters", json!({"rope_type": "default", "partial_rotary_factor": 0.5})),
        ("gpt_neox", "partial_rotary_factor", json!(0.5)),
        ("gpt_neox", "rope_scaling", Value::Null),
        ("gpt_neox", "head_dim", json!(8)),
    ] {
        read_config(&with(architecture, field, value)).unwrap();
    }
    let mut with_mark = b"\xef\xbb\xbf".to_vec();
    with_mark.extend(with("bert", "type_vocab_size", Value::Null));
    read_config(&with_mark).unwrap();
}

#[test]
fn the_image_spec_is_what_the_configuration_says() {
    let plan = read_config(&with("squeezenet", "channel_mean", json!([103.939, 116.779, 123.68]))).unwrap();
    let InputKind::Image(spec) = plan.input() else { panic!("a squeezenet takes images") };
    assert_eq!((spec.side, spec.scale, spec.mean[0], spec.std), (41, 1.0, 103.939, [1.0; 3]));
}

#[test]
fn an_encoder_has_logits_where_its_architectures_name_a_masked_language_model() {
    for (architecture, class, expected) in [
        ("bert", "BertForMaskedLM", true),
        ("bert", "BertForPreTraining", true),
        ("bert", "BertModel", false),
        ("roberta", "RobertaForSequenceClassification", false),
        ("xlm-roberta", "XLMRobertaForMaskedLM", true),
        ("distilbert", "DistilBertForMaskedLM", true),
    ] {
        let plan = read_config(&with(architecture, "architectures", json!([class]))).unwrap();
        assert_eq!(plan.sites().iter().any(|site| site.name == "logits"), expected, "{class}");
    }
}

#[test]
fn biases_are_needed_where_the_configuration_or_the_architecture_has_them() {
    let biases = |config: Vec<u8>| {
        let plan = read_config(&config).unwrap();
        let needs = plan.weights_for(&["blocks.0.hook_resid_post"]).unwrap();
        let names = needs.iter().filter_map(|request| request.name.strip_suffix("_proj.bias"));
        names.map(|name| name.rsplit_once('.').unwrap().1.to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(biases(with("llama", "head_dim", Value::Null)), "");
    assert_eq!(biases(with("llama", "attention_bias", json!(true))), "q k v o");
    assert_eq!(biases(with("llama", "mlp_bias", json!(true))), "gate up down");
    assert_eq!(biases(with("qwen2", "head_dim", Value::Null)), "q k v");
    assert_eq!(biases(with("qwen3", "attention_bias", json!(true))), "q k v o");
}
