//! Spearman's rank correlation, and what relabelling at random gives.

use draws::Draws;

/// Relabellings.
const N_RELABELLED: usize = 1000;

/// Spearman's correlation; equal numbers share their mean rank. 0 where one side does not vary.
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    pearson(&ranks(a), &ranks(b))
}

/// The size of correlation that 95 % of random relabellings of `a` stay within.
pub fn relabelled_band(a: &[f64], b: &[f64], seed: u32) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let draws = Draws::new(u64::from(seed)).stream(0x7265_6c61);
    let size = |k: usize| {
        let order = draws.stream(k as u64).permutation(a.len());
        let relabelled: Vec<f64> = order.into_iter().map(|place| a[place]).collect();
        pearson(&relabelled, &b).abs()
    };
    let mut sizes: Vec<f64> = (0..N_RELABELLED).map(size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes[N_RELABELLED * 95 / 100]
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count() as f64;
        let equal = values.iter().filter(|other| *other == value).count() as f64;
        below + (equal + 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}

fn pearson(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let mut sums = [0.0; 3];
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        sums = [sums[0] + a * a, sums[1] + b * b, sums[2] + a * b];
    }
    let lengths = (sums[0] * sums[1]).sqrt();
    if lengths > 0.0 { sums[2] / lengths } else { 0.0 }
}
