//! What is peculiar to GPT-NeoX: parallel blocks, and numbers of the rotation that stand in several places.

use inscape_models::{Hooks, Plan, Weights, read_config, resolve_site};
use serde_json::{Value, json};
use tensor::Device;

use super::tiny::{CONFIGS, input};

fn plan_with(changes: Value) -> inscape_models::Result<Box<dyn Plan>> {
    let (_, text) = CONFIGS.iter().find(|(name, _)| *name == "gpt_neox").unwrap();
    let mut config: Value = serde_json::from_str(text).unwrap();
    config.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    read_config(&serde_json::to_vec(&config).unwrap())
}

#[test]
fn a_parallel_block_refuses_resid_mid_with_the_reason() {
    let plan = plan_with(json!({})).unwrap();
    let site = "blocks.1.hook_resid_mid";
    let error = plan.weights_for(&[site]).unwrap_err().to_string();
    assert!(error.contains(site) && error.contains("read the same residual stream"), "{error}");
    let model = plan.build(Weights::default(), &Device::Cpu).unwrap();
    let mut hooks = Hooks::keeping(&[site]);
    let error = model.forward(&input(&*plan, &Device::Cpu), &mut hooks).unwrap_err().to_string();
    assert!(error.contains("read the same residual stream"), "{error}");

    for asked in [site, "resid_mid.1"] {
        let error = resolve_site(&*plan, asked).unwrap_err().to_string();
        assert!(error.contains(asked) && error.contains("read the same residual stream"), "{error}");
    }

    let serial = plan_with(json!({"use_parallel_residual": false})).unwrap();
    serial.weights_for(&[site]).unwrap();
    let error = serial.weights_for(&["blocks.7.hook_resid_mid"]).unwrap_err().to_string();
    assert!(error.contains("Near names"), "{error}");
}

#[test]
fn two_different_numbers_for_the_rotation_are_refused() {
    for changes in [
        json!({"rope_parameters": {"rope_type": "default", "partial_rotary_factor": 0.25}}),
        json!({"partial_rotary_factor": 1.0}),
        json!({"rotary_emb_base": 10000, "rope_theta": 5000}),
    ] {
        let error = plan_with(changes).unwrap_err().to_string();
        assert!(error.contains("two different numbers"), "{error}");
    }
    plan_with(json!({"rotary_emb_base": 500, "rope_theta": 500.0})).unwrap();
}

#[test]
fn a_head_that_is_not_tied_must_be_there() {
    let head = |changes: Value| {
        let plan = plan_with(changes).unwrap();
        plan.weights_for(&["logits"]).unwrap().pop().unwrap()
    };
    let untied = head(json!({}));
    assert_eq!(untied.locate(&["lm_head.weight"]).unwrap(), Some("lm_head.weight"));
    assert!(untied.locate(&["gpt_neox.embed_in.weight"]).is_err());
    assert_eq!(head(json!({"tie_word_embeddings": true})).locate(&["x"]).unwrap(), None);
}
