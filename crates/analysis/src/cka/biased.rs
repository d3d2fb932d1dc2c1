//! CKA with the biased HSIC: tr(KHLH) / √(tr(KHKH) tr(LHLH)).

use std::f64::consts::SQRT_2;

use crate::gram::Symmetric;

/// A centred Gram matrix that is not all 0, as one list of length 1 `[n (n + 1) / 2]`: the inner product of two
/// such lists is their alignment, 0 to 1. `square` is the Gram's inner product with itself.
///
/// tr(KHLH) is the Frobenius inner product of the centred Grams; HSIC's factor 1/(n−1)² cancels.
pub(super) fn unit_entries(gram: &Symmetric, square: f64) -> Vec<f64> {
    let on_diagonal = 1.0 / square.sqrt();
    // Each entry off the diagonal stands for two.
    let below = SQRT_2 * on_diagonal;
    let mut entries = Vec::with_capacity(gram.size() * (gram.size() + 1) / 2);
    for i in 0..gram.size() {
        let row = gram.row(i);
        entries.extend(row[..i].iter().map(|entry| entry * below));
        entries.push(row[i] * on_diagonal);
    }
    entries
}
