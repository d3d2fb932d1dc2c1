//! What is true of recurrent networks alone.

use std::collections::BTreeMap;

use inscape_models::{Hooks, Input, Model, read_config};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::files::{File, devices, is_here, root};
use super::golden::deviation;
use super::random::all_weights;
use super::tiny::{N_POS, input};

/// The first lines of tiny Shakespeare, on which the network was trained.
const TEXT: &str = "First Citizen:\nBefore we proceed any further, hear me speak.\n\nAll:\nSpeak, speak.\n\nFirst Citizen:\nYou are all resolved rather to die than to famish?\n\nAll:\nResolved. resolved.\n\nFirst Citizen:\nFirst, you know Caius Marcius is chief enemy to the people.\n\nAll:\nWe know't, we know't.\n\nFirst Citizen:\nLet us kill him, and we'll have corn at our own price.\nIs't a verdict?\n\nAll:\nNo more talking on't; let it be done: away, away!\n\nSecond Citizen:\nOne word, good citizens.\n";

/// Nats a character of that piece, by torch's LSTM with the same weights. On its whole text the network has 1.19.
const REFERENCE_LOSS: f32 = 1.1647;

fn numbers(kept: &BTreeMap<String, Tensor>, site: &str) -> Vec<f32> {
    block_on(kept[site].to_vec()).unwrap()
}

fn keep(model: &dyn Model, tokens: &Input, sites: &[&str]) -> BTreeMap<String, Tensor> {
    let mut hooks = Hooks::keeping(sites);
    model.forward(tokens, &mut hooks).unwrap();
    hooks.take()
}

#[test]
fn a_character_lstm_predicts_shakespeare_as_well_as_torch_says() {
    let folder = root().join("../shared/data/charrnn-shakespeare");
    if !is_here(&folder.join("model.safetensors")) {
        return;
    }
    let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap();
    let vocab: BTreeMap<char, u32> =
        serde_json::from_slice(&std::fs::read(folder.join("vocab.json")).unwrap()).unwrap();
    let ids: Vec<u32> = TEXT.chars().map(|c| vocab[&c]).collect();
    let file = File::open(&folder.join("model.safetensors"));
    for (device, tolerance) in devices() {
        let weights = file.weights(&plan.weights_for(&["logits"]).unwrap(), &device);
        let model = plan.build(weights, &device).unwrap();
        let kept = keep(&*model, &Input::Tokens(ids.clone()), &["logits"]);
        let scores = block_on(kept["logits"].log_softmax().unwrap().to_vec()).unwrap();
        let of = |(row, next): (&[f32], &u32)| -row[*next as usize];
        let loss = scores.chunks_exact(65).zip(&ids[1..]).map(of).sum::<f32>() / (ids.len() - 1) as f32;
        println!("char-lstm on {device:?}: {loss} nats a character");
        assert!((loss - REFERENCE_LOSS).abs() < 10.0 * tolerance, "{loss}");
    }
}

#[test]
fn the_states_of_each_cell_follow_from_its_gates() {
    for (cell, letters) in [("lstm", "ifgoch"), ("gru", "rznh")] {
        let config = format!(
            r#"{{"model_type": "rnn_lm", "cell": "{cell}", "vocab_size": 13, "hidden_size": 6, "num_layers": 2}}"#
        );
        let plan = read_config(config.as_bytes()).unwrap();
        let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
        let names: Vec<String> = letters.chars().map(|letter| format!("layers.1.hook_{letter}")).collect();
        let sites: Vec<&str> = names.iter().map(String::as_str).collect();
        let kept = keep(&*model, &input(&*plan, &Device::Cpu), &sites);
        let site: Vec<Vec<f32>> = sites.iter().map(|site| numbers(&kept, site)).collect();
        let mut last = [0.0; 6];
        let mut step = |at: usize| {
            let (gate, last) = (|k: usize| site[k][at], &mut last[at % 6]);
            if cell == "lstm" {
                *last = gate(1) * *last + gate(0) * gate(2);
                assert!((gate(4) - *last).abs() < 1e-6);
                return gate(3) * last.tanh();
            }
            *last = (1.0 - gate(1)) * gate(2) + gate(1) * *last;
            *last
        };
        let expected: Vec<f32> = (0..N_POS * 6).map(&mut step).collect();
        let off = deviation(site.last().unwrap(), &expected);
        assert!(off < 1e-6, "{cell}: h is off by {off:e}");
    }
}

#[test]
fn a_recurrent_network_does_not_see_what_comes_later() {
    let config =
        br#"{"model_type": "rnn_lm", "cell": "gru", "vocab_size": 13, "hidden_size": 6, "num_layers": 2}"#;
    let plan = read_config(config).unwrap();
    let model = plan.build(all_weights(&*plan, &Device::Cpu), &Device::Cpu).unwrap();
    let logits =
        |tokens: &[u32]| numbers(&keep(&*model, &Input::Tokens(tokens.to_vec()), &["logits"]), "logits");
    let (short, long) = (logits(&[1, 5, 2]), logits(&[1, 5, 2, 9, 0]));
    assert_eq!(short, long[..short.len()]);
}
