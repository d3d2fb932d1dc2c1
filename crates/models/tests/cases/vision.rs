//! What vision transformers and CLIP read from their configurations.

use inscape_models::{Axis, ChannelOrder, Hooks, Input, InputKind, Plan, read_config};
use serde_json::{Value, json};
use tensor::Device;

use super::random::all_weights;
use super::tiny::CONFIGS;

/// The tiny configuration of an architecture with some fields set.
fn with(architecture: &str, changes: Value) -> inscape_models::Result<Box<dyn Plan>> {
    let (_, text) = CONFIGS.iter().find(|(name, _)| *name == architecture).unwrap();
    let mut config: Value = serde_json::from_str(text).unwrap();
    config.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    read_config(&serde_json::to_vec(&config).unwrap())
}

fn last_site(plan: &dyn Plan) -> &str {
    &plan.sites().last().unwrap().name
}

fn image(plan: &dyn Plan) -> inscape_models::ImageSpec {
    match plan.input() {
        InputKind::Image(spec) => spec,
        InputKind::Text => panic!("takes text"),
    }
}

#[test]
fn features_that_these_models_lack_are_refused_by_name() {
    for (architecture, field, value) in [
        ("vit", "hidden_act", json!("relu")),
        ("vit", "num_channels", json!(1)),
        ("deit", "quantization_config", json!({"bits": 4})),
        ("dinov2", "hidden_act", json!("gelu_new")),
        ("clip", "quantization_config", json!({"bits": 4})),
    ] {
        let error = with(architecture, json!({field: value})).unwrap_err().to_string();
        assert!(error.contains("cannot do") && error.contains(field), "{error}");
    }
}

#[test]
fn missing_and_absurd_fields_are_named() {
    for (architecture, field, value) in [
        ("vit", "hidden_size", Value::Null),
        ("vit", "num_attention_heads", json!(5)),
        ("vit", "patch_size", json!(42)),
        ("vit", "image_size", json!([224, 224])),
        ("vit", "channel_std", json!([0, 1, 1])),
        ("dinov2", "patch_size", Value::Null),
        ("dinov2", "crop_size", json!(12)),
        ("dinov2_with_registers", "num_register_tokens", json!(-1)),
        ("clip", "tower", json!("both")),
        ("clip", "vision_config", Value::Null),
        ("clip_text_model", "hidden_act", json!("relu")),
    ] {
        let error = with(architecture, json!({field: value})).unwrap_err().to_string();
        assert!(error.contains(field) && error.contains("expected"), "{error}");
    }
}

#[test]
fn the_head_is_the_one_that_the_checkpoint_was_saved_with() {
    let one_head = json!({"architectures": ["DeiTForImageClassification"]});
    let none = json!({"architectures": ["ViTModel"]});
    assert_eq!(last_site(&*with("vit", none).unwrap()), "pooled");
    assert_eq!(last_site(&*with("vit", json!({})).unwrap()), "logits");
    let names = |plan: Box<dyn Plan>| plan.sites().iter().map(|site| site.name.clone()).collect::<Vec<_>>();
    assert!(names(with("deit", json!({})).unwrap()).contains(&"distillation_logits".to_owned()));
    assert!(!names(with("deit", one_head).unwrap()).contains(&"distillation_logits".to_owned()));
    // Transformers leaves two labels out of the file.
    let two = json!({"num_labels": null, "architectures": ["ViTForImageClassification"]});
    let plan = with("vit", two).unwrap();
    assert_eq!(plan.sites().last().unwrap().axes, [Axis::Unit { name: "class", size: 2 }]);
    let projected = json!({"architectures": ["CLIPVisionModelWithProjection"]});
    assert_eq!(last_site(&*with("clip_vision_model", projected).unwrap()), "embeds");
}

#[test]
fn a_clip_configuration_gives_the_tower_that_it_names() {
    assert!(matches!(with("clip", json!({})).unwrap().input(), InputKind::Image(_)));
    let text = json!({"tower": "text", "text_config": {"vocab_size": 13}});
    let plan = with("clip", text).unwrap();
    assert_eq!((plan.input(), plan.max_positions()), (InputKind::Text, Some(77)));
    assert_eq!(last_site(&*plan), "embeds");
    // Old files repeat the fields, and the repetition counts.
    let repeated =
        json!({"vision_config_dict": {"hidden_size": 8, "num_attention_heads": 2, "image_size": 32}});
    assert_eq!(image(&*with("clip", repeated).unwrap()).side, 32);
}

#[test]
fn pixels_are_prepared_as_each_family_publishes_and_as_the_configuration_changes() {
    let spec = image(&*with("vit", json!({})).unwrap());
    assert_eq!((spec.side, spec.mean, spec.std, spec.order), (41, [0.5; 3], [0.5; 3], ChannelOrder::Rgb));
    assert_eq!(image(&*with("deit", json!({})).unwrap()).mean, [0.485, 0.456, 0.406]);
    let changed = json!({"channel_mean": [0, 0, 0], "channel_order": "bgr", "channel_scale": 1});
    let spec = image(&*with("clip", changed).unwrap());
    assert_eq!((spec.mean, spec.order, spec.scale), ([0.0; 3], ChannelOrder::Bgr, 1.0));
    // DINOv2 was trained at 518 pixels and is used at 224.
    let published = json!({"crop_size": null, "image_size": 518, "patch_size": 14});
    let plan = with("dinov2", published).unwrap();
    assert_eq!(image(&*plan).side, 224);
    assert_eq!(plan.sites()[1].axes[0], Axis::Unit { name: "token", size: 257 });
    let table = plan.weights_for(&["hook_pos_embed"]).unwrap().pop().unwrap();
    assert_eq!(table.shape, [1, 37 * 37 + 1, 12]);
}

#[test]
fn weights_are_found_with_and_without_the_prefix_of_their_family() {
    for (architecture, prefix) in [
        ("vit", "vit."),
        ("deit", "deit."),
        ("dinov2", "dinov2."),
        ("dinov2_with_registers", "dinov2_with_registers."),
        ("clip", "vision_model."),
        ("clip_text_model", "text_model."),
    ] {
        let plan = with(architecture, json!({})).unwrap();
        for request in plan.weights_for(&["blocks.2.hook_resid_post"]).unwrap() {
            let prefixed = format!("{prefix}{}", request.name);
            assert_eq!(request.locate(&["x", &prefixed]).unwrap(), Some(prefixed.as_str()));
            assert_eq!(request.locate(&[&request.name]).unwrap(), Some(request.name.as_str()));
        }
    }
}

#[test]
fn a_text_without_its_end_has_no_pooled_features_but_all_sites_before() {
    let plan = with("clip_text_model", json!({})).unwrap();
    let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
    let run = |site: &str| model.forward(&Input::Tokens(vec![1, 2, 3]), &mut Hooks::keeping(&[site]));
    run("ln_final.hook_out").unwrap();
    let error = run("pooled").unwrap_err().to_string();
    assert!(error.contains("no token 9"), "{error}");
}
