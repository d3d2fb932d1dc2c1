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

/// Ranks of the distances, scaled so that the least is 0 and the largest 1.
pub fn ranks(rdm: &Rdm) -> Result<Vec<f64>> {
    let ranks = rank_transformed(rdm).map_err(failed)?;
    let ranks = ranks.upper();
    // Equal distances share a rank, also at the ends.
    let least = ranks.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ranks.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = if most > least { most - least } else { 1.0 };
    Ok(ranks.iter().map(|rank| (rank - least) / range).collect())
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
