//! Closer looks on tiny random models of several architectures: on CPU and GPU alike, and where they do not apply.

use crate::support::Memory;
use inscape_recipe::*;
use pollster::block_on;
use tensor::Device;

/// Words are numbers: the ids themselves.
struct Numbers;

impl Vocabulary for Numbers {
    fn piece(&self, id: u32) -> String {
        id.to_string()
    }

    fn encode(&self, text: &str) -> Result<Vec<u32>> {
        Ok(text.split_whitespace().map(|word| word.parse().unwrap()).collect())
    }
}

const TEXT: &str = "3 5 3 5 4";

fn open(name: &str, device: Device) -> Session<Memory> {
    let folder = format!("{}/../models/tests/golden/tiny/{name}", env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read(format!("{folder}/{file}")).unwrap();
    let model = ModelRef { id: name.to_owned(), revision: "tiny".to_owned(), sha256: String::new() };
    let weights = vec![Memory(read("model.safetensors"))];
    block_on(Session::open(model, &read("config.json"), weights, device)).unwrap()
}

fn run(session: &mut Session<Memory>, views: serde_json::Value) -> Result<Report> {
    let recipe: Recipe = serde_json::from_value(serde_json::json!({
        "version": 1,
        "model": {"id": "tiny", "revision": "tiny", "sha256": ""},
        "inputs": {"kind": "lines", "lines": [TEXT]},
        "sites": ["resid_post.0"], "focus": "resid_post.0",
        "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased",
        "views": views,
    }))
    .unwrap();
    let ids = Numbers.encode(TEXT).unwrap();
    let texts = Stimuli::Texts(vec![TokenText { text: TEXT.to_owned(), ids }]);
    block_on(session.run(&recipe, &texts, Some(&Numbers), &mut SilentHost))
}

fn all_views() -> serde_json::Value {
    serde_json::json!([
        {"kind": "next_tokens", "prompt": "3 5", "n": 4},
        {"kind": "patterns", "text": 0, "max_tokens": 64},
        {"kind": "head_scores", "score": "head_induction", "on": {"kind": "texts"}},
        {"kind": "writing", "prompt": "3 5", "n_new": 3, "choice": {"kind": "greedy"}},
    ])
}

#[test]
fn the_gpu_gives_the_numbers_of_the_cpu() {
    let gpu = match block_on(tensor::gpu::Gpu::request()) {
        Ok(gpu) => Device::Gpu(gpu),
        Err(error) => {
            assert!(std::env::var_os("REQUIRE_GPU").is_none(), "{error}");
            println!("skipped, no GPU: {error}");
            return;
        }
    };
    for name in ["llama", "gpt2", "gpt-neox", "qwen3"] {
        let cpu = run(&mut open(name, Device::Cpu), all_views()).unwrap();
        let gpu = run(&mut open(name, gpu.clone()), all_views()).unwrap();
        let verdict = compare_digests(&cpu.recipe.digest.unwrap(), &gpu.recipe.digest.unwrap());
        assert!(matches!(verdict, Verdict::Exact | Verdict::Close { .. }), "{name}: {verdict:?}");
    }
}

#[test]
fn a_bert_looks_both_ways_and_writes_nothing() {
    let mut bert = open("bert", Device::Cpu);
    let report =
        run(&mut bert, serde_json::json!([{"kind": "patterns", "text": 0, "max_tokens": 64}])).unwrap();
    let [Figure::Patterns(patterns)] = report.figures.as_slice() else { panic!("{:?}", report.figures) };
    let n = patterns.tokens.len();
    let is_ahead = |(i, value): (usize, &f32)| i % n > i / n % n && *value > 0.0;
    assert!(patterns.values.iter().enumerate().any(is_ahead));

    let mut refuse = |view: serde_json::Value, word: &str| {
        let sentence = run(&mut bert, serde_json::json!([view])).unwrap_err().to_string();
        assert!(sentence.contains(word), "{sentence}");
    };
    let writing =
        serde_json::json!({"kind": "writing", "prompt": "3", "n_new": 1, "choice": {"kind": "greedy"}});
    refuse(writing, "predicts no next token");
    refuse(serde_json::json!({"kind": "next_tokens", "prompt": "3", "n": 1}), "predicts no next token");
}

#[test]
fn a_recurrent_model_has_no_attention_to_look_at() {
    let mut lstm = open("rnn-lm-lstm", Device::Cpu);
    let first = lstm.card().default_sites.first().cloned().unwrap();
    let recipe: Recipe = serde_json::from_value(serde_json::json!({
        "version": 1,
        "model": {"id": "tiny", "revision": "tiny", "sha256": ""},
        "inputs": {"kind": "lines", "lines": [TEXT]},
        "sites": [first], "focus": first,
        "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased",
        "views": [{"kind": "patterns", "text": 0, "max_tokens": 4}],
    }))
    .unwrap();
    let ids = Numbers.encode(TEXT).unwrap();
    let texts = Stimuli::Texts(vec![TokenText { text: TEXT.to_owned(), ids }]);
    let sentence =
        block_on(lstm.run(&recipe, &texts, Some(&Numbers), &mut SilentHost)).unwrap_err().to_string();
    assert!(sentence.contains("has none"), "{sentence}");
}
