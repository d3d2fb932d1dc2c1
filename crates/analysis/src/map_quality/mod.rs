//! How far a map can be trusted: whether neighbours and distances on it are those of the RDM.
//!
//! Both sides are RDMs, the original one and that of the map's coordinates (Euclidean), so that any map
//! can be judged, also one of other programs.

mod card;

pub(crate) use card::CARDS;

use crate::error::{Error, MapError, Result};
use crate::gram::refuse_too_many;
use crate::nearest::nearest;
use crate::rdm::Rdm;
use crate::rdm_comparison::{RdmComparison, compare_rdms};

/// What can be said of a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapQuality {
    /// Whether neighbours on the map are neighbours, from 0 to 1: [`trustworthiness`].
    pub trustworthiness: f64,
    /// Whether neighbours are neighbours on the map, from 0 to 1: [`continuity`].
    pub continuity: f64,
    /// Spearman's correlation of the map's distances with the RDM's (of Shepard's diagram), −1 to 1.
    pub shepard_spearman: f64,
    /// Pearson's correlation of the same, −1 to 1.
    pub shepard_pearson: f64,
    /// How far distances are off on the map at its best scale, from 0 to 1: [`scaled_stress`].
    pub scaled_stress: f64,
}

/// All numbers about a map at once, with `n_neighbours` neighbours.
///
/// # Errors
/// What [`trustworthiness`] and [`scaled_stress`] refuse, and RDMs whose entries are all the same.
pub fn map_quality(original: &Rdm, map: &Rdm, n_neighbours: usize) -> Result<MapQuality> {
    Ok(MapQuality {
        trustworthiness: trustworthiness(original, map, n_neighbours)?,
        continuity: continuity(original, map, n_neighbours)?,
        shepard_spearman: compare_rdms(original, map, RdmComparison::Spearman)?,
        shepard_pearson: compare_rdms(original, map, RdmComparison::Pearson)?,
        scaled_stress: scaled_stress(original, map)?,
    })
}

/// 1 − 2 / (n k (2n − 3k − 1)) Σ_i Σ_j max(0, r(i, j) − k) over each stimulus's k neighbours j on the map,
/// where r is their rank among the original neighbours.
///
/// Venna & Kaski 2001, "Neighborhood preservation in nonlinear projection methods", equation 1;
/// scikit-learn's `trustworthiness`. 1 if all neighbours on the map are neighbours. Among equally near
/// stimuli the earlier is nearer. Cost: `n_stimuli² ln n_stimuli`.
///
/// # Errors
/// RDMs of different numbers of stimuli; no neighbour, or not fewer than half the stimuli.
pub fn trustworthiness(original: &Rdm, map: &Rdm, n_neighbours: usize) -> Result<f64> {
    refuse_different("trustworthiness", original, map)?;
    Ok(1.0 - intruders("trustworthiness", original, map, n_neighbours)?)
}

/// As [`trustworthiness`] with the two sides exchanged: whether original neighbours are neighbours on
/// the map (Venna & Kaski 2001, equation 2).
///
/// # Errors
/// As [`trustworthiness`].
pub fn continuity(original: &Rdm, map: &Rdm, n_neighbours: usize) -> Result<f64> {
    refuse_different("continuity", original, map)?;
    Ok(1.0 - intruders("continuity", map, original, n_neighbours)?)
}

/// √(Σ (δ − b d)² / Σ δ²) of the original distances δ and the map's d, at the scale b that makes it
/// least: Kruskal's stress-1 for maps without a unit (Borg & Groenen 2005, "Modern multidimensional
/// scaling", section 11.1). 0 if the distances are proportional.
///
/// # Errors
/// RDMs of different numbers of stimuli, or all of whose entries are 0.
pub fn scaled_stress(original: &Rdm, map: &Rdm) -> Result<f64> {
    let cosine = compare_rdms(original, map, RdmComparison::Cosine)?;
    // δ − b d is the part of δ across d; from both unit vectors, so that a near fit keeps its digits.
    let length = |rdm: &Rdm| {
        let largest = rdm.upper().iter().fold(0.0_f64, |most, d| most.max(d.abs()));
        largest * rdm.upper().iter().map(|d| (d / largest) * (d / largest)).sum::<f64>().sqrt()
    };
    let (of_original, of_map) = (length(original), length(map));
    let pairs = original.upper().iter().zip(map.upper());
    let across = pairs.map(|(a, b)| a / of_original - cosine * b / of_map);
    Ok(across.map(|part| part * part).sum::<f64>().sqrt())
}

fn refuse_different(measure: &'static str, original: &Rdm, map: &Rdm) -> Result<()> {
    let (first, second) = (original.n_stimuli(), map.n_stimuli());
    if first == second { Ok(()) } else { Err(Error::DifferentStimuli { measure, first, second }) }
}

/// How far the k neighbours by `seen` are from being the k neighbours by `real`, from 0 to 1.
fn intruders(measure: &'static str, real: &Rdm, seen: &Rdm, k: usize) -> Result<f64> {
    let n = real.n_stimuli();
    if k == 0 || 2 * k >= n {
        return Err(Error::Maps(MapError::WrongSetting {
            measure,
            setting: "n_neighbours",
            expected: format!("from 1 to below {} (half of {n} stimuli)", n as f64 / 2.0),
            found: k as f64,
        }));
    }
    refuse_too_many(measure, n)?;
    let mut excess = 0;
    let mut ranks = vec![0; n];
    for (by_real, by_seen) in nearest(real, n - 1).iter().zip(nearest(seen, k)) {
        by_real.iter().enumerate().for_each(|(rank, &(_, j))| ranks[j] = rank + 1);
        excess += by_seen.iter().map(|&(_, j)| ranks[j].saturating_sub(k)).sum::<usize>();
    }
    let (n, k) = (n as f64, k as f64);
    Ok(excess as f64 * 2.0 / (n * k * (2.0 * n - 3.0 * k - 1.0)))
}
