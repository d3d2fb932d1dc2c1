//! Two tables of word vectors, learned from the same text from first numbers of their own.
//!
//! Pennington, Socher & Manning 2014, "GloVe: global vectors for word representation": weighted least squares on the
//! logarithms of how often words stand near each other.

use std::collections::BTreeMap;

use analysis::Activations;
use draws::Draws;
use nn::{Init, Optimiser, Outcome, Pace, ParameterList, Parameters, Trainer};
use recipe::{Error, Result};
use tensor::{Device, Tensor};

use super::space::made;
use crate::TrainingWatch;

/// Numbers of a word vector, the plan's.
pub const N_FEATURES: usize = 50;
/// Words to either side that count, each by 1 / its distance.
const WINDOW: usize = 8;
/// Counts above this weigh 1, those below (count / it)^0.75 (GloVe's 100, for a text a thousand times smaller).
const FULL_COUNT: f32 = 10.0;
/// Full-batch steps of Adam, and its rate.
pub const N_STEPS: u64 = 100;
const RATE: f64 = 0.05;
/// Share of the text's paragraphs that each table sees, drawn for itself.
const SHARE: f64 = 0.9;

/// The most frequent words, from the most frequent on.
pub fn vocabulary(text: &str, n: usize) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in paragraphs(text).flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    words.into_iter().take(n).map(|(word, _)| word).collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.split("\n\n").map(|paragraph| {
        let words = paragraph.split(|c: char| !c.is_alphabetic());
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    })
}

/// `[n, n]`: how often two words stand near each other, in the paragraphs that a table drew.
fn together(text: &str, words: &[String], draws: Draws) -> Vec<f32> {
    let n = words.len();
    let place: BTreeMap<&str, usize> = words.iter().enumerate().map(|(k, word)| (word.as_str(), k)).collect();
    let mut counts = vec![0.0; n * n];
    for (number, paragraph) in paragraphs(text).enumerate() {
        if draws.unit(number as u64) >= SHARE {
            continue;
        }
        let known: Vec<Option<usize>> =
            paragraph.iter().map(|word| place.get(word.as_str()).copied()).collect();
        for (at, &first) in known.iter().enumerate() {
            for (distance, &second) in known[at + 1..].iter().take(WINDOW).enumerate() {
                if let (Some(first), Some(second)) = (first, second) {
                    let weight = 1.0 / (distance + 1) as f32;
                    counts[first * n + second] += weight;
                    counts[second * n + first] += weight;
                }
            }
        }
    }
    counts
}

/// Two tables `[n_words, N_FEATURES]`, less the mean over words.
pub async fn tables(
    text: &[u8],
    words: &[String],
    seed: u64,
    device: &Device,
    watch: &mut TrainingWatch<'_, '_>,
) -> Result<[Activations<f64>; 2]> {
    let text = text_of(text)?;
    let (n, draws) = (words.len(), Draws::new(seed));
    let counts: Vec<f32> = (0..2).flat_map(|table| together(text, words, draws.stream(table))).collect();
    let weights = counts.iter().map(|&c| (c / FULL_COUNT).min(1.0).powf(0.75)).collect();
    let logs = counts.iter().map(|&c| c.max(1e-6).ln()).collect();
    let [weights, logs]: [Vec<f32>; 2] = [weights, logs];
    let weights = Tensor::from_vec(weights, &[2, n, n], device)?;
    let logs = Tensor::from_vec(logs, &[2, n, n], device)?;
    let mut list = ParameterList::new();
    let small = Init::Uniform { bound: 0.5 / (N_FEATURES as f64).sqrt() };
    let word = list.declare("word", &[n, N_FEATURES], small)?;
    let context = list.declare("context", &[n, N_FEATURES], small)?;
    let word_bias = list.declare("word_bias", &[n], Init::Zeros)?;
    let context_bias = list.declare("context_bias", &[n], Init::Zeros)?;
    let parameters = Parameters::initialise_many(&list, &[draws.at(10), draws.at(11)], device)?;
    let model = move |p: &Parameters, _: &()| {
        let near = p.get(word)?.matmul(&p.get(context)?.transpose()?)?;
        let near = near.add(&p.get(word_bias)?.unsqueeze(2)?)?.add(&p.get(context_bias)?.unsqueeze(1)?)?;
        let off = near.sub(&logs)?.square()?.mul(&weights)?;
        Ok(Outcome::of(off.sum(2)?.mean(1)?))
    };
    let settings = nn::Settings { optimiser: Optimiser::adam(), rate: RATE, ..nn::Settings::default() };
    let mut trainer = Trainer::new(parameters, settings, model)?;
    let pace = Pace { curve_every: u64::MAX, keep_secs: f64::INFINITY, ..Pace::default() };
    trainer.run(N_STEPS, |_| Ok(()), pace, watch).await?;
    let p = trainer.parameters();
    let sums = p.get(word)?.add(p.get(context)?)?.to_vec().await?;
    let table = |which: usize| {
        let own = &sums[which * n * N_FEATURES..][..n * N_FEATURES];
        let mean = |feature: usize| {
            own.iter().skip(feature).step_by(N_FEATURES).map(|&v| f64::from(v)).sum::<f64>() / n as f64
        };
        let means: Vec<f64> = (0..N_FEATURES).map(mean).collect();
        made(
            own.iter().enumerate().map(|(at, &v)| f64::from(v) - means[at % N_FEATURES]).collect(),
            N_FEATURES,
        )
    };
    Ok([table(0)?, table(1)?])
}

/// The file as text.
pub fn text_of(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes)
        .map_err(|_| Error::Read { name: "text.txt".to_owned(), reason: "it is not UTF-8".to_owned() })
}
