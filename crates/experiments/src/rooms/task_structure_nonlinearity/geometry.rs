//! What the geometry of hidden responses is like.

use analysis::{Activations, Cka, cka};
use recipe::{Error, Result};

use super::task::{N_BITS, N_CONDITIONS, N_INPUTS, N_OUTPUTS, Target, bits};

/// Centred kernel alignment (Cortes, Mohri & Rostamizadeh 2012; the biased linear CKA) of two sets of responses to the
/// conditions, `[N_CONDITIONS, …]` each; 0 where one of them does not vary.
fn alignment(a: &[f32], b: &[f32]) -> Result<f64> {
    let take = |x: &[f32]| Activations::new(x.to_vec(), N_CONDITIONS, x.len() / N_CONDITIONS);
    match take(a).and_then(|a| cka(&a, &take(b)?, Cka::LinearBiased)) {
        Ok(value) => Ok(value),
        Err(analysis::Error::DeadLayer { .. }) => Ok(0.0),
        Err(source) => Err(Error::Analysis { site: "hidden layer".to_owned(), source }),
    }
}

/// Alignment of hidden responses with the targets.
pub fn target_alignment(hidden: &[f32], target: Target) -> Result<f64> {
    let of = |condition| target.of(condition).into_iter().take(target.n_outputs());
    let targets: Vec<f32> = (0..N_CONDITIONS).flat_map(of).map(|y| y as f32).collect();
    alignment(hidden, &targets)
}

/// Alignment of hidden responses with the noise-free inputs `[N_CONDITIONS, N_INPUTS]`.
pub fn input_alignment(hidden: &[f32], means: &[f32]) -> Result<f64> {
    debug_assert_eq!(means.len(), N_CONDITIONS * N_INPUTS);
    alignment(hidden, means)
}

/// Share of outputs with the right sign, over `n_samples` inputs of each condition: outputs
/// `[N_CONDITIONS · n_samples, N_OUTPUTS]`.
pub fn accuracy(outputs: &[f32], target: Target) -> f64 {
    let n_samples = outputs.len() / N_OUTPUTS / N_CONDITIONS;
    let mut n_right = 0;
    for (row, scores) in outputs.chunks_exact(N_OUTPUTS).enumerate() {
        let wanted = target.of(row / n_samples);
        n_right += scores.iter().zip(wanted).filter(|&(&score, y)| f64::from(score) * y > 0.0).count();
    }
    n_right as f64 / (n_samples * N_CONDITIONS * target.n_outputs()) as f64
}

/// Share of hidden neurons that answer to fewer than half of the conditions: only there the response is at least half of
/// the neuron's largest, in magnitude. A neuron that says a balanced label answers to half of them or to all.
pub fn specialised_share(hidden: &[f32]) -> f64 {
    let n_hidden = hidden.len() / N_CONDITIONS;
    let is_specialised = |&neuron: &usize| {
        let response = |condition: usize| hidden[condition * n_hidden + neuron].abs();
        let largest = (0..N_CONDITIONS).map(response).fold(0.0, f32::max);
        let n_answered = (0..N_CONDITIONS).filter(|&c| response(c) >= largest / 2.0).count();
        2 * n_answered < N_CONDITIONS
    };
    (0..n_hidden).filter(is_specialised).count() as f64 / n_hidden as f64
}

/// Parallelism score of a bit (Bernardi et al. 2020): mean cosine between its coding vectors, each the difference of two
/// conditions that differ in this bit alone.
pub fn parallelism(hidden: &[f32], bit: usize) -> f64 {
    let n_hidden = hidden.len() / N_CONDITIONS;
    let row = |condition: usize| &hidden[condition * n_hidden..][..n_hidden];
    let coding: Vec<Vec<f64>> = (0..N_CONDITIONS)
        .filter(|&condition| bits(condition)[bit] < 0.0)
        .map(|low| {
            let pairs = row(low | 1 << bit).iter().zip(row(low));
            pairs.map(|(&high, &low)| f64::from(high) - f64::from(low)).collect()
        })
        .collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let mut cosines = Vec::new();
    for (place, a) in coding.iter().enumerate() {
        for b in &coding[..place] {
            let lengths = (dot(a, a) * dot(b, b)).sqrt();
            cosines.push(if lengths > 0.0 { dot(a, b) / lengths } else { 0.0 });
        }
    }
    cosines.iter().sum::<f64>() / cosines.len() as f64
}

/// The conditions' centred kernel `[N_CONDITIONS, N_CONDITIONS]`, its largest entry 1.
pub fn kernel(responses: &[f32]) -> Vec<f64> {
    let width = responses.len() / N_CONDITIONS;
    let column_mean = |j: usize| {
        let column = (0..N_CONDITIONS).map(|i| f64::from(responses[i * width + j]));
        column.sum::<f64>() / N_CONDITIONS as f64
    };
    let column_means: Vec<f64> = (0..width).map(column_mean).collect();
    let centred = |i: usize, j: usize| f64::from(responses[i * width + j]) - column_means[j];
    let entry = |i: usize, k: usize| (0..width).map(|j| centred(i, j) * centred(k, j)).sum::<f64>();
    let kernel: Vec<f64> =
        (0..N_CONDITIONS * N_CONDITIONS).map(|at| entry(at / N_CONDITIONS, at % N_CONDITIONS)).collect();
    let largest = kernel.iter().fold(0.0_f64, |most, value| most.max(value.abs())).max(f64::MIN_POSITIVE);
    kernel.into_iter().map(|value| value / largest).collect()
}

/// A condition's name by its bits, e.g. `+−+`.
pub fn condition_name(condition: usize) -> String {
    bits(condition).into_iter().take(N_BITS).map(|z| if z > 0.0 { '+' } else { '−' }).collect()
}
