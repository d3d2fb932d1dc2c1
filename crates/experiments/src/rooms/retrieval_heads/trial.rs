//! One prompt read and answered while it is seen where every head looks.

use recipe::Result;

use super::plan::Plan;
use super::prompts::Prompt;
use super::reader::{Masking, Reader, Said};
use super::score::{recall, scores};

/// Share of the answer that must be right for a trial to count, as in the paper's code.
const LEAST_RECALL: f64 = 0.5;

/// What came of a prompt.
pub struct Trial {
    /// Cell, and whether the answer is a number.
    pub cell: [usize; 2],
    /// The same.
    pub is_number: bool,
    /// Share of the answer that was said.
    pub recall: f64,
    /// Score of each head.
    pub scores: Vec<f64>,
    /// The same with the needle's tokens moved on by one place, so that they stand where others stood.
    pub displaced: Vec<f64>,
    /// Attention of each head to the first token, mean over steps.
    pub to_first: Vec<f64>,
}

impl Trial {
    /// Reads, answers and scores.
    pub async fn run(reader: &Reader, plan: &Plan, prompt: &Prompt) -> Result<(Self, Said)> {
        let said = reader.say(&prompt.tokens, prompt.answer.len(), &[], Masking::Zero, true).await?;
        let needle: Vec<u32> = prompt.places.iter().map(|&place| prompt.tokens[place]).collect();
        let mut displaced = needle.clone();
        displaced.rotate_right(1.min(needle.len().saturating_sub(1)));
        let score = |needle: &[u32]| scores(prompt, needle, &said, plan.counting, plan.top);
        let trial = Self {
            cell: prompt.cell,
            is_number: prompt.is_number,
            recall: recall(&prompt.answer, &said.tokens),
            scores: score(&needle),
            displaced: score(&displaced),
            to_first: to_first(reader.count(), prompt, &said),
        };
        Ok((trial, said))
    }

    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.recall > LEAST_RECALL
    }
}

fn to_first(n_heads: usize, prompt: &Prompt, said: &Said) -> Vec<f64> {
    let of_head = |head: usize| {
        let at = |(step, looks): (usize, &Vec<f32>)| f64::from(looks[head * (prompt.tokens.len() + step)]);
        said.looks.iter().enumerate().map(at).sum::<f64>() / said.looks.len().max(1) as f64
    };
    (0..n_heads).map(of_head).collect()
}

/// Mean of a number of each head over trials; zeros where there is no trial.
pub fn mean_of<'a>(n_heads: usize, all: impl Iterator<Item = &'a Vec<f64>>) -> Vec<f64> {
    let (mut sums, mut n) = (vec![0.0; n_heads], 0.0);
    for values in all {
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
        n += 1.0;
    }
    sums.iter_mut().for_each(|sum| *sum /= f64::max(n, 1.0));
    sums
}

/// Mean score of each head over those of the trials that count.
pub fn map_of<'a>(n_heads: usize, trials: impl Iterator<Item = &'a Trial>) -> Vec<f64> {
    mean_of(n_heads, trials.filter(|trial| trial.counts()).map(|trial| &trial.scores))
}

/// Numbers of heads, the largest value first; the first among equals first.
pub fn ranked(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    order
}
