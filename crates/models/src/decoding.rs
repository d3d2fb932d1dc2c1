//! How a text's next token is chosen from a row of logits; [`crate::Writer`] writes with it.
//!
//! Temperature, then top-k (Fan et al. 2018, arXiv:1805.04833), then top-p (Holtzman et al. 2020, arXiv:1904.09751), in the
//! order of Hugging Face's `generate`. In f64 on the host.

use tensor::Random;

use crate::{Error, Result};

/// How the next token is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// The likeliest; the first among equals.
    Greedy,
    /// One drawn at random.
    Sample {
        /// Which tokens may be drawn, and how often.
        sampling: Sampling,
        /// Equal seeds give equal texts.
        seed: u64,
    },
}

impl Choice {
    /// The token at `place` of a text. Errors as [`greedy`] and [`Sampling::draw`].
    pub fn choose(&self, logits: &[f32], place: usize) -> Result<usize> {
        match self {
            Self::Greedy => greedy(logits),
            Self::Sample { sampling, seed } => sampling.draw(logits, *seed, place),
        }
    }
}

/// The distribution that tokens are drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sampling {
    /// Logits are divided by it; above 0. Small ones favour the likeliest, 1 is the model's own distribution.
    pub temperature: f64,
    /// Only this many of the likeliest tokens stay; the first ones among equals.
    pub top_k: Option<usize>,
    /// Only the likeliest tokens stay whose probabilities first sum to this much; above 0, at most 1 (all).
    pub top_p: f64,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { temperature: 1.0, top_k: None, top_p: 1.0 }
    }
}

/// The likeliest token; the first among equals. Errors on logits that are NaN, +inf or all −inf.
pub fn greedy(logits: &[f32]) -> Result<usize> {
    check(logits)?;
    let better = |best: usize, token: usize| if logits[token] > logits[best] { token } else { best };
    Ok((1..logits.len()).fold(0, better))
}

/// The log-probability of each token, in nats. Errors as [`greedy`].
pub fn log_probabilities(logits: &[f32]) -> Result<Vec<f64>> {
    let likeliest = f64::from(logits[greedy(logits)?]);
    let total: f64 = logits.iter().map(|&logit| (f64::from(logit) - likeliest).exp()).sum();
    Ok(logits.iter().map(|&logit| f64::from(logit) - likeliest - total.ln()).collect())
}

impl Sampling {
    /// The probability of each token, 0 for those that do not stay. Errors on settings outside their ranges, and as
    /// [`greedy`]. Cost: a sort of the vocabulary.
    pub fn probabilities(&self, logits: &[f32]) -> Result<Vec<f64>> {
        self.check()?;
        let likeliest = f64::from(logits[greedy(logits)?]);
        let weights: Vec<f64> =
            logits.iter().map(|&logit| ((f64::from(logit) - likeliest) / self.temperature).exp()).collect();
        let mut order: Vec<usize> = (0..logits.len()).collect();
        // By logits, not weights, which underflow to equals; a stable sort keeps the first among equals first.
        order.sort_by(|&a, &b| logits[b].partial_cmp(&logits[a]).unwrap_or(std::cmp::Ordering::Equal));
        order.truncate(self.top_k.unwrap_or(order.len()));
        let total: f64 = order.iter().map(|&token| weights[token]).sum();
        let (mut probabilities, mut kept) = (vec![0.0; logits.len()], 0.0);
        for &token in &order {
            if self.top_p < 1.0 && kept >= self.top_p * total {
                break;
            }
            probabilities[token] = weights[token];
            kept += weights[token];
        }
        probabilities.iter_mut().for_each(|probability| *probability /= kept);
        Ok(probabilities)
    }

    /// The token at `place` of the text that `seed` gives: a function of both and of the logits alone, so that a text can be
    /// taken up anywhere. Errors as [`Sampling::probabilities`].
    pub fn draw(&self, logits: &[f32], seed: u64, place: usize) -> Result<usize> {
        let probabilities = self.probabilities(logits)?;
        let mut left = Random::new(seed).split(place as u32).uniform_f64();
        let mut drawn = 0;
        for (token, probability) in probabilities.iter().enumerate().filter(|(_, p)| **p > 0.0) {
            // Rounding may leave a little after the last token, which then is drawn.
            drawn = token;
            left -= probability;
            if left < 0.0 {
                break;
            }
        }
        Ok(drawn)
    }

    fn check(&self) -> Result<()> {
        let fail = |name: &str, found: f64, expected: &str| {
            Err(Error::Input(format!("The {name} is {found}; expected {expected}.")))
        };
        if !(self.temperature > 0.0 && self.temperature.is_finite()) {
            return fail("temperature", self.temperature, "a number above 0");
        }
        if !(self.top_p > 0.0 && self.top_p <= 1.0) {
            return fail("top-p", self.top_p, "a number above 0, at most 1");
        }
        match self.top_k {
            Some(0) => fail("top-k", 0.0, "at least 1"),
            _ => Ok(()),
        }
    }
}

fn check(logits: &[f32]) -> Result<()> {
    let is_bad = |logit: &f32| logit.is_nan() || *logit == f32::INFINITY;
    if logits.iter().any(is_bad) || logits.iter().all(|logit| *logit == f32::NEG_INFINITY) {
        let sentence =
            "No token can be chosen: a logit is infinite or no number at all, or every token is ruled out.";
        return Err(Error::Input(sentence.to_owned()));
    }
    Ok(())
}
