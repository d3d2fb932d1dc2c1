//! Cosine similarity of two lists of entries.

/// Σab / √(Σa² Σb²), between −1 and 1. Neither list may be all 0.
pub(super) fn cosine(a: &[f64], b: &[f64]) -> f64 {
    // Scaled to a largest entry of 1, so that no square overflows or vanishes.
    let (a_scale, b_scale) = (largest(a), largest(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a / a_scale, b / b_scale);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    // √(aa·bb) and not √aa·√bb: exactly aa when the lists are equal.
    (ab / (aa * bb).sqrt()).clamp(-1.0, 1.0)
}

fn largest(entries: &[f64]) -> f64 {
    entries.iter().fold(0.0, |most, d| d.abs().max(most))
}
