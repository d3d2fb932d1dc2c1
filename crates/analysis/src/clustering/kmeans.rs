//! k-means: groups around means.

use super::seeding::plus_plus;
use crate::activations::{Activations, Number};
use crate::error::{Error, MapError, Result};
use draws::Draws;

/// How [`k_means`] goes about it. The defaults are scikit-learn's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KMeansSettings {
    /// How many groups.
    pub n_groups: usize,
    /// From how many seeded starts; the one that ends with the smallest inertia is kept.
    pub n_starts: usize,
    /// At most so many rounds of Lloyd's from each start.
    pub max_iterations: usize,
    /// Ends when the squared movement of all means is below this part of the units' mean variance.
    pub tolerance: f64,
    /// What the starts are drawn from.
    pub seed: u64,
}

impl KMeansSettings {
    /// Ten starts of at most 300 rounds each, tolerance 1e-4.
    pub fn new(n_groups: usize, seed: u64) -> Self {
        Self { n_groups, n_starts: 10, max_iterations: 300, tolerance: 1e-4, seed }
    }
}

/// What k-means found.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeans {
    /// The group of each stimulus, `[n_stimuli]`.
    pub groups: Vec<usize>,
    /// The mean of each group, `[n_groups, n_units]`, row-major (unit: activation).
    pub centres: Vec<f64>,
    /// Sum over stimuli of the squared distance from the group's mean (unit: activation²).
    pub inertia: f64,
    /// How many rounds the kept start took.
    pub n_iterations: usize,
    /// Whether it ended before its rounds were spent.
    pub has_converged: bool,
}

const MEASURE: &str = "k_means";

/// k-means from seeded starts (k-means++), the best of them.
///
/// Lloyd 1982, "Least squares quantization in PCM"; Arthur & Vassilvitskii 2007, "k-means++". As
/// scikit-learn's `KMeans`, but for the random numbers. Among starts equally good the first is kept.
///
/// Cost: `n_starts · rounds · n_stimuli · n_groups · n_units` multiply-adds.
///
/// # Errors
/// No group, or more than there are different stimuli; no start, no round, a tolerance below 0; answers
/// whose squared distances are infinite.
pub fn k_means(x: &Activations<impl Number>, settings: &KMeansSettings) -> Result<KMeans> {
    refuse(x, settings)?;
    let draws = Draws::new(settings.seed);
    let mut best = k_means_from(x, &plus_plus(x, settings.n_groups, draws.stream(0))?, settings)?;
    for start in 1..settings.n_starts {
        let centres = plus_plus(x, settings.n_groups, draws.stream(start as u64))?;
        let found = k_means_from(x, &centres, settings)?;
        if found.inertia < best.inertia {
            best = found;
        }
    }
    Ok(best)
}

/// k-means from given means `[n_groups, n_units]`, row-major: Lloyd's rounds alone.
///
/// A group that loses its last stimulus takes the one that is farthest from its own mean.
///
/// # Errors
/// As [`k_means`], and means of another size or not finite.
pub fn k_means_from(
    x: &Activations<impl Number>,
    centres: &[f64],
    settings: &KMeansSettings,
) -> Result<KMeans> {
    refuse(x, settings)?;
    let (n_groups, n_units) = (settings.n_groups, x.n_units());
    let not_finite = centres.iter().filter(|value| !value.is_finite()).count();
    if centres.len() != n_groups * n_units || not_finite > 0 {
        return Err(Error::Maps(MapError::WrongStart {
            measure: MEASURE,
            what: "starting means",
            rows: n_groups,
            columns: n_units,
            found: centres.len(),
            not_finite,
        }));
    }
    let enough = settings.tolerance * mean_variance(x);
    let mut centres = centres.to_vec();
    let mut groups = Vec::new();
    let (mut n_iterations, mut has_converged) = (0, false);
    while n_iterations < settings.max_iterations && !has_converged {
        n_iterations += 1;
        let mut found = nearest_centres(x, &centres);
        let moved = means(x, &mut found, &centres);
        let movement: f64 = moved.iter().zip(&centres).map(|(a, b)| (a - b) * (a - b)).sum();
        has_converged = found == groups || movement <= enough;
        (groups, centres) = (found, moved);
    }
    let groups = nearest_centres(x, &centres);
    let inertia = x.rows().zip(&groups).map(|(row, &g)| squared_distance(row, &centres[g * n_units..])).sum();
    Ok(KMeans { groups, centres, inertia, n_iterations, has_converged })
}

fn refuse(x: &Activations<impl Number>, settings: &KMeansSettings) -> Result<()> {
    super::hierarchy::refuse_groups(MEASURE, settings.n_groups, x.n_stimuli())?;
    let wrong = |setting, expected: &str, found| {
        Err(Error::Maps(MapError::WrongSetting {
            measure: MEASURE,
            setting,
            expected: expected.into(),
            found,
        }))
    };
    if settings.n_starts == 0 {
        return wrong("n_starts", "of 1 and more", 0.0);
    }
    if settings.max_iterations == 0 {
        return wrong("max_iterations", "of 1 and more", 0.0);
    }
    if !(0.0..f64::INFINITY).contains(&settings.tolerance) {
        return wrong("tolerance", "of 0 and more", settings.tolerance);
    }
    if !mean_variance(x).is_finite() {
        return Err(Error::Maps(MapError::AnswersTooFarApart { measure: MEASURE }));
    }
    Ok(())
}

/// Σ (x − c)² over units; `centre` may go on beyond them.
pub(super) fn squared_distance(row: &[impl Number], centre: &[f64]) -> f64 {
    let differences = row.iter().zip(centre).map(|(&value, centre)| value.into() - centre);
    differences.map(|difference| difference * difference).sum()
}

/// The group of each stimulus whose mean is nearest, the first of equally near ones.
fn nearest_centres(x: &Activations<impl Number>, centres: &[f64]) -> Vec<usize> {
    let nearest = |row| {
        let (mut group, mut least) = (0, f64::INFINITY);
        for (other, centre) in centres.chunks_exact(x.n_units()).enumerate() {
            let squared = squared_distance(row, centre);
            if squared < least {
                (group, least) = (other, squared);
            }
        }
        group
    };
    x.rows().map(nearest).collect()
}

/// The mean of each group, after each empty group was given a stimulus far from its own mean.
fn means(x: &Activations<impl Number>, groups: &mut [usize], centres: &[f64]) -> Vec<f64> {
    let n_units = x.n_units();
    fill_empty(x, groups, centres);
    let mut sums = vec![0.0; centres.len()];
    let mut counts = vec![0_usize; centres.len() / n_units];
    for (row, &group) in x.rows().zip(groups.iter()) {
        counts[group] += 1;
        for (sum, &value) in sums[group * n_units..].iter_mut().zip(row) {
            *sum += value.into();
        }
    }
    for (group, &count) in counts.iter().enumerate() {
        let places = group * n_units..(group + 1) * n_units;
        if count == 0 {
            sums[places.clone()].copy_from_slice(&centres[places]);
        } else {
            sums[places].iter_mut().for_each(|sum| *sum /= count as f64);
        }
    }
    sums
}

/// Gives each empty group the stimulus that is farthest from its mean among groups of two and more.
fn fill_empty(x: &Activations<impl Number>, groups: &mut [usize], centres: &[f64]) {
    let n_units = x.n_units();
    let n_groups = centres.len() / n_units;
    let mut counts = vec![0_usize; n_groups];
    groups.iter().for_each(|&group| counts[group] += 1);
    if counts.iter().all(|&count| count > 0) {
        return;
    }
    let mut far: Vec<(f64, usize)> = x
        .rows()
        .enumerate()
        .map(|(i, row)| (squared_distance(row, &centres[groups[i] * n_units..]), i))
        .filter(|(squared, _)| *squared > 0.0)
        .collect();
    far.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut far = far.into_iter();
    for empty in (0..n_groups).filter(|&group| counts[group] == 0).collect::<Vec<_>>() {
        if let Some((_, stimulus)) = far.find(|&(_, i)| counts[groups[i]] > 1) {
            counts[groups[stimulus]] -= 1;
            groups[stimulus] = empty;
            counts[empty] = 1;
        }
    }
}

/// The mean over units of their variance over stimuli (divided by n_stimuli).
fn mean_variance(x: &Activations<impl Number>) -> f64 {
    let n = x.n_stimuli() as f64;
    let mut means = vec![0.0; x.n_units()];
    x.rows().for_each(|row| means.iter_mut().zip(row).for_each(|(mean, &value)| *mean += value.into() / n));
    let squares: f64 = x.rows().map(|row| squared_distance(row, &means)).sum();
    squares / n / x.n_units() as f64
}
