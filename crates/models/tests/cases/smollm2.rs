//! What is known of SmolLM2-135M is found in it, by reading and writing its sites.

use std::collections::BTreeMap;

use analysis::{HeadScore, head_scores};
use inscape_models::{Change, Hooks, Input, Intervention, Model};
use pollster::block_on;
use tensor::{Device, Tensor};
use tokens::Tokenizer;

use super::files::{is_here, model_folder, open_model};

const N_BLOCKS: usize = 30;
const N_HEADS: usize = 9;

struct SmolLm2 {
    model: Box<dyn Model>,
    tokenizer: Tokenizer,
}

impl SmolLm2 {
    fn open() -> Option<Self> {
        let (plan, file) = open_model("smollm2-135m")?;
        let path = model_folder("smollm2-135m").join("tokenizer.json");
        is_here(&path).then(|| {
            let all: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
            let weights = file.weights(&plan.weights_for(&all).unwrap(), &Device::Cpu);
            let model = plan.build(weights, &Device::Cpu).unwrap();
            Self { model, tokenizer: Tokenizer::from_json(&std::fs::read(path).unwrap()).unwrap() }
        })
    }

    fn ids(&self, text: &str) -> Vec<u32> {
        self.tokenizer.encode(text, false).unwrap()
    }

    /// The one token of a word.
    fn id(&self, word: &str) -> usize {
        let ids = self.ids(word);
        assert_eq!(ids.len(), 1, "{word:?} is one token");
        ids[0] as usize
    }

    fn run(&self, ids: &[u32], hooks: Hooks) -> BTreeMap<String, Tensor> {
        let mut hooks = hooks;
        self.model.forward(&Input::Tokens(ids.to_vec()), &mut hooks).unwrap();
        hooks.take()
    }

    /// `[pos, vocab]`, row by row.
    fn logits(&self, ids: &[u32], interventions: &[Intervention]) -> Vec<Vec<f32>> {
        let hooks = Hooks::keeping(&["logits"]).changing(interventions.to_vec());
        let logits = &self.run(ids, hooks)["logits"];
        let width = logits.shape()[1];
        numbers(logits).chunks_exact(width).map(<[f32]>::to_vec).collect()
    }

    /// Mean −ln p of each token after the first `from`.
    fn loss(&self, ids: &[u32], from: usize, interventions: &[Intervention]) -> f64 {
        let logits = self.logits(ids, interventions);
        let of = |at: usize| {
            let row = &logits[at - 1];
            let most = row.iter().fold(f32::MIN, |a, &b| a.max(b));
            let sum: f64 = row.iter().map(|&x| f64::from(x - most).exp()).sum();
            sum.ln() - f64::from(row[ids[at] as usize] - most)
        };
        (from..ids.len()).map(of).sum::<f64>() / (ids.len() - from) as f64
    }
}

fn numbers(tensor: &Tensor) -> Vec<f32> {
    block_on(tensor.to_vec()).unwrap()
}

/// Seeded ordinary tokens, twice, after the token that begins a text.
fn repeated(n: usize, seed: u32) -> Vec<u32> {
    let mut state = seed;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        1000 + (state >> 8) % 40_000
    };
    let once: Vec<u32> = std::iter::repeat_with(next).take(n).collect();
    [vec![0], once.clone(), once].concat()
}

/// The patterns of all blocks.
fn patterns(smol: &SmolLm2, ids: &[u32]) -> Vec<Vec<f32>> {
    let names: Vec<String> = (0..N_BLOCKS).map(|block| format!("blocks.{block}.attn.hook_pattern")).collect();
    let kept = smol.run(ids, Hooks::keeping(&names));
    names.iter().map(|name| numbers(&kept[name])).collect()
}

/// The score of every head, best first: block, head.
fn ranked(patterns: &[Vec<f32>], ids: &[u32], score: HeadScore) -> Vec<(f64, usize, usize)> {
    let mut all = Vec::new();
    for (block, pattern) in patterns.iter().enumerate() {
        let scores = head_scores(pattern, ids, score).unwrap();
        all.extend(scores.into_iter().enumerate().map(|(head, score)| (score, block, head)));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all
}

fn ablated(heads: &[(usize, usize)]) -> Vec<Intervention> {
    heads
        .iter()
        .map(|(block, head)| {
            Intervention::at_heads(&format!("blocks.{block}.attn.hook_z"), &[*head], Change::Zero)
        })
        .collect()
}

fn the_capital_of_france_is_paris(smol: &SmolLm2) {
    let logits = smol.logits(&smol.ids("The capital of France is"), &[]);
    let last = logits.last().unwrap();
    let best = (0..last.len()).max_by(|&a, &b| last[a].total_cmp(&last[b])).unwrap();
    assert_eq!(best, smol.id(" Paris"));
}

fn heads_are_found_and_ablated(smol: &SmolLm2) {
    let ids = repeated(50, 1);
    let patterns = patterns(smol, &ids);
    let induction = ranked(&patterns, &ids, HeadScore::Induction);
    println!("induction heads: {:.2?}", &induction[..4]);
    assert_eq!((induction[0].1, induction[0].2), (18, 6));
    let previous = ranked(&patterns, &ids, HeadScore::PreviousToken);
    println!("previous-token heads: {:.2?}", &previous[..4]);
    assert_eq!((previous[0].1, previous[0].2), (16, 0));

    // The second half of the text, which only a look at the first can tell.
    let loss = |heads: &[(usize, usize)]| smol.loss(&ids, 52, &ablated(heads));
    let top: Vec<(usize, usize)> = induction[..3].iter().map(|&(_, block, head)| (block, head)).collect();
    let mut state = 7_u32;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let random: Vec<(usize, usize)> = std::iter::repeat_with(|| (draw(N_BLOCKS), draw(N_HEADS)))
        .filter(|head| !top.contains(head))
        .take(3)
        .collect();
    let (intact, without, control) = (loss(&[]), loss(&top), loss(&random));
    println!("nats a token: {intact:.2}, without {top:?} {without:.2}, without {random:?} {control:.2}");
    assert!(without - intact >= 1.0, "{intact} → {without}");
    assert!(control - intact <= 0.3, "{intact} → {control}");
}

/// Who gives: the second name again (Wang et al. 2022, "Interpretability in the wild").
fn prompts() -> Vec<[String; 4]> {
    let names = [("Mary", "John"), ("Sarah", "James"), ("Anna", "David"), ("Alice", "Michael")];
    let scenes = [("store", "drink"), ("park", "ball"), ("school", "book"), ("station", "ticket")];
    let mut all = Vec::new();
    for (io, s) in names {
        for (place, thing) in scenes {
            let text =
                |giver: &str| format!("When {io} and {s} went to the {place}, {giver} gave a {thing} to");
            all.push([text(s), text(io), format!(" {io}"), format!(" {s}")]);
        }
    }
    all
}

fn the_indirect_object_is_told(smol: &SmolLm2) {
    let difference = |text: &str, io: usize, s: usize| {
        let logits = smol.logits(&smol.ids(text), &[]);
        f64::from(logits.last().unwrap()[io] - logits.last().unwrap()[s])
    };
    let found: Vec<f64> =
        prompts().iter().map(|[text, _, io, s]| difference(text, smol.id(io), smol.id(s))).collect();
    let n_right = found.iter().filter(|&&d| d > 0.0).count();
    println!("{n_right} of 16 right, mean logit difference {:.2}", found.iter().sum::<f64>() / 16.0);
    assert!(n_right >= 15, "{found:.2?}");
}

/// The residual stream of the clean run at the repeated subject, put into a run in which the other name gave.
fn patching_the_subject_restores_the_answer(smol: &SmolLm2) {
    let [clean, corrupted, io, s] = &prompts()[0];
    let (io, s) = (smol.id(io), smol.id(s));
    let (clean, corrupted) = (smol.ids(clean), smol.ids(corrupted));
    assert_eq!(clean.len(), corrupted.len());
    let differs: Vec<usize> = (0..clean.len()).filter(|&at| clean[at] != corrupted[at]).collect();
    let [subject] = differs[..] else { panic!("one token differs: {differs:?}") };
    let names: Vec<String> =
        (0..N_BLOCKS).step_by(4).map(|block| format!("blocks.{block}.hook_resid_pre")).collect();
    let kept = smol.run(&clean, Hooks::keeping(&names));
    let difference = |ids: &[u32], interventions: &[Intervention]| {
        let logits = smol.logits(ids, interventions);
        f64::from(logits.last().unwrap()[io] - logits.last().unwrap()[s])
    };
    let (right, wrong) = (difference(&clean, &[]), difference(&corrupted, &[]));
    let restored = |position: usize| {
        let of = |name: &String| {
            let change = Change::Replace(kept[name].clone());
            let patched = difference(&corrupted, &[Intervention::at_positions(name, &[position], change)]);
            (patched - wrong) / (right - wrong)
        };
        names.iter().map(of).fold(f64::MIN, f64::max)
    };
    // A position before the subject is the same in both runs, one after it is where the answer may have gone.
    let (at_subject, elsewhere) = (restored(subject), restored(subject + 2));
    println!(
        "restored: {at_subject:.2} at the subject, {elsewhere:.2} elsewhere; logit difference {wrong:.2} → {right:.2}"
    );
    assert!(at_subject >= 0.5 && elsewhere <= 0.1, "{at_subject}, {elsewhere}");
}

#[test]
fn smollm2_does_what_is_known_of_it() {
    let Some(smol) = SmolLm2::open() else { return };
    the_capital_of_france_is_paris(&smol);
    heads_are_found_and_ablated(&smol);
    the_indirect_object_is_told(&smol);
    patching_the_subject_restores_the_answer(&smol);
}
