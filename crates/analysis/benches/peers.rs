//! Inscape's side, natively, of the bench of analyses beside rsatoolbox, numpy and himalaya.
//!
//! `cargo bench -p inscape-analysis --bench peers -- FOLDER` answers each workload's name on standard input by a line
//! `{"ms", "values"}`, from the arrays that `scripts/benches/analyses/peers.py` wrote into FOLDER; one thread.
//! `./scripts/bench analyses` runs it, and says whether the values agree.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use inscape_analysis::*;

const N_LAYERS: usize = 12;
const N_SAMPLES: usize = 1000;

fn main() {
    let folder = std::env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    let Some(folder) = folder.map(PathBuf::from) else {
        println!("peers: give the folder of the arrays, or run ./scripts/bench analyses");
        return;
    };
    let mut ready: HashMap<String, Box<dyn Fn() -> Vec<f64>>> = HashMap::new();
    for line in std::io::stdin().lines() {
        let name = line.unwrap();
        let run = ready.entry(name).or_insert_with_key(|name| workload(name, &folder));
        let start = Instant::now();
        let values = run();
        let ms = start.elapsed().as_secs_f64() * 1e3;
        println!("{}", serde_json::json!({ "ms": ms, "values": values }));
    }
}

fn workload(name: &str, folder: &Path) -> Box<dyn Fn() -> Vec<f64>> {
    match name {
        "rsa-pearson" => rsa(folder, RdmComparison::Pearson),
        "rsa-spearman" => rsa(folder, RdmComparison::Spearman),
        "rsa-cosine" => rsa(folder, RdmComparison::Cosine),
        "cka" => cka_of_layers(folder),
        "ridge" => encoding(folder),
        _ => panic!("no workload is called {name}"),
    }
}

fn rsa(folder: &Path, comparison: RdmComparison) -> Box<dyn Fn() -> Vec<f64>> {
    let (model, measured) = (read(folder, "model"), read(folder, "measured"));
    Box::new(move || {
        let model = rdm(&model, Distance::Correlation).unwrap();
        let measured = rdm(&measured, Distance::Correlation).unwrap();
        let found = bootstrap_stimuli(&model, &measured, comparison, N_SAMPLES, 1).unwrap();
        vec![found.estimate, found.low, found.high]
    })
}

/// All 24 layers with each other, as the page has it; the value is the mean over pairs of both models.
fn cka_of_layers(folder: &Path) -> Box<dyn Fn() -> Vec<f64>> {
    let n = 2 * N_LAYERS;
    let all: Vec<_> = (0..n).map(|number| read(folder, &format!("layer{number:02}"))).collect();
    Box::new(move || {
        let mut layers = CkaLayers::new(Cka::LinearDebiased);
        all.iter().for_each(|layer| layers.add(layer).unwrap());
        let matrix = layers.matrix();
        let between: f64 = matrix.chunks_exact(n).take(N_LAYERS).flat_map(|row| &row[N_LAYERS..]).sum();
        vec![between / (N_LAYERS * N_LAYERS) as f64]
    })
}

fn encoding(folder: &Path) -> Box<dyn Fn() -> Vec<f64>> {
    let (x, y) = (read(folder, "units"), read(folder, "targets"));
    let alphas: Vec<f64> = (-2..8).map(|power| 10.0_f64.powi(power)).collect();
    // As on the page: shuffled with the recipe's seed.
    let folds = k_fold(x.n_stimuli(), 5, Some(1)).unwrap();
    Box::new(move || {
        let r2 = ridge_encoding(&x, &y, &alphas, &folds, true).unwrap().r2_pooled;
        vec![r2.iter().sum::<f64>() / r2.len() as f64]
    })
}

/// The rows of a NumPy file of version 1, as `numpy.save` writes f64.
fn read(folder: &Path, name: &str) -> Activations<f64> {
    let bytes = std::fs::read(folder.join(format!("{name}.npy"))).unwrap();
    let start = 10 + usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let (numbers, _) = bytes[start..].as_chunks::<8>();
    let numbers: Vec<f64> = numbers.iter().map(|&bytes| f64::from_le_bytes(bytes)).collect();
    let n_stimuli = if matches!(name, "model" | "measured") { 92 } else { 1000 };
    let n_units = numbers.len() / n_stimuli;
    Activations::new(numbers, n_stimuli, n_units).unwrap()
}
