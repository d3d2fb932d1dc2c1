//! CKA with the biased HSIC: tr(KHLH) / √(tr(KHKH) tr(LHLH)).

use crate::gram::Symmetric;

/// The alignment of two centred Gram matrices, 0 to 1. Neither may be all 0.
///
/// tr(KHLH) is the Frobenius inner product of the centred Grams; HSIC's factor 1/(n−1)² cancels.
pub(super) fn alignment(k: &Symmetric, l: &Symmetric) -> f64 {
    // Square roots first: the product of both could overflow or vanish.
    (k.dot(l) / k.dot(k).sqrt() / l.dot(l).sqrt()).clamp(0.0, 1.0)
}
