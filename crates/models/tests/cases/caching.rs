//! A text that is read piece by piece, with keys and values kept, is the text read at once.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use inscape_models::{
    Cache, Change, Choice, Hooks, Input, Intervention, Model, Plan, Sampling, Writer, read_config,
    resolve_site,
};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::files::{File, devices, open_model, root};
use super::golden::deviation;
use super::random::{all_weights, uniform};
use super::tiny::plans;

/// Relative to the largest number.
const CLOSE: f32 = 1e-5;

struct Subject {
    name: String,
    plan: Box<dyn Plan>,
    model: Box<dyn Model>,
}

/// The tiny checkpoints of models that keep a cache.
fn subjects(device: &Device) -> Vec<Subject> {
    let tiny = root().join("crates/models/tests/golden/tiny");
    let folders = std::fs::read_dir(tiny).unwrap().map(|entry| entry.unwrap().path());
    let open = |folder: PathBuf| {
        let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
        let all: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
        let weights = File::open(&folder.join("model.safetensors"));
        let weights = weights.weights(&plan.weights_for(&all).unwrap(), device);
        let model = plan.build(weights, device).unwrap();
        Subject { name: folder.file_name().unwrap().to_string_lossy().into_owned(), plan, model }
    };
    let mut found: Vec<Subject> = folders.map(open).filter(|subject| subject.model.has_cache()).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(found.len() >= 14, "GPT-2, GPT-NeoX, Llama and its relatives: {}", found.len());
    found
}

fn numbers(tensor: &Tensor) -> Vec<f32> {
    block_on(tensor.to_vec()).unwrap()
}

impl Subject {
    fn at_once(&self, text: &[u32], sites: &[&str], changes: &[Intervention]) -> BTreeMap<String, Tensor> {
        let mut hooks = Hooks::keeping(sites).changing(changes.to_vec());
        self.model.forward(&Input::Tokens(text.to_vec()), &mut hooks).unwrap();
        hooks.take()
    }

    /// The values of each piece's tokens.
    fn in_pieces(
        &self,
        pieces: &[&[u32]],
        sites: &[&str],
        changes: &[Intervention],
    ) -> (Vec<BTreeMap<String, Tensor>>, Cache) {
        let (mut cache, mut all) = (Cache::new(), vec![]);
        for piece in pieces {
            let mut hooks = Hooks::keeping(sites).changing(changes.to_vec()).after(cache);
            self.model.forward(&Input::Tokens(piece.to_vec()), &mut hooks).unwrap();
            cache = hooks.cache().unwrap().clone();
            let tensors: Vec<Tensor> = cache.tensors().cloned().collect();
            Tensor::evaluate_all(&tensors).unwrap();
            all.push(hooks.take());
        }
        (all, cache)
    }

    /// Compares a site whose first axis is the position.
    fn assert_alike(&self, text: &[u32], cuts: &[usize], changes: &[Intervention]) {
        let sites = ["blocks.1.attn.hook_z", "logits"];
        let whole = self.at_once(text, &sites, changes);
        let bounds: Vec<usize> = [&[0], cuts, &[text.len()]].concat();
        let pieces: Vec<&[u32]> = bounds.windows(2).map(|ends| &text[ends[0]..ends[1]]).collect();
        let (parts, cache) = self.in_pieces(&pieces, &sites, changes);
        assert_eq!(cache.n_tokens(), text.len());
        for site in sites {
            let joined: Vec<f32> = parts.iter().flat_map(|kept| numbers(&kept[site])).collect();
            let off = deviation(&joined, &numbers(&whole[site]));
            assert!(off <= CLOSE, "{}, {site}, cut at {cuts:?}: off by {off:e}", self.name);
        }
    }
}

const TEXT: [u32; 7] = [3, 10, 6, 1, 7, 7, 2];

#[test]
fn any_split_of_a_text_gives_its_values() {
    for (device, _) in devices() {
        for subject in subjects(&device) {
            for first in 1..TEXT.len() {
                subject.assert_alike(&TEXT, &[first], &[]);
            }
            subject.assert_alike(&TEXT, &[1, 2, 3, 4, 5, 6], &[]);
            subject.assert_alike(&TEXT, &[2, 3, 6], &[]);
        }
    }
}

#[test]
fn changes_on_the_way_hold_in_pieces_as_in_the_whole() {
    for subject in subjects(&Device::Cpu) {
        let pattern = "blocks.0.attn.hook_pattern";
        let value = subject.at_once(&TEXT, &[pattern], &[])[pattern].clone();
        let other = Tensor::from_vec(uniform(5, value.count()), value.shape(), &Device::Cpu).unwrap();
        let of_the_whole = Intervention::everywhere(pattern, Change::Replace(other));
        let changes = [
            Intervention::at_heads("blocks.0.attn.hook_z", &[1], Change::Zero),
            Intervention::at_heads("blocks.1.attn.hook_k", &[0], Change::Scale(2.0)),
            Intervention::at_positions("blocks.0.hook_resid_post", &[1], Change::Zero),
        ];
        for cuts in [&[1][..], &[2, 5], &[1, 2, 3, 4, 5, 6]] {
            subject.assert_alike(&TEXT, cuts, &changes);
        }
        // A value of the whole text is only known when its last token is read.
        subject.in_pieces(&[&TEXT], &["logits"], &[of_the_whole]);
        let steering = Tensor::full(0.5, &[1], &Device::Cpu).unwrap();
        let steered = Intervention::everywhere("blocks.1.hook_resid_pre", Change::Add(steering));
        subject.assert_alike(&TEXT, &[3, 4], &[steered]);
        let halved = Intervention::everywhere(pattern, Change::Scale(0.5));
        subject.assert_alike(&TEXT, &[3, 4], &[halved]);
    }
}

#[test]
fn a_pattern_shows_the_keys_that_there_are() {
    let subject = &subjects(&Device::Cpu)[0];
    let site = "blocks.1.attn.hook_pattern";
    let whole = subject.at_once(&TEXT, &[site], &[])[site].clone();
    let (parts, _) = subject.in_pieces(&[&TEXT[..4], &TEXT[4..]], &[site], &[]);
    let later = &parts[1][site];
    assert_eq!(later.shape(), [whole.shape()[0], 3, 7]);
    assert!(deviation(&numbers(later), &numbers(&whole.slice(1, 4, 3).unwrap())) <= CLOSE);
}

#[test]
fn the_cache_grows_by_rooms_of_64_tokens() {
    let subject = subjects(&Device::Cpu).into_iter().find(|subject| subject.name == "llama").unwrap();
    let bytes = |n_tokens: usize| {
        let text: Vec<u32> = (0..n_tokens as u32).map(|at| at % 11).collect();
        subject.in_pieces(&[&text], &[], &[]).1.bytes()
    };
    let n_pos = subject.plan.max_positions().unwrap();
    assert_eq!(bytes(1), bytes(n_pos.min(64)));
    let site = resolve_site(&*subject.plan, "k.0").unwrap();
    let a_token: usize = subject.plan.sites().iter().find(|s| s.name == site).unwrap().units(1);
    let n_blocks = subject.plan.sites().iter().filter(|site| site.short.starts_with("k.")).count();
    assert_eq!(bytes(1), 64 * 2 * n_blocks * a_token * 4);
}

/// Beyond the first room of 64 tokens; random weights, for the tiny checkpoints read fewer.
#[test]
fn a_text_goes_on_across_rooms() {
    let json = r#"{"model_type": "llama", "vocab_size": 13, "hidden_size": 16, "num_hidden_layers": 2,
        "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 10, "max_position_embeddings": 200}"#;
    for (device, _) in devices() {
        let plan = read_config(json.as_bytes()).unwrap();
        let model = plan.build(all_weights(&*plan, &device), &device).unwrap();
        let subject = Subject { name: "longer".to_owned(), plan, model };
        let text: Vec<u32> = (0..150).map(|at| at * at % 13).collect();
        subject.assert_alike(&text, &[63, 64, 65, 66, 120, 149], &[]);
        subject.assert_alike(&text, &[130], &[]);
        let of = |n: usize| subject.in_pieces(&[&text[..n]], &[], &[]).1.bytes();
        assert_eq!([of(64), of(65), of(150)].map(|bytes| bytes / of(1)), [1, 2, 3]);
    }
}

#[test]
fn what_cannot_be_read_in_pieces_is_refused_in_a_sentence() {
    let refusal = |subject: &Subject, hooks: Hooks, text: &[u32]| {
        let mut hooks = hooks;
        subject.model.forward(&Input::Tokens(text.to_vec()), &mut hooks).unwrap_err().to_string()
    };
    let llama = subjects(&Device::Cpu).into_iter().find(|subject| subject.name == "llama").unwrap();
    let mean = Intervention::everywhere("blocks.0.hook_resid_post", Change::Mean);
    let found = refusal(&llama, Hooks::keeping(&["logits"]).changing([mean]).after(Cache::new()), &TEXT);
    assert!(found.contains("mean") && found.contains("whole text"), "{found}");
    let n_pos = llama.plan.max_positions().unwrap();
    let (_, cache) = llama.in_pieces(&[&vec![1; n_pos]], &[], &[]);
    let found = refusal(&llama, Hooks::keeping(&["logits"]).after(cache), &[1]);
    assert!(found.contains(&format!("{} tokens", n_pos + 1)), "{found}");
    let bert = plans().into_iter().find(|plan| plan.architecture() == "bert").unwrap();
    let model = bert.build(all_weights(&*bert, &Device::Cpu), &Device::Cpu).unwrap();
    let bert = Subject { name: "bert".to_owned(), plan: bert, model };
    let last = bert.plan.sites().last().unwrap().name.clone();
    let found = refusal(&bert, Hooks::keeping(&[last]).after(Cache::new()), &TEXT);
    assert!(found.contains("bert") && found.contains("whole text"), "{found}");
}

/// As [`Writer`] wrote before it kept anything: every token from the whole text.
fn written_anew(writer: &Writer<'_>, prompt: &[u32], n_new: usize, choice: Choice) -> Vec<u32> {
    let mut text = prompt.to_vec();
    for _ in 0..n_new {
        let token = choice.choose(&block_on(writer.logits(&text)).unwrap(), text.len()).unwrap();
        text.push(token as u32);
    }
    text.split_off(prompt.len())
}

#[test]
fn texts_are_those_that_are_written_without_a_cache() {
    for subject in subjects(&Device::Cpu) {
        let changes = [Intervention::at_heads("blocks.1.attn.hook_z", &[0], Change::Zero)];
        let n_new = 5.min(subject.plan.max_positions().unwrap() - 3);
        for changes in [&[][..], &changes] {
            let writer = Writer::new(&*subject.plan, &*subject.model, None).unwrap().changing(changes);
            let sampling = Sampling { temperature: 0.8, ..Sampling::default() };
            for choice in [Choice::Greedy, Choice::Sample { sampling, seed: 9 }] {
                let found = block_on(writer.write(&TEXT[..3], n_new, choice)).unwrap();
                assert_eq!(found, written_anew(&writer, &TEXT[..3], n_new, choice), "{}", subject.name);
            }
        }
    }
}

#[test]
fn smollm2_goes_on_alike_with_and_without_a_cache() {
    let Some((plan, file)) = open_model("smollm2-135m") else { return };
    let all: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let weights = file.weights(&plan.weights_for(&all).unwrap(), &Device::Cpu);
    let model = plan.build(weights, &Device::Cpu).unwrap();
    let subject = Subject { name: "SmolLM2".to_owned(), plan, model };
    let text: Vec<u32> = (0..12).map(|at| 500 + 1237 * at % 40_000).collect();
    subject.assert_alike(&text, &[1, 2, 7], &[]);
    let writer = Writer::new(&*subject.plan, &*subject.model, None).unwrap();
    let (n, begun) = (12, Instant::now());
    let found = block_on(writer.write(&text, n, Choice::Greedy)).unwrap();
    let kept = begun.elapsed();
    let plans = tensor::plan_counters().plans_made;
    block_on(writer.write(&text, n, Choice::Greedy)).unwrap();
    assert_eq!(tensor::plan_counters().plans_made, plans, "a token plans nothing that was planned before");
    let begun = Instant::now();
    assert_eq!(found, written_anew(&writer, &text, n, Choice::Greedy));
    let anew = begun.elapsed();
    println!("{n} tokens after {}: {kept:.2?} with a cache, {anew:.2?} without", text.len());
    assert!(kept < anew, "{kept:?} with a cache, {anew:?} without");
}
