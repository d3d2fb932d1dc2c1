//! CKA with the unbiased HSIC, as the inner product of U-centred Gram matrices.
//!
//! Song et al. 2012, "Feature selection via dependence maximization", JMLR 13, theorem 2 gives
//! HSIC₁ of kernels with their diagonals set to 0; Székely & Rizzo 2014, "Partial distance
//! correlation with methods for dissimilarities", Annals of Statistics 42(6), definition 2, write
//! the same number as ⟨U(K), U(L)⟩ / (n (n − 3)), whose factor cancels in the ratio.

use crate::error::{Error, Operand, Result};
use crate::gram::Symmetric;
use crate::unit_sums::sum_row;

/// A U-centred Gram matrix as one list of length 1 `[n (n − 1) / 2]`: the inner product of two such lists is
/// their alignment, at most 1; negative where layers agree less than by chance.
/// `square` is the Gram's inner product with itself.
pub(super) fn unit_entries(
    gram: &Symmetric,
    square: f64,
    measure: &'static str,
    which: Operand,
) -> Result<Vec<f64>> {
    let n = gram.size();
    let chance = Chance::of(gram);
    // The diagonal of a U-centred matrix is 0; the matrix is symmetric.
    let mut entries = Vec::with_capacity(n * n.saturating_sub(1) / 2);
    for i in 0..n {
        let of_row = chance.rows[i] - chance.total;
        let row = gram.row(i)[..i].iter().zip(&chance.rows);
        entries.extend(row.map(|(entry, of_column)| entry - (of_row + of_column)));
    }
    let left = sum_row(&entries, |entry| entry * entry);
    if left <= ROUNDING * square {
        return Err(Error::NothingBeyondChance { measure, which });
    }
    let scale = 1.0 / left.sqrt();
    entries.iter_mut().for_each(|entry| *entry *= scale);
    Ok(entries)
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
                sum_row(before, |entry| entry) + sum_row(after, |entry| entry)
            })
            .collect();
        let total = sums.iter().sum::<f64>() / ((n - 1.0) * (n - 2.0));
        let rows = sums.into_iter().map(|sum| sum / (n - 2.0)).collect();
        Self { rows, total }
    }
}
