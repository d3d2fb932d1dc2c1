//! The estimate of a forward pass's products against what is known of the architectures.

use inscape_models::{Plan, read_config};

fn of(json: &str, n_pos: usize) -> u64 {
    let plan = read_config(json.as_bytes()).unwrap();
    let last = plan.sites().last().unwrap().name.clone();
    plan.multiply_adds(&[&last], n_pos).unwrap()
}

fn assert_near(found: u64, known: f64) {
    assert!((found as f64 / known - 1.0).abs() < 0.03, "{found} against {known}");
}

/// `_ops` of torchvision 0.27's weights: multiply-adds in units of 10⁹.
#[test]
fn image_models_multiply_as_often_as_torchvision_counts() {
    assert_near(of(r#"{"model_type": "squeezenet", "num_classes": 1000, "image_size": 224}"#, 1), 0.349e9);
    let vit = r#"{"model_type": "vit", "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12,
        "intermediate_size": 3072, "image_size": 224, "patch_size": 16, "num_labels": 1000}"#;
    assert_near(of(vit, 1), 17.564e9);
    let vgg = r#"{"model_type": "vgg", "features": [64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M",
        512, 512, 512, "M"], "batch_norm": false, "hidden_size": 4096, "num_classes": 1000, "image_size": 224}"#;
    assert_near(of(vgg, 1), 15.47e9);
}

const SMOLLM2: &str = r#"{"model_type": "llama", "vocab_size": 49152, "hidden_size": 576, "num_hidden_layers": 30,
    "num_attention_heads": 9, "num_key_value_heads": 3, "intermediate_size": 1536, "max_position_embeddings": 8192,
    "tie_word_embeddings": true}"#;

#[test]
fn a_token_of_a_language_model_meets_every_matrix_once_and_attention_grows_with_the_square() {
    // All parameters of SmolLM2 but its norms are multiplied, for the embedding serves as the unembedding.
    let matrices = 134_515_008 - 61 * 576;
    let attention = |n: u64| 2 * 30 * 9 * n * n * 64;
    for n in [1, 10, 100] {
        assert_eq!(of(SMOLLM2, n as usize), n * matrices + attention(n));
    }
    let plan: Box<dyn Plan> = read_config(SMOLLM2.as_bytes()).unwrap();
    assert_eq!(plan.multiply_adds(&["hook_embed"], 10).unwrap(), 0, "a lookup");
    assert_eq!(plan.multiply_adds(&[], 10).unwrap(), 0);
    assert!(plan.multiply_adds(&["nowhere"], 10).is_err());
}
