//! The angle between two RDMs after the entries' covariance is taken out of them.
//!
//! Entries that share a stimulus share its noise, so that estimated distances are correlated: for
//! independent noise of equal size, the covariance of the entries is V = Ξ∘Ξ with Ξ = C Cᵀ, where C
//! has a row for each pair, 1 at one stimulus and −1 at the other (Diedrichsen et al. 2021, "Comparing
//! representational geometries using whitened unbiased-distance-matrix similarity", with
//! Σ_K the identity). V has m² entries and is never formed: aᵀ V⁻¹ b is, up to a factor, the
//! inner product of the doubly centred square matrices of a and b, diagonal included.

use super::cosine::cosine;

/// aᵀ V⁻¹ b / √(aᵀ V⁻¹ a · bᵀ V⁻¹ b) of two square matrices of entries `[n, n]` with a zero diagonal,
/// which are overwritten. `sample[i]` is the stimulus in place `i`; pairs of a stimulus with its own
/// copy are left out of V.
///
/// Cost: n².
pub(super) fn whitened_cosine(a: &mut [f64], b: &mut [f64], sample: &[usize]) -> f64 {
    let copies = copies(sample);
    for square in [&mut *a, &mut *b] {
        take_away_stimuli(square, sample, &copies);
    }
    cosine(a, b)
}

/// How often the stimulus in each place occurs in the sample.
fn copies(sample: &[usize]) -> Vec<f64> {
    let most = sample.iter().copied().max().unwrap_or_default();
    let mut counts = vec![0.0; most + 1];
    for &stimulus in sample {
        counts[stimulus] += 1.0;
    }
    sample.iter().map(|&stimulus| counts[stimulus]).collect()
}

/// Takes away the u_i + u_j that are nearest to the entries by least squares, over all pairs that are
/// not a stimulus and its copy, and over the diagonal. Without copies this is double centring.
///
/// In the best fit the rest of each row sums to 0: c_i u_i + Σ_j u_j = Σ_j entry_ij, where c_i is
/// n + 2 − 2 copies_i. So Σu solves one equation, and each u_i follows. Where c_i is 0, because the copies of one stimulus
/// are one more than half of the sample, its row says what Σu is, and its u are what the others leave of it.
fn take_away_stimuli(square: &mut [f64], sample: &[usize], copies: &[f64]) {
    let n = sample.len();
    let row_sums: Vec<f64> = square.chunks_exact(n).map(|row| row.iter().sum()).collect();
    let factor = |i: usize| n as f64 + 2.0 - 2.0 * copies[i];
    let most_copied = (0..n).find(|&i| factor(i) == 0.0);
    let total = match most_copied {
        Some(i) => row_sums[i],
        None => {
            let weighted: f64 = (0..n).map(|i| row_sums[i] / factor(i)).sum();
            weighted / (1.0 + (0..n).map(|i| 1.0 / factor(i)).sum::<f64>())
        }
    };
    let mut u: Vec<f64> =
        (0..n).map(|i| if factor(i) == 0.0 { 0.0 } else { (row_sums[i] - total) / factor(i) }).collect();
    if let Some(most_copied) = most_copied {
        let rest = total - u.iter().sum::<f64>();
        (0..n).filter(|&i| sample[i] == sample[most_copied]).for_each(|i| u[i] = rest / copies[i]);
    }
    for (i, row) in square.chunks_exact_mut(n).enumerate() {
        for (j, entry) in row.iter_mut().enumerate() {
            let is_copy = i != j && sample[i] == sample[j];
            *entry = if is_copy { 0.0 } else { *entry - u[i] - u[j] };
        }
    }
}
