//! Answers made discrete: which cell of a grid each stimulus falls into.

use std::collections::BTreeMap;

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};

/// The cell of each stimulus, numbered from 0 in the order in which they are first seen.
///
/// Each answer falls into one of `n_bins` equally wide bins between the least and the largest answer of
/// the whole layer (Saxe et al. 2018, appendix); a cell is a list of bins, one a unit. The largest answer
/// belongs to the last bin, as in numpy's `histogram`. Answers that are all the same have one cell.
pub(super) fn cells(
    measure: &'static str,
    x: &Activations<impl Number>,
    n_bins: usize,
) -> Result<Vec<usize>> {
    if n_bins == 0 {
        return Err(Error::Layer(LayerError::SettingOutOfRange {
            measure,
            asked: "0 bins".to_owned(),
            expected: "there is at least 1".to_owned(),
        }));
    }
    let answers = || x.data().iter().map(|&value| value.into());
    let least = answers().fold(f64::INFINITY, f64::min);
    // Halved, so that the difference of two huge answers is finite.
    let half_range = answers().fold(f64::NEG_INFINITY, f64::max) / 2.0 - least / 2.0;
    let bin = |value: f64| {
        let part = if half_range > 0.0 { (value / 2.0 - least / 2.0) / half_range } else { 0.0 };
        ((part * n_bins as f64) as usize).min(n_bins - 1)
    };
    let lists = x.rows().map(|row| row.iter().map(|&value| bin(value.into())).collect::<Vec<usize>>());
    Ok(numbered(lists))
}

/// The number of each key, from 0 in the order in which they are first seen.
pub(super) fn numbered<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut known = BTreeMap::new();
    keys.map(|key| {
        let next = known.len();
        *known.entry(key).or_insert(next)
    })
    .collect()
}

/// How often each number from 0 comes.
pub(super) fn counts(numbers: &[usize]) -> Vec<usize> {
    let mut counts = vec![0; numbers.iter().max().map_or(0, |most| most + 1)];
    for &number in numbers {
        counts[number] += 1;
    }
    counts
}
