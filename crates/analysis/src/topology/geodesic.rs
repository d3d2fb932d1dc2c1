//! Distances along neighbours: the shortest way from stimulus to stimulus.

use super::refuse_negative;
use crate::error::{Error, RdmError, Result};
use crate::rdm::{Rdm, pairs};

/// Which stimuli are joined by a way as long as their distance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Neighbours {
    /// Each with this many nearest others, and with those that have it among theirs, as Isomap; of equally
    /// near ones, the earlier.
    Nearest(usize),
    /// All that are nearer than this.
    Below(f64),
}

/// The length of the shortest way between every two stimuli along joined ones (Tenenbaum, de Silva & Langford
/// 2000, "A global geometric framework for nonlinear dimensionality reduction"; Lin & Kriegeskorte 2024).
/// Never longer than the distance of joined stimuli, and in the RDM's unit.
///
/// Cost: n_stimuli³ additions (Floyd 1962, "Algorithm 97: shortest path").
///
/// # Errors
/// Distances below 0, a number of neighbours that is not between 1 and n_stimuli − 1, and stimuli
/// that no way joins.
pub fn geodesic(rdm: &Rdm, neighbours: Neighbours) -> Result<Rdm> {
    refuse_negative("a geodesic distance", rdm)?;
    let n = rdm.n_stimuli();
    let mut ways = match neighbours {
        Neighbours::Nearest(asked) => nearest(rdm, asked)?,
        Neighbours::Below(threshold) => {
            let square = rdm.square();
            square.into_iter().map(|d| if d < threshold { d } else { f64::INFINITY }).collect()
        }
    };
    (0..n).for_each(|i| ways[i * n + i] = 0.0);
    for through in 0..n {
        let from_there = ways[through * n..][..n].to_vec();
        for way in ways.chunks_exact_mut(n) {
            let to_there = way[through];
            if to_there.is_finite() {
                way.iter_mut().zip(&from_there).for_each(|(way, on)| *way = way.min(to_there + on));
            }
        }
    }
    let upper: Vec<f64> = pairs(n).map(|(i, j)| ways[i * n + j]).collect();
    match pairs(n).zip(&upper).find(|(_, way)| way.is_infinite()) {
        Some(((i, j), _)) => Err(Error::Rdms(RdmError::NotConnected { i, j })),
        None => Rdm::from_upper(upper, n),
    }
}

/// The distance of each stimulus to its nearest ones, and infinity to the others, `[n, n]` and symmetric.
fn nearest(rdm: &Rdm, asked: usize) -> Result<Vec<f64>> {
    let n = rdm.n_stimuli();
    if asked == 0 || asked >= n {
        return Err(Error::Rdms(RdmError::ImpossibleNeighbours { asked, n_stimuli: n }));
    }
    let square = rdm.square();
    let mut joined = vec![f64::INFINITY; n * n];
    for (i, row) in square.chunks_exact(n).enumerate() {
        let mut others: Vec<usize> = (0..n).filter(|&j| j != i).collect();
        others.sort_by(|&j, &k| row[j].total_cmp(&row[k]));
        for &j in &others[..asked] {
            joined[i * n + j] = row[j];
            joined[j * n + i] = row[j];
        }
    }
    Ok(joined)
}
