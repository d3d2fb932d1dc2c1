//! Tiny randomly initialised checkpoints of every architecture against the library that made them (files by
//! `scripts/golden/make_tiny_models.py`).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use inscape_models::{Hooks, Input, architectures, check_identities, read_config, resolve_site};
use pollster::block_on;
use tensor::{Device, Tensor};

use super::files::{File, devices, root};
use super::golden::deviation;

/// Sites that a golden file holds at least, the output among them.
const FEWEST_SITES: usize = 5;

fn folders() -> Vec<PathBuf> {
    let tiny = root().join("crates/models/tests/golden/tiny");
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(tiny).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn stimulus(golden: &File, group: &str, device: &Device) -> Input {
    let ids = format!("{group}.ids");
    if golden.names().contains(&ids.as_str()) {
        return Input::Tokens(golden.read(&ids).1.iter().map(|id| *id as u32).collect());
    }
    let (shape, pixels) = golden.read(&format!("{group}.input"));
    Input::Images(Tensor::from_vec(pixels, &shape, device).unwrap())
}

fn assert_parity(folder: &Path, device: &Device, tolerance: f32) {
    let name = folder.file_name().unwrap().to_string_lossy();
    let plan = read_config(&std::fs::read(folder.join("config.json")).unwrap())
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let (file, golden) =
        (File::open(&folder.join("model.safetensors")), File::open(&folder.join("golden.safetensors")));
    let groups: BTreeSet<&str> = golden.names().iter().map(|key| key.split_once('.').unwrap().0).collect();
    let all: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let weights = file.weights(&plan.weights_for(&all).unwrap(), device);
    let model = plan.build(weights, device).unwrap_or_else(|error| panic!("{name}: {error}"));
    let (mut worst, mut n_sites) = ((0.0, String::new()), 0);
    for group in groups {
        let mut hooks = Hooks::keeping(&all);
        model
            .forward(&stimulus(&golden, group, device), &mut hooks)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let kept = hooks.take();
        for check in block_on(check_identities(&plan.identities(), &kept)).unwrap() {
            assert!(check.holds, "{name}: {} is off by {:e}", check.statement, check.deviation);
        }
        let keys = golden.names().into_iter().filter_map(|key| key.strip_prefix(&format!("{group}.")));
        for key in keys.filter(|key| !["ids", "input"].contains(key)) {
            let site = resolve_site(&*plan, key).unwrap_or_else(|error| panic!("{name}: {error}"));
            let (shape, expected) = golden.read(&format!("{group}.{key}"));
            assert_eq!(kept[&site].shape(), shape, "{name}, {key}");
            let off = deviation(&block_on(kept[&site].to_vec()).unwrap(), &expected);
            assert!(off <= tolerance, "{name}, {group}, {key}: off by {off:e} on {device:?}");
            if off > worst.0 {
                worst = (off, key.to_owned());
            }
            n_sites += 1;
        }
    }
    assert!(n_sites >= FEWEST_SITES, "{name}: {n_sites} golden sites");
    println!("{name} on {device:?}: {n_sites} sites, worst {:e} at {}", worst.0, worst.1);
}

#[test]
fn tiny_checkpoints_agree_with_the_library_that_made_them() {
    for (device, tolerance) in devices() {
        folders().iter().for_each(|folder| assert_parity(folder, &device, tolerance));
    }
}

/// SqueezeNet has real weights with golden values (golden.rs).
#[test]
fn every_architecture_has_a_tiny_checkpoint() {
    let found: BTreeSet<&str> = folders()
        .iter()
        .map(|folder| {
            read_config(&std::fs::read(folder.join("config.json")).unwrap()).unwrap().architecture()
        })
        .collect();
    let missing: Vec<&str> = architectures()
        .iter()
        .map(|architecture| architecture.model_type)
        .filter(|name| !found.contains(name) && *name != "squeezenet")
        .collect();
    assert!(missing.is_empty(), "no tiny checkpoint of {missing:?}");
}
