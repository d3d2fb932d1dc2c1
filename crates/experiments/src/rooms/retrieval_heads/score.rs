//! The retrieval score of every head (Wu et al. 2024, section 2): how much of a needle it copies.

use super::prompts::Prompt;
use super::reader::Said;

/// Ways to count what a head copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// The share of the needle's tokens that the head copied, each once, as the paper defines it.
    Set,
    /// One over the needle's tokens for every step in which it copied, as the paper's code counts.
    Steps,
    /// The share of its attention that lies on the token that is written, mean over steps.
    Mass,
}

/// The score of each head in one trial: a head copies when one of its `top` strongest attention weights points into the needle
/// and at a token that is the one written. `needle` are the tokens that stand at the prompt's places. Cost: one pass through
/// the looks.
pub fn scores(prompt: &Prompt, needle: &[u32], said: &Said, counting: Counting, top: usize) -> Vec<f64> {
    let n_needle = needle.len().max(1) as f64;
    let n_keys = |step: usize| prompt.tokens.len() + step;
    let n_heads = said.looks.first().map_or(0, |looks| looks.len() / n_keys(0));
    let mut scores = vec![0.0; n_heads];
    for (head, score) in scores.iter_mut().enumerate() {
        let mut copied = vec![false; needle.len()];
        for (step, (looks, &token)) in said.looks.iter().zip(&said.tokens).enumerate() {
            let row = &looks[head * n_keys(step)..][..n_keys(step)];
            let strongest = if counting == Counting::Mass { Vec::new() } else { strongest(row, top) };
            for (which, &place) in
                prompt.places.iter().enumerate().filter(|(which, _)| needle[*which] == token)
            {
                let is_copied = strongest.contains(&place);
                match counting {
                    Counting::Set if is_copied && !copied[which] => *score += 1.0 / n_needle,
                    Counting::Steps if is_copied => *score += 1.0 / n_needle,
                    Counting::Mass => *score += f64::from(row[place]) / said.tokens.len() as f64,
                    Counting::Set | Counting::Steps => {}
                }
                copied[which] |= is_copied;
            }
        }
    }
    scores
}

/// The places of the `top` largest numbers, the first among equals first.
fn strongest(row: &[f32], top: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..row.len()).collect();
    let top = top.clamp(1, row.len());
    order.select_nth_unstable_by(top - 1, |&a, &b| row[b].total_cmp(&row[a]).then(a.cmp(&b)));
    order.truncate(top);
    order
}

/// The share of the answer's tokens that were said (ROUGE-1 recall), each as often as it stands in the answer.
pub fn recall(answer: &[u32], said: &[u32]) -> f64 {
    let mut left = said.to_vec();
    let found = answer.iter().filter(|&token| {
        let place = left.iter().position(|other| other == token);
        place.map(|place| left.swap_remove(place)).is_some()
    });
    found.count() as f64 / answer.len().max(1) as f64
}

/// Gini's coefficient of numbers from 0: 0 where all are alike, towards 1 where one has all.
pub fn gini(values: &[f64]) -> f64 {
    let mut rising = values.to_vec();
    rising.sort_by(f64::total_cmp);
    let (n, sum) = (rising.len() as f64, rising.iter().sum::<f64>());
    let weighted: f64 = rising.iter().enumerate().map(|(place, value)| (place + 1) as f64 * value).sum();
    if sum > 0.0 { 2.0 * weighted / (n * sum) - (n + 1.0) / n } else { 0.0 }
}

/// Spearman's rank correlation, equal values sharing their mean rank; 0 where one side is all alike.
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let sum =
        |f: &dyn Fn(f64, f64) -> f64| a.iter().zip(&b).map(|(a, b)| f(a - mean_a, b - mean_b)).sum::<f64>();
    let spread = (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt();
    if spread > 0.0 { sum(&|a, b| a * b) / spread } else { 0.0 }
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let of = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count() as f64;
        let equal = values.iter().filter(|other| *other == value).count() as f64;
        below + (equal + 1.0) / 2.0
    };
    values.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toy() -> (Prompt, Said) {
        // The needle 7 8 stands at places 1 and 2 of a text of four tokens; the model says 7, then 9.
        let prompt = Prompt {
            tokens: vec![1, 7, 8, 2],
            answer: vec![7, 8],
            places: vec![1, 2],
            cell: [0, 0],
            is_number: false,
        };
        let looks = vec![
            [[0.1, 0.7, 0.1, 0.1], [0.6, 0.3, 0.1, 0.0]].concat(),
            [[0.0, 0.1, 0.8, 0.1, 0.0], [0.0, 0.9, 0.0, 0.1, 0.0]].concat(),
        ];
        (prompt, Said { tokens: vec![7, 9], looks })
    }

    #[test]
    fn a_head_copies_only_where_it_looks_most_at_the_very_token_that_is_written() {
        let (prompt, said) = toy();
        let scores = |needle: &[u32], counting, top| scores(&prompt, needle, &said, counting, top);
        assert_eq!(scores(&[7, 8], Counting::Set, 1), [0.5, 0.0]);
        assert_eq!(scores(&[7, 8], Counting::Set, 2), [0.5, 0.5]);
        // The same places under other tokens.
        assert_eq!(scores(&[8, 7], Counting::Set, 1), [0.0, 0.0]);
        let mass = scores(&[7, 8], Counting::Mass, 1);
        assert!((mass[0] - 0.35).abs() < 1e-6 && (mass[1] - 0.15).abs() < 1e-6);
    }

    #[test]
    fn what_is_copied_twice_counts_once_in_the_set_and_twice_in_the_steps() {
        let (prompt, mut said) = toy();
        said.tokens = vec![7, 7];
        said.looks[1] = [[0.0, 0.9, 0.1, 0.0, 0.0], [0.0, 0.9, 0.0, 0.1, 0.0]].concat();
        assert_eq!(scores(&prompt, &[7, 8], &said, Counting::Set, 1), [0.5, 0.5]);
        assert_eq!(scores(&prompt, &[7, 8], &said, Counting::Steps, 1), [1.0, 0.5]);
    }

    #[test]
    fn recall_gini_and_rank_correlation_have_their_exact_values() {
        assert_eq!(recall(&[1, 2, 2, 3], &[2, 1, 2, 2]), 0.75);
        assert_eq!(recall(&[1, 2], &[]), 0.0);
        assert!((gini(&[0.0, 0.0, 0.0, 1.0]) - 0.75).abs() < 1e-12);
        assert!(gini(&[2.0; 5]).abs() < 1e-12);
        assert!((spearman(&[1.0, 2.0, 3.0], &[10.0, 30.0, 20.0]) - 0.5).abs() < 1e-12);
        assert!((spearman(&[0.0, 0.0, 1.0, 2.0], &[0.0, 0.0, 4.0, 5.0]) - 1.0).abs() < 1e-12);
        assert_eq!(spearman(&[1.0, 1.0], &[1.0, 2.0]), 0.0);
    }
}
