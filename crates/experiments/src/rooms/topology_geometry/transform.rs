//! From distances to what is compared: ranks, near and far, ways along neighbours.

use analysis::{Neighbours, Rdm, geodesic, rank_transformed};
use recipe::Result;

use super::noise::failed;

/// Steps of the thresholds l and u.
pub const STEPS: usize = 10;
/// Thresholds of the binary matrix.
pub const BINARY: f64 = 0.1;
/// Every l < u, in tenths: (0, 0.1), (0, 0.2), … (0.9, 1).
pub fn cells() -> Vec<[f64; 2]> {
    let at = |k: usize| k as f64 / STEPS as f64;
    (0..STEPS).flat_map(|l| (l + 1..=STEPS).map(move |u| [at(l), at(u)])).collect()
}

/// The place of l = 0, u = 1 among [`cells`]: plain ranks.
pub const PLAIN: usize = STEPS - 1;

/// Ranks of the distances, from 0 for the least to 1 for the largest.
pub fn ranks(rdm: &Rdm) -> Result<Vec<f64>> {
    let most = (rdm.upper().len() - 1).max(1) as f64;
    let ranks = rank_transformed(rdm).map_err(failed)?;
    Ok(ranks.upper().iter().map(|rank| (rank - 1.0) / most).collect())
}

/// The geo-topological transform of such ranks, whose quantile q is q itself: 0 up to l, 1 from u on, a line between. At
/// l = u a step.
pub fn near_and_far(ranks: &[f64], [l, u]: [f64; 2]) -> impl Iterator<Item = f64> + '_ {
    ranks.iter().map(move |&rank| match u > l {
        true => ((rank - l) / (u - l)).clamp(0.0, 1.0),
        false => f64::from(u8::from(rank > l)),
    })
}

/// Ranks of the lengths of ways along so many neighbours, more where not all are joined.
pub fn ways(distances: &[f64], n_stimuli: usize, neighbours: usize) -> Result<Vec<f64>> {
    let rdm = Rdm::from_upper(distances.to_vec(), n_stimuli).map_err(failed)?;
    let mut neighbours = neighbours.min(n_stimuli - 1);
    loop {
        match geodesic(&rdm, Neighbours::Nearest(neighbours)) {
            Ok(found) => return ranks(&found),
            // Parts that no way joins: with more neighbours some way does.
            Err(_) if neighbours + 1 < n_stimuli => neighbours += 1,
            Err(error) => return Err(failed(error)),
        }
    }
}
