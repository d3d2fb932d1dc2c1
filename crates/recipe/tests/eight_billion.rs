//! A checkpoint of eight billion numbers in four files: activations of its second block within 2 GiB.
//! The files have holes; what is not zero lies in the first two blocks and in the embedding's rows of the text.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking and prints what it measured"
)]

mod support;

use std::cell::RefCell;
use std::rc::Rc;

use inscape_recipe::{
    Figure, ModelRef, Pool, Recipe, Result, Session, SilentHost, Stimuli, TokenText, Vocabulary,
};
use pollster::block_on;
use support::counting::{Asked, Counting, Stored, folder, write_sparse};
use tensor::Device;

const D_MODEL: usize = 4096;
const D_KV: usize = 1024;
const D_MLP: usize = 14336;
const VOCAB: usize = 128_256;
const N_BLOCKS: usize = 32;
const N_SHARDS: usize = 4;
/// Rows of each matrix that are not zero.
const N_FILLED: usize = 16;
const TOKENS: [u32; 8] = [1, 5, 70_000, 128_255, 5, 99, 3000, 12];

const CONFIG: &str = r#"{"model_type": "llama", "vocab_size": 128256, "hidden_size": 4096, "num_hidden_layers": 32,
    "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336, "max_position_embeddings": 8192,
    "hidden_act": "silu", "rms_norm_eps": 1e-5, "rope_theta": 500000.0, "tie_word_embeddings": false}"#;

/// Seeded numbers that bf16 holds, about `size` large.
fn numbers(seed: usize, size: f32, count: usize) -> Vec<f32> {
    let number = |i: usize| {
        let hash = ((seed * 7919 + i) as u32).wrapping_mul(2_654_435_761) >> 8;
        f32::from_bits((size * (hash as f32 / 8_388_608.0 - 1.0)).to_bits() & 0xffff_0000)
    };
    (0..count).map(number).collect()
}

fn matrix(name: String, rows: usize, cols: usize, is_filled: bool) -> Stored {
    let filled = if is_filled { N_FILLED } else { 0 };
    let rows_of = |row: usize| (row, numbers(name.len() * 31 + row, 0.05, cols));
    Stored { rows: (0..filled).map(rows_of).collect(), shape: vec![rows, cols], name }
}

fn embedding_row(token: u32) -> Vec<f32> {
    numbers(token as usize, 1.0, D_MODEL)
}

fn block(at: usize) -> Vec<Stored> {
    let name = |part: &str| format!("model.layers.{at}.{part}.weight");
    let norm =
        |part: &str| Stored { name: name(part), shape: vec![D_MODEL], rows: vec![(0, vec![1.0; D_MODEL])] };
    let dense = |part: &str, rows: usize, cols: usize| matrix(name(part), rows, cols, at < 2);
    vec![
        norm("input_layernorm"),
        dense("self_attn.q_proj", D_MODEL, D_MODEL),
        dense("self_attn.k_proj", D_KV, D_MODEL),
        dense("self_attn.v_proj", D_KV, D_MODEL),
        dense("self_attn.o_proj", D_MODEL, D_MODEL),
        norm("post_attention_layernorm"),
        dense("mlp.gate_proj", D_MLP, D_MODEL),
        dense("mlp.up_proj", D_MLP, D_MODEL),
        dense("mlp.down_proj", D_MODEL, D_MLP),
    ]
}

fn shards() -> Vec<Vec<Stored>> {
    let rows = TOKENS.iter().map(|&token| (token as usize, embedding_row(token))).collect();
    let table = Stored { name: "model.embed_tokens.weight".to_owned(), shape: vec![VOCAB, D_MODEL], rows };
    let norm = Stored { name: "model.norm.weight".to_owned(), shape: vec![D_MODEL], rows: vec![] };
    let head = matrix("lm_head.weight".to_owned(), VOCAB, D_MODEL, false);
    let mut shards = vec![vec![table]];
    for at in 0..N_BLOCKS {
        let shard = 1 + at / N_BLOCKS.div_ceil(N_SHARDS - 1);
        if shards.len() == shard {
            shards.push(Vec::new());
        }
        shards[shard].extend(block(at));
    }
    shards[N_SHARDS - 1].extend([norm, head]);
    shards
}

/// The most memory that this process has had, in bytes.
fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn the_second_block_of_eight_billion_weights_is_captured_within_2_gib() {
    let folder = folder("eight-billion");
    let asked = Rc::new(RefCell::new(Asked::default()));
    let (mut sources, mut n_weights) = (Vec::new(), 0);
    for (at, tensors) in shards().iter().enumerate() {
        let path = folder.join(format!("model-{:05}-of-{N_SHARDS:05}.safetensors", at + 1));
        write_sparse(&path, tensors);
        n_weights += tensors.iter().map(|tensor| tensor.shape.iter().product::<usize>()).sum::<usize>();
        sources.push(Counting::open(&path, &asked));
    }
    assert!(n_weights > 8_000_000_000, "{n_weights}");
    let len_bytes: u64 = sources.iter().map(inscape_recipe::ByteSource::len_bytes).sum();
    let reference =
        ModelRef { id: "synthetic-8b".to_owned(), revision: "test".to_owned(), sha256: "0".to_owned() };
    let opened = Session::open(reference, CONFIG.as_bytes(), sources, Device::Cpu);
    let mut session = block_on(opened).unwrap();
    let cost = session.cost_of(&["resid_post.1".to_owned()]).unwrap();
    assert_eq!(cost.n_weights, 2 * 218_112_000);
    assert_eq!(cost.bytes_to_read, 4 * 218_112_000);

    let stimuli = Stimuli::Texts(vec![TokenText { text: "eight tokens".to_owned(), ids: TOKENS.to_vec() }]);
    let sites = ["resid_post.1".to_owned(), "resid_post.0".to_owned()];
    let captured = block_on(session.capture(&sites, Pool::None, &stimuli, &mut SilentHost)).unwrap();
    let peak = peak_bytes();
    let asked = asked.borrow();
    println!(
        "{n_weights} weights, {len_bytes} bytes; read {} in {} reads; peak of the process {} MiB",
        asked.bytes(),
        asked.lens.len(),
        peak >> 20
    );
    assert!(peak <= 2 << 30, "{peak} bytes");
    assert!(asked.bytes() < cost.bytes_to_read + (1 << 20), "{} bytes", asked.bytes());
    assert!(asked.lens.iter().all(|&len| len <= 8 << 20));

    // Beyond the rows that are not zero nothing is added to the embedding; within them each block adds something.
    assert_eq!(captured[0].values.len(), TOKENS.len() * D_MODEL);
    for (pos, &token) in TOKENS.iter().enumerate() {
        let row = |site: usize| &captured[site].values[pos * D_MODEL..][..D_MODEL];
        let embedded = embedding_row(token);
        assert_eq!(row(0)[N_FILLED..], embedded[N_FILLED..]);
        assert!(
            row(0)[..N_FILLED]
                .iter()
                .zip(row(1))
                .all(|(second, first)| second != first && second.is_finite())
        );
        assert!(row(1)[..N_FILLED].iter().zip(&embedded).all(|(first, embedded)| first != embedded));
    }
    drop(asked);
    assert_no_lens(&mut session);
    let _ = std::fs::remove_dir_all(folder);
}

/// A bench run up to the second block reads no more than that block.
fn assert_no_lens(session: &mut Session<Counting>) {
    let recipe: Recipe = serde_json::from_value(serde_json::json!({
        "version": 1, "model": {"id": "synthetic-8b", "revision": "test", "sha256": "0"},
        "inputs": {"kind": "lines", "lines": ["a", "b", "c"]}, "sites": ["resid_post.0", "resid_post.1"],
        "pool": "last", "distance": "correlation", "similarity": "cka_linear_biased", "focus": "resid_post.1",
    }))
    .unwrap();
    let text = |(line, id): (&str, u32)| TokenText { text: line.to_owned(), ids: vec![id] };
    let stimuli = Stimuli::Texts([("a", 1), ("b", 5), ("c", 99)].map(text).to_vec());
    let report = block_on(session.run(&recipe, &stimuli, Some(&Numbers), &mut SilentHost)).unwrap();
    assert!(report.figures.iter().all(|figure| !matches!(figure, Figure::Lens(_))));
    assert!(
        report.warnings.iter().any(|line| line.contains("logit lens is left out")),
        "{:?}",
        report.warnings
    );
    assert!(peak_bytes() <= 2 << 30, "{} bytes", peak_bytes());
}

struct Numbers;

impl Vocabulary for Numbers {
    fn piece(&self, id: u32) -> String {
        id.to_string()
    }

    fn encode(&self, _: &str) -> Result<Vec<u32>> {
        Ok(vec![])
    }
}
