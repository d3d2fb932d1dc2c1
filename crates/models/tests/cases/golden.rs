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

/// Pixels [1, 3, 227, 227] in squares of one value, from a seed, by the rule in `scripts/golden/make_models.py`.
fn seeded_pixels(seed: u32) -> Vec<f32> {
    let mut state = seed;
    let squares: Vec<f32> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as f32 - 128.0
    })
    .take(3 * 29 * 29)
    .collect();
    (0..3 * 227 * 227)
        .map(|at| squares[at / (227 * 227) * 841 + at / 227 % 227 / 8 * 29 + at % 227 / 8])
        .collect()
}

/// What a golden key names: the site, and the stride at which its flattened values were kept.
fn site_and_stride(name: &str) -> (&str, usize) {
    name.split_once('@').map_or((name, 1), |(site, stride)| (site, stride.parse().unwrap()))
}

/// The stimulus of a group of golden values: `ids` of a text, the seed of an image, or the pixels at the site `input`.
fn stimulus(golden: &File, group: &str, device: &Device) -> Input {
    if golden.names().contains(&format!("{group}.ids").as_str()) {
        let (_, ids) = golden.read(&format!("{group}.ids"));
        return Input::Tokens(ids.iter().map(|id| *id as u32).collect());
    }
    if golden.names().contains(&format!("{group}.seed").as_str()) {
        let (_, seed) = golden.read(&format!("{group}.seed"));
        let pixels = seeded_pixels(seed[0] as u32);
        return Input::Images(Tensor::from_vec(pixels, &[1, 3, 227, 227], device).unwrap());
    }
    let (mut shape, pixels) = golden.read(&format!("{group}.input"));
    if shape.len() == 3 {
        shape.insert(0, 1);
    }
    Input::Images(Tensor::from_vec(pixels, &shape, device).unwrap())
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
                .filter(|name| !["ids", "seed", "top5"].contains(name))
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
