//! Scaling by majorising a complicated function: stress falls with every step.

use super::isotonic::Order;
use super::kind::MdsKind;
use super::start::{MapStart, refuse_components};
use crate::error::{Error, MapError, Result};
use crate::rdm::Rdm;

/// How [`smacof`] goes about it. The defaults are scikit-learn's.
#[derive(Debug, Clone, PartialEq)]
pub struct SmacofSettings {
    /// Values or order.
    pub kind: MdsKind,
    /// How many dimensions the map has.
    pub n_components: usize,
    /// Where it starts.
    pub start: MapStart,
    /// At most so many steps.
    pub max_iterations: usize,
    /// Ends when a step lowers the stress by less than this part of the map's squared distances.
    pub tolerance: f64,
}

impl SmacofSettings {
    /// Two dimensions from the classical map, at most 300 steps, tolerance 1e-6.
    pub fn new(kind: MdsKind) -> Self {
        Self { kind, n_components: 2, start: MapStart::Classical, max_iterations: 300, tolerance: 1e-6 }
    }
}

/// A map made by [`smacof`].
#[derive(Debug, Clone, PartialEq)]
pub struct Smacof {
    /// Where each stimulus lies, `[n_stimuli, n_components]`, row-major: in the RDM's unit if metric, and
    /// with a root mean square distance of about 1 if not.
    pub coordinates: Vec<f64>,
    /// Raw stress: Σ (d − d̂)² over pairs, where d are the map's distances and d̂ the RDM's (non-metric:
    /// rising numbers, scaled to a mean square of 1).
    pub raw_stress: f64,
    /// Kruskal's stress-1: √(raw stress / Σ d²).
    pub stress_1: f64,
    /// How many steps were made.
    pub n_iterations: usize,
    /// Whether it ended before its steps were spent.
    pub has_converged: bool,
    /// How many stimuli there are.
    pub n_stimuli: usize,
    /// How many dimensions the map has.
    pub n_components: usize,
}

/// A map of small stress, by Guttman's transform again and again.
///
/// De Leeuw 1977, "Applications of convex analysis to multidimensional scaling"; Borg & Groenen 2005,
/// "Modern multidimensional scaling", equation 8.29; non-metric as Kruskal 1964, with equal distances
/// kept equal. As scikit-learn's `smacof` from the same start, but that a distance of 0 is a distance
/// here and a missing value in its non-metric kind. Stimuli that start in one place stay together.
///
/// Cost: `n_stimuli² · n_components` a step, and a sort of all pairs if non-metric.
///
/// # Errors
/// No component or more than `n_stimuli − 1`; no step; a tolerance below 0; a distance below 0 or above 1e150;
/// distances or a start that are all 0; a start of another size.
pub fn smacof(rdm: &Rdm, settings: &SmacofSettings) -> Result<Smacof> {
    let (measure, n, k) = (settings.kind.name(), rdm.n_stimuli(), settings.n_components);
    refuse(rdm, settings)?;
    let nothing = Error::Maps(MapError::NothingToMap { measure, n_stimuli: n });
    let mut coordinates = settings.start.coordinates(measure, rdm, k)?;
    let mut distances = distances(&coordinates, n, k);
    let order = Order::of(rdm.upper());
    let is_metric = settings.kind == MdsKind::Metric;
    let (mut n_iterations, mut has_converged, mut raw_stress) = (0, false, f64::INFINITY);
    while n_iterations < settings.max_iterations && !has_converged {
        let disparities = match n_iterations {
            _ if is_metric => rdm.upper().to_vec(),
            0 => unit_mean_square(rdm.upper()).ok_or_else(|| nothing.clone())?,
            _ => unit_mean_square(&order.rising(&distances)).ok_or_else(|| nothing.clone())?,
        };
        coordinates = guttman(&coordinates, &disparities, &distances, n, k);
        distances = self::distances(&coordinates, n, k);
        let pairs = distances.iter().zip(&disparities);
        let stress: f64 = pairs.map(|(d, wanted)| (d - wanted) * (d - wanted)).sum();
        has_converged = (raw_stress - stress) / sum_of_squares(&distances) < settings.tolerance;
        raw_stress = stress;
        n_iterations += 1;
    }
    let size = sum_of_squares(&distances);
    if size == 0.0 {
        return Err(nothing);
    }
    Ok(Smacof {
        coordinates,
        raw_stress,
        stress_1: (raw_stress / size).sqrt(),
        n_iterations,
        has_converged,
        n_stimuli: n,
        n_components: k,
    })
}

fn refuse(rdm: &Rdm, settings: &SmacofSettings) -> Result<()> {
    let (measure, n) = (settings.kind.name(), rdm.n_stimuli());
    refuse_components(measure, settings.n_components, n)?;
    rdm.refuse_out_of_range(measure)?;
    if rdm.upper().iter().all(|&d| d == 0.0) {
        return Err(Error::Maps(MapError::NothingToMap { measure, n_stimuli: n }));
    }
    let wrong = |setting, expected: &str, found| {
        Err(Error::Maps(MapError::WrongSetting { measure, setting, expected: expected.into(), found }))
    };
    if settings.max_iterations == 0 {
        return wrong("max_iterations", "of 1 and more", 0.0);
    }
    if !(0.0..f64::INFINITY).contains(&settings.tolerance) {
        return wrong("tolerance", "of 0 and more", settings.tolerance);
    }
    Ok(())
}

/// Euclidean distances of every pair, in the order of the condensed upper triangle.
fn distances(coordinates: &[f64], n: usize, k: usize) -> Vec<f64> {
    let row = |i: usize| &coordinates[i * k..(i + 1) * k];
    let between =
        |i: usize, j: usize| row(i).iter().zip(row(j)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).map(|(i, j)| between(i, j)).collect()
}

/// Each stimulus moves to the mean of where the others want it: along each pair's line, at the wanted
/// distance.
fn guttman(coordinates: &[f64], wanted: &[f64], distances: &[f64], n: usize, k: usize) -> Vec<f64> {
    let mut moved = vec![0.0; coordinates.len()];
    let mut pairs = wanted.iter().zip(distances);
    for i in 0..n {
        for (j, (wanted, distance)) in (i + 1..n).zip(pairs.by_ref()) {
            // Two in one place have no line; they stay together.
            let ratio = if *distance > 0.0 { wanted / distance / n as f64 } else { 0.0 };
            for c in 0..k {
                let step = ratio * (coordinates[i * k + c] - coordinates[j * k + c]);
                moved[i * k + c] += step;
                moved[j * k + c] -= step;
            }
        }
    }
    moved
}

/// The numbers scaled to a mean square of 1, unless all are 0.
fn unit_mean_square(values: &[f64]) -> Option<Vec<f64>> {
    let mean = sum_of_squares(values) / values.len() as f64;
    (mean > 0.0).then(|| values.iter().map(|value| value / mean.sqrt()).collect())
}

fn sum_of_squares(values: &[f64]) -> f64 {
    values.iter().map(|value| value * value).sum()
}
