//! Edits of weights for one run.

use inscape_recipe::*;
use tensor::Device;

use crate::support::Memory;
use crate::support::tiny::{folder, open, text};

const IDS: [u32; 5] = [3, 17, 8, 8, 1];

/// The value at a site of the last block, with these changes.
fn run(session: &mut Session<Memory>, changes: &[&str], site: &str) -> Vec<f32> {
    let lines: Vec<String> = changes.iter().map(|line| (*line).to_owned()).collect();
    session.set_changes(&lines).unwrap();
    let (sites, texts, mut host) = ([site.to_owned()], text(&IDS), SilentHost);
    let captured = session.capture(&sites, Pool::None, &texts, &mut host);
    pollster::block_on(captured).unwrap().remove(0).values
}

#[test]
fn without_its_columns_of_the_output_weights_a_head_is_gone() {
    // Head 2 is 6 or 8 columns of [d_model, head · d_head]; GPT-2's weights lie transposed.
    let cases = [
        ("llama", "weight model.layers.1.self_attn.o_proj.weight columns 12-17 = zero", "attn_out.1"),
        ("gpt2", "weight transformer.h.1.attn.c_proj.weight rows 16-23 = zero", "attn_out.1"),
    ];
    for (model, edit, site) in cases {
        let mut session = open(&folder(model), Device::Cpu);
        let before = run(&mut session, &[], site);
        let edited = run(&mut session, &[edit], site);
        let silenced = run(&mut session, &["z.1 head 2 = zero"], site);
        let off = edited.iter().zip(&silenced).fold(0.0_f32, |most, (a, b)| most.max((a - b).abs()));
        let size = silenced.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
        assert!(off <= 1e-6 * size, "{model}: {off:e} of {size}");
        assert_ne!(edited, before, "{model}");
        assert_eq!(run(&mut session, &[], site), before, "{model}: the loaded weights stay as they are");
    }
}

#[test]
fn several_edits_go_together_with_changes_on_the_way() {
    let mut session = open(&folder("llama"), Device::Cpu);
    let before = run(&mut session, &[], "logits");
    let once = "weight model.layers.0.mlp.down_proj.weight = × 1";
    assert_eq!(run(&mut session, &[once], "logits"), before);
    let [half, double] = ["× 0.5", "× 2"]
        .map(|factor| format!("weight model.layers.0.mlp.down_proj.weight rows 0-3 = {factor}"));
    assert_ne!(run(&mut session, &[&half], "logits"), before);
    assert_eq!(run(&mut session, &[&half, &double], "logits"), before, "powers of two undo each other");
    let none = "weight model.layers.1.mlp.down_proj.weight = zero";
    let both = run(&mut session, &[none, "attn_out.1 = zero"], "resid_post.1");
    assert_eq!(both, run(&mut session, &[], "resid_post.0"), "a block without both parts adds nothing");
}

#[test]
fn noise_follows_from_its_seed_and_has_its_size() {
    let mut session = open(&folder("llama"), Device::Cpu);
    let before = run(&mut session, &[], "embed");
    let mut noisy = |seed: u32| {
        let line = format!("weight model.embed_tokens.weight = + noise 0.01 seed {seed}");
        run(&mut session, &[&line], "embed")
    };
    let (one, again, other) = (noisy(7), noisy(7), noisy(8));
    assert_eq!(one, again);
    assert_ne!(one, other);
    // 4 of the 5 tokens differ, 24 numbers each: within five standard errors of 0.01.
    let added: Vec<f64> = one.iter().zip(&before).map(|(a, b)| f64::from(a - b)).collect();
    let deviation = (added.iter().map(|x| x * x).sum::<f64>() / added.len() as f64).sqrt();
    assert!((deviation - 0.01).abs() < 5.0 * 0.01 / (2.0 * 96.0_f64).sqrt(), "{deviation}");
}

#[test]
fn what_is_no_edit_of_this_model_is_refused_in_a_sentence() {
    let mut session = open(&folder("llama"), Device::Cpu);
    let mut refused = |line: &str, word: &str| {
        let sentence = session.set_changes(&[line.to_owned()]).unwrap_err().to_string();
        assert!(sentence.contains(word), "{line}: {sentence}");
    };
    refused(
        "weight model.layers.1.mlp.down_porj.weight = zero",
        "Near names: model.layers.1.mlp.down_proj.weight",
    );
    refused("weight lm_head.weight", "has no =");
    refused("weight = zero", "names no weight");
    refused("weight lm_head.weight = mean", "“mean”");
    refused("weight lm_head.weight = + noise -1 seed 2", "noise");
    refused("weight lm_head.weight heads 3 = zero", "“heads”");
    refused("weight lm_head.weight rows 30 = zero", "there are 30");
    refused("weight model.norm.weight columns 0 = zero", "[24]");
}
