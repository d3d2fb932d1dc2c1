//! Repeat surprisal (Armeni, Honey & Linzen 2022, section 3.3), its median, and intervals.

use draws::Draws;

use super::stimuli::Cell;

/// Samples of the bootstrap.
const N_SAMPLES: usize = 2000;

/// 100 times the mean surprisal of the second list over that of the first, of one text; `bits` is the surprisal of each word.
pub fn repeat_surprisal(cell: &Cell, bits: &[f64]) -> f64 {
    let mean = |from: usize| bits[from..from + cell.n_nouns].iter().sum::<f64>() / cell.n_nouns as f64;
    100.0 * mean(cell.second()) / mean(cell.first())
}

/// The middle one of at least one value; between the two middle ones of an even number.
pub fn median(values: &[f64]) -> f64 {
    let mut rising = values.to_vec();
    rising.sort_by(f64::total_cmp);
    let n = rising.len();
    if n.is_multiple_of(2) { (rising[n / 2 - 1] + rising[n / 2]) / 2.0 } else { rising[n / 2] }
}

/// A median with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Median {
    /// The median.
    pub value: f64,
    /// Its 95 % interval: percentiles of the bootstrap over texts.
    pub interval: [f64; 2],
}

impl Median {
    /// Of at least one value.
    pub fn of(values: &[f64], draws: Draws) -> Self {
        let sample = |draws: Draws| {
            let one = |k: usize| values[draws.below(k as u64, values.len())];
            median(&(0..values.len()).map(one).collect::<Vec<f64>>())
        };
        Self {
            value: median(values),
            interval: percentiles((0..N_SAMPLES).map(|k| sample(draws.stream(k as u64)))),
        }
    }

    /// The difference of the medians of two groups of texts, `a − b`.
    pub fn difference(a: &[f64], b: &[f64], draws: Draws) -> Self {
        let sample = |values: &[f64], draws: Draws| {
            let one = |k: usize| values[draws.below(k as u64, values.len())];
            median(&(0..values.len()).map(one).collect::<Vec<f64>>())
        };
        let one = |k: usize| {
            let draws = draws.stream(k as u64);
            sample(a, draws.stream(0)) - sample(b, draws.stream(1))
        };
        Self { value: median(a) - median(b), interval: percentiles((0..N_SAMPLES).map(one)) }
    }
}

impl std::fmt::Display for Median {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [low, high] = self.interval;
        write!(f, "{:.1} [{low:.1}, {high:.1}]", self.value)
    }
}

/// 2.5 and 97.5 per cent.
fn percentiles(samples: impl Iterator<Item = f64>) -> [f64; 2] {
    let mut rising: Vec<f64> = samples.collect();
    rising.sort_by(f64::total_cmp);
    let at = |part: f64| rising[(part * (rising.len() - 1) as f64).round() as usize];
    [at(0.025), at(0.975)]
}

/// Median over texts of the repeat surprisal at each place of the lists: 100 times the second over the first.
pub fn profile(cell: &Cell, all: &[Vec<f64>]) -> Vec<f64> {
    let at = |place: usize| {
        let of_text = |bits: &Vec<f64>| {
            100.0 * bits[cell.second() + place] / bits[cell.first() + place].max(f64::MIN_POSITIVE)
        };
        median(&all.iter().map(of_text).collect::<Vec<f64>>())
    };
    (0..cell.n_nouns).map(at).collect()
}

/// Mean surprisal of each noun of the first list, then of the second, in bits.
pub fn timeline(cell: &Cell, all: &[Vec<f64>]) -> Vec<f64> {
    let places =
        (0..cell.n_nouns).map(|k| cell.first() + k).chain((0..cell.n_nouns).map(|k| cell.second() + k));
    places.map(|place| all.iter().map(|bits| bits[place]).sum::<f64>() / all.len() as f64).collect()
}

/// Spearman's rank correlation of values with their order, without ties in the order.
pub fn rank_trend(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let rank = |value: f64| {
        let below = values.iter().filter(|other| **other < value).count() as f64;
        below + (values.iter().filter(|other| **other == value).count() as f64 - 1.0) / 2.0
    };
    let squares: f64 =
        values.iter().enumerate().map(|(place, &value)| (rank(value) - place as f64).powi(2)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::verbatim_memory::stimuli::Condition;

    #[test]
    fn eight_bits_and_then_less_than_one_make_ten_per_cent() {
        let cell = Cell {
            condition: Condition::Repeat,
            n_nouns: 3,
            n_between: 1,
            is_coherent: false,
            is_scrambled: false,
            is_cued: true,
        };
        let mut bits = vec![1.0; cell.n_words()];
        bits[cell.first()..][..3].fill(8.0);
        bits[cell.second()..][..3].fill(0.8);
        assert!((repeat_surprisal(&cell, &bits) - 10.0).abs() < 1e-9);
        assert_eq!(timeline(&cell, &[bits.clone()]), [8.0, 8.0, 8.0, 0.8, 0.8, 0.8]);
        assert!(profile(&cell, &[bits]).iter().all(|at| (at - 10.0).abs() < 1e-9));
    }

    #[test]
    fn medians_intervals_and_trends_have_their_exact_values() {
        assert_eq!(median(&[3.0, 1.0, 2.0, 10.0]), 2.5);
        let alike = Median::of(&[7.0; 9], Draws::new(1));
        assert_eq!((alike.value, alike.interval), (7.0, [7.0, 7.0]));
        assert_eq!(Median::difference(&[5.0; 4], &[2.0; 4], Draws::new(1)).interval, [3.0, 3.0]);
        assert_eq!(rank_trend(&[9.0, 7.0, 3.0, 1.0]), -1.0);
        assert_eq!(rank_trend(&[1.0, 2.0, 3.0]), 1.0);
    }
}
