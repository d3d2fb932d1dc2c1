//! The nearest stimuli of each stimulus.

use crate::error::{Error, MapError, Result};
use crate::rdm::Rdm;

/// The `n_neighbours` nearest other stimuli of each, with their distances, nearest first; among equally
/// near ones the earlier stimulus is first.
pub(crate) fn nearest(rdm: &Rdm, n_neighbours: usize) -> Vec<Vec<(f64, usize)>> {
    let n = rdm.n_stimuli();
    (0..n)
        .map(|i| {
            let mut others: Vec<(f64, usize)> =
                (0..n).filter(|&j| j != i).map(|j| (rdm.get(i, j), j)).collect();
            let order = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
            if n_neighbours < others.len() {
                others.select_nth_unstable_by(n_neighbours, order);
                others.truncate(n_neighbours);
            }
            others.sort_unstable_by(order);
            others
        })
        .collect()
}

/// Refuses a number of neighbours that `n_stimuli` stimuli cannot have.
pub(crate) fn refuse_neighbours(measure: &'static str, asked: usize, n_stimuli: usize) -> Result<()> {
    if asked == 0 || asked >= n_stimuli {
        return Err(Error::Maps(MapError::WrongSetting {
            measure,
            setting: "n_neighbours",
            expected: format!("from 1 to {} for {n_stimuli} stimuli", n_stimuli.saturating_sub(1)),
            found: asked as f64,
        }));
    }
    Ok(())
}
