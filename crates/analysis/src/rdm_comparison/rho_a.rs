//! Spearman's rho-a: the rank correlation to expect if ties were broken at random.

/// 12 Σ (rank a − mean)(rank b − mean) / (m³ − m) of two lists of ranks, tied entries sharing their
/// average rank; rsatoolbox's `rho-a` (Schütt et al. 2023). At least 2 entries.
///
/// Each random order of tied entries has ranks of variance (m² − 1) / 12, whence the denominator.
pub(super) fn rho_a(a: &[f64], b: &[f64]) -> f64 {
    let m = a.len() as f64;
    let mean = (m + 1.0) / 2.0;
    let product: f64 = a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum();
    (12.0 * product / (m * m * m - m)).clamp(-1.0, 1.0)
}
