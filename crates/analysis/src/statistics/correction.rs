//! P-values of many tests, corrected for their number.

use crate::error::{Error, RdmError, Result};

/// How p-values are corrected for the number of tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Correction {
    /// Not at all.
    None,
    /// Times the number of tests: the chance of any false positive stays below the level (Dunn 1961).
    Bonferroni,
    /// Step by step from the smallest, as safe as Bonferroni and never weaker (Holm 1979, "A simple
    /// sequentially rejective multiple test procedure").
    Holm,
    /// The expected part of false ones among the positives stays below the level (Benjamini & Hochberg
    /// 1995, "Controlling the false discovery rate").
    BenjaminiHochberg,
}

/// The p-values in their places, corrected, as statsmodels' `multipletests`; at most 1. Cost m log m.
///
/// # Errors
/// A number that is not between 0 and 1.
pub fn corrected(p_values: &[f64], correction: Correction) -> Result<Vec<f64>> {
    if let Some((place, &value)) = p_values.iter().enumerate().find(|(_, p)| !(0.0..=1.0).contains(*p)) {
        return Err(Error::Rdms(RdmError::NotAPValue { place, value }));
    }
    let n = p_values.len() as f64;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&i, &j| p_values[i].total_cmp(&p_values[j]));
    let mut corrected = p_values.to_vec();
    match correction {
        Correction::None => {}
        Correction::Bonferroni => corrected.iter_mut().for_each(|p| *p = (*p * n).min(1.0)),
        Correction::Holm => {
            // No p-value may become smaller than one that was smaller before.
            let mut largest = 0.0_f64;
            for (rank, &place) in order.iter().enumerate() {
                largest = largest.max(p_values[place] * (n - rank as f64)).min(1.0);
                corrected[place] = largest;
            }
        }
        Correction::BenjaminiHochberg => {
            let mut smallest = 1.0_f64;
            for (rank, &place) in order.iter().enumerate().rev() {
                smallest = smallest.min(p_values[place] * n / (rank + 1) as f64);
                corrected[place] = smallest;
            }
        }
    }
    Ok(corrected)
}
