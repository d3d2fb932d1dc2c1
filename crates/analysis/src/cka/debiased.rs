//! CKA with the unbiased HSIC, as the inner product of U-centred Gram matrices.
//!
//! Song et al. 2012, "Feature selection via dependence maximization", JMLR 13, theorem 2 gives
//! HSIC₁ of kernels with their diagonals set to 0; Székely & Rizzo 2014, "Partial distance
//! correlation with methods for dissimilarities", Annals of Statistics 42(6), definition 2, write
//! the same number as ⟨U(K), U(L)⟩ / (n (n − 3)), whose factor cancels in the ratio.

use crate::error::{Error, Operand, Result};
use crate::gram::Symmetric;

/// The alignment of two Gram matrices, at most 1; negative where layers agree less than by chance.
pub(super) fn alignment(k: &Symmetric, l: &Symmetric, measure: &'static str) -> Result<f64> {
    let (k_chance, l_chance) = (Chance::of(k), Chance::of(l));
    let (mut kl, mut kk, mut ll) = (0.0, 0.0, 0.0);
    for i in 0..k.size() {
        let (k_row, l_row) = (k.row(i), l.row(i));
        let (mut row_kl, mut row_kk, mut row_ll) = (0.0, 0.0, 0.0);
        // The diagonal of a U-centred matrix is 0; the matrix is symmetric.
        for j in 0..i {
            let k = k_row[j] - k_chance.at(i, j);
            let l = l_row[j] - l_chance.at(i, j);
            row_kl += k * l;
            row_kk += k * k;
            row_ll += l * l;
        }
        kl += row_kl;
        kk += row_kk;
        ll += row_ll;
    }
    for (left, before, which) in [(kk, k, Operand::First), (ll, l, Operand::Second)] {
        if left <= ROUNDING * before.dot(before) {
            return Err(Error::NothingBeyondChance { measure, which });
        }
    }
    Ok((kl / kk.sqrt() / ll.sqrt()).clamp(-1.0, 1.0))
}

/// Squares smaller than this part of the Gram's own are rounding: (1e-10)², six digits above f64's.
const ROUNDING: f64 = 1e-20;

/// What U-centring takes away from the off-diagonal entry (i, j):
/// rowᵢ/(n − 2) + rowⱼ/(n − 2) − total/((n − 1)(n − 2)), with sums that leave the diagonal out.
struct Chance {
    rows: Vec<f64>,
    total: f64,
}

impl Chance {
    fn of(gram: &Symmetric) -> Self {
        let n = gram.size() as f64;
        let sums: Vec<f64> = (0..gram.size())
            .map(|i| {
                let (before, after) = (&gram.row(i)[..i], &gram.row(i)[i + 1..]);
                before.iter().sum::<f64>() + after.iter().sum::<f64>()
            })
            .collect();
        let total = sums.iter().sum::<f64>() / ((n - 1.0) * (n - 2.0));
        let rows = sums.into_iter().map(|sum| sum / (n - 2.0)).collect();
        Self { rows, total }
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.rows[i] + self.rows[j] - self.total
    }
}
