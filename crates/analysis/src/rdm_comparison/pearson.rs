//! Pearson correlation of two lists of entries.

use super::cosine::cosine;

/// The cosine of the lists after their means are taken away. Neither list may be constant.
pub(super) fn correlation(a: &[f64], b: &[f64]) -> f64 {
    cosine(&centred(a), &centred(b))
}

/// The entries after their mean is taken away.
pub(super) fn centred(entries: &[f64]) -> Vec<f64> {
    let (first, n) = (entries[0], entries.len() as f64);
    // The mean of differences from the first entry: a large offset costs no digits.
    let mean = first + entries.iter().map(|d| d - first).sum::<f64>() / n;
    entries.iter().map(|d| d - mean).collect()
}
