//! Wilcoxon's signed-rank test of paired values.

use super::differences;
use crate::error::{Error, RdmError, Result};
use crate::rdm_comparison::average_ranks;

/// Up to this many differences the p-value is exact, as in SciPy: 2⁵⁰ signs are counted without rounding.
const MOST_EXACT: usize = 50;

/// Whether paired values differ, judged by the ranks of their differences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignedRankTest {
    /// The smaller of the rank sums of the positive and of the negative differences.
    pub statistic: f64,
    /// How many differences are not 0; the others are left out.
    pub n_different: usize,
    /// Two-sided: probability of a statistic as small, if each difference is as likely positive as negative.
    pub p_value: f64,
    /// Whether the p-value is counted from all signs, or from the normal distribution.
    pub is_exact: bool,
}

/// Two-sided signed-rank test of `first` − `second`, paired by place (Wilcoxon 1945, "Individual
/// comparisons by ranking methods"): differences of 0 are left out, and tied ones share their average
/// rank. Exact up to 50 differences, with ties too (all signs are counted); above, the normal
/// approximation with the correction for ties and none for continuity, as SciPy's `wilcoxon`.
///
/// # Errors
/// Lists of different length, no pair, numbers that are not finite, no difference that is not 0.
pub fn wilcoxon_signed_rank(first: &[f64], second: &[f64]) -> Result<SignedRankTest> {
    let what = "Wilcoxon's signed-rank test";
    let mut differences = differences(what, first, second, 1, "there is nothing to rank")?;
    differences.retain(|&difference| difference != 0.0);
    if differences.is_empty() {
        return Err(Error::Rdms(RdmError::DifferencesAlike { what, value: 0.0 }));
    }
    let sizes: Vec<f64> = differences.iter().map(|difference| difference.abs()).collect();
    let ranks = average_ranks(&sizes);
    let sum_where = |is_in: fn(f64) -> bool| -> f64 {
        ranks.iter().zip(&differences).filter(|(_, d)| is_in(**d)).map(|(rank, _)| rank).sum()
    };
    let statistic = sum_where(|d| d > 0.0).min(sum_where(|d| d < 0.0));
    let is_exact = differences.len() <= MOST_EXACT;
    let p_value = if is_exact { exact_p(&ranks, statistic) } else { normal_p(&ranks, statistic) };
    Ok(SignedRankTest { statistic, n_different: differences.len(), p_value, is_exact })
}

/// Twice the part of all signs whose rank sum is at most the statistic.
fn exact_p(ranks: &[f64], statistic: f64) -> f64 {
    // Twice a rank is a whole number, also where ranks are shared.
    let doubled: Vec<usize> = ranks.iter().map(|rank| (2.0 * rank) as usize).collect();
    let most: usize = doubled.iter().sum();
    // How many signs give each doubled rank sum.
    let mut counts = vec![0.0; most + 1];
    counts[0] = 1.0;
    for rank in doubled {
        for sum in (rank..=most).rev() {
            counts[sum] += counts[sum - rank];
        }
    }
    let as_small: f64 = counts[..=(2.0 * statistic) as usize].iter().sum();
    (2.0 * as_small / 2f64.powi(ranks.len() as i32)).min(1.0)
}

/// From the mean n(n + 1)/4 and the variance Σ rank² / 4 of the rank sum, which is n(n + 1)(2n + 1)/24
/// without ties, and that less Σ(t³ − t)/48 with groups of t ties.
fn normal_p(ranks: &[f64], statistic: f64) -> f64 {
    let n = ranks.len() as f64;
    let deviation = (ranks.iter().map(|rank| rank * rank).sum::<f64>() / 4.0).sqrt();
    let z = (statistic - n * (n + 1.0) / 4.0) / deviation;
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}
