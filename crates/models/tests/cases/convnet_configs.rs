//! Configurations of convolutional and recurrent networks and of stacks: published ones have the published sizes, wrong
//! ones are sentences.

use inscape_models::{Error, InputKind, read_config};
use serde_json::{Value, json};

use super::tiny::CONFIGS;

fn error_of(config: &Value) -> String {
    let error =
        read_config(config.to_string().as_bytes()).map(|_| ()).expect_err("the configuration is wrong");
    error.to_string()
}

/// The tiny configuration with one field set (or, by null, taken away).
fn with(architecture: &str, field: &str, value: Value) -> Value {
    let (_, text) = CONFIGS.iter().find(|(name, _)| *name == architecture).unwrap();
    let mut config: Value = serde_json::from_str(text).unwrap();
    match value {
        Value::Null => config.as_object_mut().unwrap().remove(field),
        value => config.as_object_mut().unwrap().insert(field.to_owned(), value),
    };
    config
}

fn timm(name: &str) -> Value {
    json!({"architecture": name, "num_classes": 1000, "num_features": 512, "global_pool": "avg", "pretrained_cfg": {
        "input_size": [3, 224, 224], "mean": [0.5, 0.4, 0.3], "std": [0.2, 0.2, 0.2], "crop_pct": 0.95}})
}

fn n_parameters(config: &Value) -> usize {
    read_config(config.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{config}: {error}"))
        .n_parameters()
}

/// Counted in timm's and transformers' own models, running statistics included.
#[test]
fn published_networks_have_the_published_number_of_weights() {
    for (name, count) in [
        ("resnet18", 11_699_112),
        ("resnet34", 21_814_696),
        ("resnet26", 16_026_024),
        ("resnet50", 25_610_152),
        ("resnet101", 44_654_504),
        ("resnet152", 60_344_232),
        ("wide_resnet50_2", 68_951_464),
        ("wide_resnet101_2", 127_024_552),
        ("resnext50_32x4d", 25_097_128),
        ("resnext101_32x4d", 44_315_560),
        ("resnext101_32x8d", 88_994_216),
        ("vgg11", 132_863_336),
        ("vgg13_bn", 133_059_624),
        ("vgg16", 138_357_544),
        ("vgg19_bn", 143_689_256),
        ("mobilenetv2_035", 1_691_208),
        ("mobilenetv2_050", 1_987_224),
        ("mobilenetv2_075", 2_663_064),
        ("mobilenetv2_100", 3_538_984),
        ("mobilenetv2_140", 6_156_712),
    ] {
        assert_eq!(n_parameters(&timm(name)), count, "{name}");
    }
    let labels: Value =
        (0..1001).map(|at| (at.to_string(), json!("a class"))).collect::<serde_json::Map<_, _>>().into();
    for (multiplier, count) in [(1.0, 3_540_265), (1.4, 6_158_505), (0.35, 1_692_489)] {
        let config =
            json!({"model_type": "mobilenet_v2", "depth_multiplier": multiplier, "id2label": labels});
        assert_eq!(n_parameters(&config), count, "{multiplier}");
    }
    let config = json!({"model_type": "resnet", "depths": [3, 4, 6, 3], "num_labels": 1000});
    assert_eq!(n_parameters(&config), 25_610_152);
    let config = json!({"model_type": "vgg", "depth": 16, "num_classes": 1000});
    assert_eq!(n_parameters(&config), 138_357_544);
    assert_eq!(n_parameters(&json!({"model_type": "mobilenet_v2", "num_classes": 1000})), 3_538_984);
}

#[test]
fn timms_pixels_are_read_and_its_unknown_names_refused() {
    let plan = read_config(timm("resnet18").to_string().as_bytes()).unwrap();
    let InputKind::Image(spec) = plan.input() else { panic!("a resnet takes images") };
    assert_eq!((spec.side, spec.scale, spec.mean, spec.std), (224, 1.0 / 255.0, [0.5, 0.4, 0.3], [0.2; 3]));
    for name in ["resnet18d", "seresnet50", "vit_base_patch16_224"] {
        let error = read_config(timm(name).to_string().as_bytes()).map(|_| ()).unwrap_err();
        assert!(matches!(&error, Error::UnknownArchitecture { found, .. } if found == name), "{error}");
    }
    // A model_type of ours beside a foreign name would be a guess.
    let error = error_of(&with("resnet", "architecture", json!("resnet18d")));
    assert!(error.contains("resnet18d") && error.contains("expected one of"), "{error}");
}

#[test]
fn missing_and_absurd_fields_are_named() {
    for (architecture, field, value) in [
        ("resnet", "num_classes", Value::Null),
        ("resnet", "layers", Value::Null),
        ("resnet", "layers", json!([])),
        ("resnet", "layers", json!([2, 0])),
        ("resnet", "layers", json!("deep")),
        ("resnet", "widths", json!([8])),
        ("resnet", "block", json!("dense")),
        ("resnet", "groups", json!(4)),
        ("resnet", "image_size", json!(4)),
        ("resnet", "channel_std", json!([1, 1])),
        ("vgg", "features", json!(["M", "M"])),
        ("vgg", "features", json!([4, "A"])),
        ("vgg", "hidden_size", json!(0)),
        ("mobilenet_v2", "width_mult", json!(0)),
        ("mobilenet_v2", "inverted_residual_setting", json!([[6, 16, 1]])),
        ("mobilenet_v2", "inverted_residual_setting", json!([[6, 16, 1, 3]])),
        ("rnn_lm", "hidden_size", Value::Null),
        ("rnn_lm", "cell", json!("mlstm")),
        ("rnn_lm", "tie_word_embeddings", json!(true)),
        ("sequential", "input_shape", json!([3, 41, 40])),
        ("sequential", "input_shape", json!([784])),
        ("sequential", "layers", json!([])),
        ("sequential", "layers", json!([{"kind": "lstm"}])),
        ("sequential", "layers", json!([{"n_out": 3}])),
        ("sequential", "layers", json!([{"kind": "linear"}])),
        ("sequential", "layers", json!([{"kind": "max_pool2d", "kernel": 50}])),
        ("sequential", "layers", json!([{"kind": "flatten"}, {"kind": "max_pool2d", "kernel": 2}])),
    ] {
        let error = error_of(&with(architecture, field, value));
        assert!(error.contains(field) && error.contains(architecture), "{error}");
        assert!(error.contains("expected"), "{error}");
    }
}

#[test]
fn features_that_would_make_the_numbers_wrong_are_refused_by_name() {
    let hugging_face =
        json!({"model_type": "resnet", "depths": [1], "hidden_sizes": [8], "hidden_act": "gelu"});
    let dilated = json!({"model_type": "mobilenet_v2", "depth_multiplier": 1.0, "output_stride": 16});
    let mut deep = timm("resnet50");
    deep["model_args"] = json!({"stem_type": "deep"});
    let mut pooled = timm("resnet50");
    pooled["global_pool"] = json!("max");
    let leaky = json!([{"kind": "activation", "function": "leaky_relu", "slope": 0.2}]);
    for config in [
        hugging_face,
        dilated,
        deep,
        pooled,
        with("rnn_lm", "bidirectional", json!(true)),
        with("rnn_lm", "proj_size", json!(4)),
        with("sequential", "layers", leaky),
    ] {
        let error = error_of(&config);
        assert!(error.contains("cannot do"), "{error}");
    }
}
