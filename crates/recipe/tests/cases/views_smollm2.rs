//! What is known of SmolLM2-135M shows in its closer looks.

use std::path::Path;

use crate::support::{Memory, Words};
use inscape_recipe::*;
use pollster::block_on;
use tokens::Tokenizer;

#[test]
fn paris_comes_next_and_the_known_heads_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/smollm2-135m");
    if !folder.is_dir() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI the model must be present");
        println!("skipped, models/smollm2-135m is absent");
        return;
    }
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let line = "The cat saw the cat.";
    let random = serde_json::json!({"kind": "repeated_random", "n_tokens": 25, "n_sequences": 1, "seed": 1});
    let recipe: Recipe = serde_json::from_value(serde_json::json!({
        "version": 1,
        "model": {"id": "smollm2-135m", "revision": "local", "sha256": ""},
        "inputs": {"kind": "lines", "lines": [line]},
        "sites": ["resid_pre.0"], "focus": "resid_pre.0",
        "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased",
        "views": [
            {"kind": "next_tokens", "prompt": "The capital of France is", "n": 5},
            {"kind": "head_scores", "score": "head_induction", "on": random},
            {"kind": "head_scores", "score": "head_previous_token", "on": random},
        ],
    }))
    .unwrap();
    let weights = vec![Memory(read("model.safetensors"))];
    let model = recipe.model.clone();
    let mut session =
        block_on(Session::open(model, &read("config.json"), weights, tensor::Device::Cpu)).unwrap();
    let words = Words(Tokenizer::from_json(&read("tokenizer.json")).unwrap());
    let text = TokenText { text: line.to_owned(), ids: words.encode(line).unwrap() };
    let report =
        block_on(session.run(&recipe, &Stimuli::Texts(vec![text]), Some(&words), &mut SilentHost)).unwrap();
    let findings: Vec<&str> = report.figures.iter().map(|figure| figure.caption().finding.as_str()).collect();
    println!("{findings:#?}");
    println!("{:?}", report.run.times);
    assert!(findings[1].contains("the likeliest next token is “ Paris”"));
    assert!(findings[2].starts_with("Head 18.6 scores highest as an induction head (0."));
    assert!(findings[3].starts_with("Head 16.0 scores highest as a previous-token head (0."));
}
