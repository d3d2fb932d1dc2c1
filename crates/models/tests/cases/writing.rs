//! The laws of writing on, on random networks.

use inscape_models::{Choice, Continuation, Model, Plan, Sampling, Writer, log_probabilities, read_config};
use pollster::block_on;
use tensor::Device;

use super::files::{File, root};
use super::random::all_weights;
use super::tiny::plans;

/// As the tiny configurations of texts say.
const N_VOCAB: u32 = 13;
const N_POS: usize = 9;
const PROMPT: [u32; 3] = [3, 10, 6];
/// A text that goes on is read in other products than one that is read at once.
const ROUNDING: f64 = 1e-5;

fn writers() -> Vec<(Box<dyn Plan>, Box<dyn Model>)> {
    let with_model = |plan: Box<dyn Plan>| {
        let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
        (plan, model)
    };
    plans().into_iter().filter(|plan| !plan.weights_for_unembedding().is_empty()).map(with_model).collect()
}

fn log_probability(writer: &Writer<'_>, tokens: &[u32]) -> f64 {
    let mut text = PROMPT.to_vec();
    let mut sum = 0.0;
    for &token in tokens {
        sum += log_probabilities(&block_on(writer.logits(&text)).unwrap()).unwrap()[token as usize];
        text.push(token);
    }
    sum
}

/// Every text of two more tokens, or of one that ends there; best first.
fn all_continuations(writer: &Writer<'_>, stop: Option<u32>) -> Vec<Continuation> {
    let mut all = vec![];
    for first in 0..N_VOCAB {
        let mut texts: Vec<Vec<u32>> = (0..N_VOCAB).map(|second| vec![first, second]).collect();
        if stop == Some(first) {
            texts = vec![vec![first]];
        }
        all.extend(texts.into_iter().map(|tokens| {
            let log_probability = log_probability(writer, &tokens);
            Continuation { tokens, log_probability }
        }));
    }
    all.sort_by(|a, b| b.log_probability.total_cmp(&a.log_probability));
    all
}

#[test]
fn one_beam_or_one_token_to_draw_from_writes_greedily() {
    for (plan, model) in writers() {
        let writer = Writer::new(&*plan, &*model, None).unwrap();
        let greedy = block_on(writer.write(&PROMPT, 5, Choice::Greedy)).unwrap();
        assert_eq!(greedy.len(), 5);
        let sampling = Sampling { top_k: Some(1), ..Sampling::default() };
        let choice = Choice::Sample { sampling, seed: 3 };
        assert_eq!(block_on(writer.write(&PROMPT, 5, choice)).unwrap(), greedy);
        let beams = block_on(writer.beam_search(&PROMPT, 5, 1)).unwrap();
        assert_eq!(beams.len(), 1);
        assert_eq!(beams[0].tokens, greedy);
        assert!((beams[0].log_probability - log_probability(&writer, &greedy)).abs() < ROUNDING);
    }
}

#[test]
fn enough_beams_find_the_best_continuations_of_all() {
    let (plan, model) = writers().remove(0);
    let likeliest =
        block_on(Writer::new(&*plan, &*model, None).unwrap().write(&PROMPT, 1, Choice::Greedy)).unwrap()[0];
    for stop in [None, Some(likeliest)] {
        let writer = Writer::new(&*plan, &*model, stop).unwrap();
        let all = all_continuations(&writer, stop);
        let found = block_on(writer.beam_search(&PROMPT, 2, N_VOCAB as usize)).unwrap();
        assert_eq!(found.len(), N_VOCAB as usize);
        for (found, expected) in found.iter().zip(&all) {
            assert_eq!(found.tokens, expected.tokens);
            assert!((found.log_probability - expected.log_probability).abs() < ROUNDING);
        }
        // A narrow search finds real texts, none better than the best.
        let narrow = block_on(writer.beam_search(&PROMPT, 2, 2)).unwrap();
        assert!(narrow.iter().all(|text| all.contains(text)));
        assert!(narrow[0].log_probability <= all[0].log_probability);
    }
}

/// What transformers 5.23.0 finds on the tiny checkpoint: `generate(num_beams=3, num_return_sequences=3, max_new_tokens=4,
/// do_sample=False, length_penalty=0.0, eos_token_id=None)`. The greedy text is only the second best.
#[test]
fn three_beams_find_what_transformers_finds() {
    let folder = root().join("crates/models/tests/golden/tiny/gpt-neox");
    let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
    let file = File::open(&folder.join("model.safetensors"));
    let weights = file.weights(&plan.weights_for(&["logits"]).unwrap(), &Device::Cpu);
    let model = plan.build(weights, &Device::Cpu).unwrap();
    let writer = Writer::new(&*plan, &*model, None).unwrap();
    let found = block_on(writer.beam_search(&[3, 17, 8], 4, 3)).unwrap();
    let expected = [([8, 8, 8, 8], -7.3102), ([25, 29, 25, 25], -7.5641), ([8, 8, 8, 25], -7.5940)];
    for (found, (tokens, log_probability)) in found.iter().zip(expected) {
        assert_eq!(found.tokens, tokens);
        assert!((found.log_probability - log_probability).abs() < 1e-4, "{found:?}");
    }
    let greedy = block_on(writer.write(&[3, 17, 8], 4, Choice::Greedy)).unwrap();
    assert_eq!(greedy, expected[1].0);
}

#[test]
fn a_text_ends_at_its_stop_and_where_the_positions_are_full() {
    for (plan, model) in writers() {
        let free = Writer::new(&*plan, &*model, None).unwrap();
        let text = block_on(free.write(&PROMPT, 100, Choice::Greedy)).unwrap();
        assert_eq!(text.len(), N_POS + 1 - PROMPT.len());
        assert_eq!(block_on(free.beam_search(&PROMPT, 100, 2)).unwrap()[0].tokens.len(), text.len());
        let stop = text[2];
        let n_before = text.iter().position(|token| *token == stop).unwrap() + 1;
        let stopping = Writer::new(&*plan, &*model, Some(stop)).unwrap();
        assert_eq!(block_on(stopping.write(&PROMPT, 100, Choice::Greedy)).unwrap(), text[..n_before]);
        assert!(block_on(free.write(&PROMPT, 0, Choice::Greedy)).unwrap().is_empty());
        for prompt in [vec![], vec![1; N_POS + 1], vec![N_VOCAB]] {
            assert!(block_on(free.write(&prompt, 1, Choice::Greedy)).is_err());
            assert!(block_on(free.beam_search(&prompt, 1, 2)).is_err());
        }
    }
}

#[test]
fn a_model_without_a_next_token_does_not_write() {
    for plan in plans().iter().filter(|plan| plan.weights_for_unembedding().is_empty()) {
        let model = plan.build(all_weights(&**plan, &Device::Cpu), &Device::Cpu).unwrap();
        let error = Writer::new(&**plan, &*model, None).unwrap_err().to_string();
        assert!(error.contains(plan.architecture()) && error.contains("cannot write"), "{error}");
    }
}
