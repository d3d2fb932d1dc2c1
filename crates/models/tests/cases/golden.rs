//! Values at intermediate sites against the reference implementation (files made by
//! `scripts/golden/make_models.py`), on real weights.

use std::collections::{BTreeMap, BTreeSet};

use inscape_models::{Hooks, Input, resolve_site};
use pollster::block_on;
use tensor::{Device, Stopwatch, Tensor};

use super::files::{File, devices, is_here, open_model, root};

/// max|a − b| / max|b|; NaN if any number is.
pub fn deviation(found: &[f32], expected: &[f32]) -> f32 {
    let largest = |values: &mut dyn Iterator<Item = f32>| {
        values.fold(0.0_f32, |max, v| if v.is_nan() || v > max { v } else { max })
    };
    largest(&mut found.iter().zip(expected).map(|(a, b)| (a - b).abs()))
        / largest(&mut expected.iter().map(|b| b.abs()))
}

/// Pixels [1, 3, side, side] in squares of one value, from a seed, by the rule in `scripts/golden/make_models.py`.
fn seeded_pixels(seed: u32, side: usize, divisor: f32) -> Vec<f32> {
    let mut state = seed;
    let n_squares = side.div_ceil(8);
    let squares: Vec<f32> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((state >> 24) as f32 - 128.0) / divisor
    })
    .take(3 * n_squares * n_squares)
    .collect();
    let square =
        |at: usize| (at / (side * side) * n_squares + at / side % side / 8) * n_squares + at % side / 8;
    (0..3 * side * side).map(|at| squares[square(at)]).collect()
}

/// What a golden key names: the site, and the stride at which its flattened values were kept.
fn site_and_stride(name: &str) -> (&str, usize) {
    name.split_once('@').map_or((name, 1), |(site, stride)| (site, stride.parse().unwrap()))
}

/// The stimulus of a group of golden values: `ids` of a text, or `seed` and `divisor` of an image.
fn stimulus(golden: &File, group: &str, device: &Device) -> Input {
    if golden.names().contains(&format!("{group}.ids").as_str()) {
        let (_, ids) = golden.read(&format!("{group}.ids"));
        return Input::Tokens(ids.iter().map(|id| *id as u32).collect());
    }
    let whole = |part: &str| golden.read(&format!("{group}.{part}")).1;
    let [seed, side] = whole("seed")[..] else { panic!("{group}.seed holds a seed and a side") };
    let (side, divisor) = (side as usize, whole("divisor")[0]);
    let pixels = seeded_pixels(seed as u32, side, divisor);
    Input::Images(Tensor::from_vec(pixels, &[1, 3, side, side], device).unwrap())
}

fn assert_parity(id: &str) {
    let path = root().join(format!("crates/models/tests/golden/{id}.safetensors"));
    if !is_here(&path) {
        return;
    }
    let Some((plan, file)) = open_model(id) else { return };
    let golden = File::open(&path);
    let groups: BTreeSet<&str> = golden.names().iter().map(|key| key.split_once('.').unwrap().0).collect();
    for (device, tolerance) in devices() {
        let mut worst: BTreeMap<&str, f32> = BTreeMap::new();
        let mut secs = 0.0;
        let mut n_values = 0;
        for group in &groups {
            let sites: Vec<(&str, String)> = golden
                .names()
                .into_iter()
                .filter_map(|key| key.strip_prefix(&format!("{group}.")))
                .filter(|name| !["ids", "seed", "divisor", "top5"].contains(name))
                .map(|name| (name, resolve_site(&*plan, site_and_stride(name).0).unwrap()))
                .collect();
            let names: Vec<&str> = sites.iter().map(|(_, site)| site.as_str()).collect();
            let weights = file.weights(&plan.weights_for(&names).unwrap(), &device);
            let model = plan.build(weights, &device).unwrap();
            let mut hooks = Hooks::keeping(&names);
            let input = stimulus(&golden, group, &device);
            let watch = Stopwatch::start();
            model.forward(&input, &mut hooks).unwrap();
            let kept = hooks.take();
            block_on(kept[names[names.len() - 1]].to_vec()).unwrap();
            secs += watch.elapsed_secs();
            for (key, site) in &sites {
                let (shape, expected) = golden.read(&format!("{group}.{key}"));
                let found = &kept[site];
                let (_, stride) = site_and_stride(key);
                assert!(
                    stride > 1 || found.shape().ends_with(&shape) || shape.ends_with(found.shape()),
                    "{site}: {shape:?}"
                );
                let mut found = block_on(found.to_vec()).unwrap();
                if site == "ln_final.hook_normalized" {
                    // The site is before the gain, as in TransformerLens; the reference's module gives it after.
                    let (_, gain) = file.read("model.norm.weight");
                    found.iter_mut().enumerate().for_each(|(i, value)| *value *= gain[i % gain.len()]);
                }
                let found: Vec<f32> = found.into_iter().step_by(stride).collect();
                assert_eq!(found.len(), expected.len(), "{site}: number of values");
                let off = deviation(&found, &expected);
                assert!(off <= tolerance, "{id}, {group}, {site}: off by {off:e} on {device:?}");
                let entry = worst.entry(key).or_insert(0.0);
                *entry = entry.max(off);
                n_values += 1;
            }
            if golden.names().contains(&format!("{group}.top5").as_str()) {
                let (_, top5) = golden.read(&format!("{group}.top5"));
                let logits = block_on(kept["logits"].to_vec()).unwrap();
                let n_vocab = *kept["logits"].shape().last().unwrap();
                let last = &logits[logits.len() - n_vocab..];
                let mut ids: Vec<usize> = (0..n_vocab).collect();
                ids.sort_by(|a, b| last[*b].total_cmp(&last[*a]));
                let expected: Vec<usize> = top5.iter().map(|id| *id as usize).collect();
                assert_eq!(ids[..5], expected, "{id}, {group}: the five likeliest next tokens");
            }
        }
        assert!(n_values > 0, "{id}: the golden file has no values");
        let largest = worst.iter().max_by(|a, b| a.1.total_cmp(b.1)).unwrap();
        println!(
            "{id} on {device:?}: {n_values} values, worst {:e} at {}, {secs:.2} s",
            largest.1, largest.0
        );
    }
}

#[test]
fn squeezenet_agrees_with_its_reference_at_every_golden_site() {
    assert_parity("squeezenet1_1");
}

#[test]
fn minilm_agrees_with_transformers_at_every_golden_site() {
    assert_parity("minilm-l6");
}

#[test]
fn stories260k_agrees_with_transformers_at_every_golden_site() {
    assert_parity("stories260k");
}

#[test]
fn smollm2_agrees_with_transformers_at_every_golden_site() {
    assert_parity("smollm2-135m");
}

#[test]
fn gpt_nano_sort_agrees_with_transformers_at_every_golden_site() {
    assert_parity("gpt-nano-sort");
}

#[test]
fn the_character_lstm_agrees_with_torch_at_every_golden_site() {
    assert_parity("char-lstm");
}

#[test]
fn tiny_darknet_agrees_with_its_reference_at_every_golden_site() {
    assert_parity("tiny-darknet");
}

#[test]
fn the_vision_transformer_agrees_with_transformers_at_every_golden_site() {
    assert_parity("vit-s14-saliency");
}
