//! Named numbers of a run, which exercises go by.

use analysis::{Rdm, vietoris_rips};
use recipe::Result;

use super::noise::failed;
use super::plan::{ETAS, Plan};
use super::shapes::{N_POINTS, point};
use super::study::{RANKS, RGTM, STATISTICS, Study, mean};
use super::transform::cells;
use crate::Outcome;

/// The place of the noise at which ranked distances are nearest to half-way between their best and chance.
pub fn half_way(study: &Study) -> usize {
    let shares: Vec<f64> = study.levels.iter().map(|level| mean(&level.shares[RANKS])).collect();
    let half = (shares[0] + 0.2) / 2.0;
    let off = |place: &usize| (shares[*place] - half).abs();
    (1..shares.len()).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or_default()
}

/// Adds the readings.
pub fn readings(plan: &Plan, study: &Study, outcome: &mut Outcome) -> Result<()> {
    const NAMES: [&str; STATISTICS.len()] = ["rdm", "ranks", "rgtm", "rgdm", "binary"];
    for (eta, level) in ETAS.iter().zip(&study.levels) {
        for (name, shares) in NAMES.iter().zip(&level.shares) {
            outcome.read(format!("share.{name}.{eta}"), mean(shares), "share");
        }
    }
    let place = half_way(study);
    outcome.read("half_way", ETAS[place], "standard deviations");
    let gain = mean(&study.levels[place].shares[RGTM]) - mean(&study.levels[place].shares[RANKS]);
    outcome.read("gain.half_way", gain, "share");
    let shown = &study.levels[plan.shown];
    let chosen = |end: usize| mean(&shown.chosen.iter().map(|&cell| cells()[cell][end]).collect::<Vec<_>>());
    outcome.read("chosen.lower", chosen(0), "quantile");
    outcome.read("chosen.upper", chosen(1), "quantile");
    outcome.read("biased", mean(&study.biased), "share");
    outcome.read("nested", mean(&study.unbiased), "share");
    for (name, share) in ["rdm", "rgtm", "rgdm"].iter().zip(study.paired.found) {
        outcome.read(format!("paired.{name}"), share, "share");
    }
    outcome.read("accuracy", mean(&study.accuracies), "share");
    // The figure eight's own numbers, where neighbours along it are joined.
    let (b0, b1) = betti(2)?;
    outcome.read("euler.figure_eight", b0 as f64 - b1 as f64, "");
    Ok(())
}

/// Components and loops of a shape without distortion, its points joined to those near them.
pub fn betti(shape: usize) -> Result<(usize, usize)> {
    let points: Vec<[f64; 3]> =
        (0..N_POINTS).map(|k| point(shape, (k as f64 + 0.5) / N_POINTS as f64)).collect();
    let far = |i: usize, j: usize| {
        points[i].iter().zip(&points[j]).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    };
    let pairs = (0..N_POINTS).flat_map(|i| (i + 1..N_POINTS).map(move |j| (i, j)));
    let rdm = Rdm::from_upper(pairs.map(|(i, j)| far(i, j)).collect(), N_POINTS).map_err(failed)?;
    let curves = vietoris_rips(&rdm).map_err(failed)?.betti_curves(&[0.25]).map_err(failed)?;
    Ok((curves.b0[0], curves.b1[0]))
}
