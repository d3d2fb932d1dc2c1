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
/// copy are left out of V. `None` if one stimulus is exactly one more than half of the sample, where the
/// formula for the fit divides by 0.
///
/// Cost: n².
pub(super) fn whitened_cosine(a: &mut [f64], b: &mut [f64], sample: &[usize]) -> Option<f64> {
    let copies = copies(sample);
    for square in [&mut *a, &mut *b] {
        take_away_stimuli(square, sample, &copies)?;
    }
    Some(cosine(a, b))
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
/// n + 2 − 2 copies_i. So Σu solves one equation, and each u_i follows.
fn take_away_stimuli(square: &mut [f64], sample: &[usize], copies: &[f64]) -> Option<()> {
    let n = sample.len();
    let row_sums: Vec<f64> = square.chunks_exact(n).map(|row| row.iter().sum()).collect();
    let (mut weighted, mut weights) = (0.0, 1.0);
    for (sum, copies) in row_sums.iter().zip(copies) {
        let c = n as f64 + 2.0 - 2.0 * copies;
        if c == 0.0 {
            return None;
        }
        weighted += sum / c;
        weights += 1.0 / c;
    }
    let total = weighted / weights;
    let parts = row_sums.iter().zip(copies);
    let u: Vec<f64> = parts.map(|(sum, copies)| (sum - total) / (n as f64 + 2.0 - 2.0 * copies)).collect();
    for (i, row) in square.chunks_exact_mut(n).enumerate() {
        for (j, entry) in row.iter_mut().enumerate() {
            let is_copy = i != j && sample[i] == sample[j];
            *entry = if is_copy { 0.0 } else { *entry - u[i] - u[j] };
        }
    }
    Some(())
}
