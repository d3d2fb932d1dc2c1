//! What single units and principal components of the last hidden layer follow.

use analysis::{Activations, pca};
use recipe::{Error, Result};

use super::feature::Feature;
use super::measure::Test;
use super::variance::of_units;

/// Inputs that the map of principal components shows.
const N_SHOWN: usize = 240;
/// Share of a unit's variance below which a feature does not count as its preferred one.
pub const LEAST: f64 = 0.05;

/// Of the networks of a group.
pub struct Units {
    /// Share of units of each network that prefer the first feature, the second, neither; a unit that never varies counts
    /// for nothing.
    pub preferred: Vec<[f64; 3]>,
    /// For each network, how much of its first two principal components each feature explains (r²): `[component][feature]`.
    pub components: Vec<[[f64; 2]; 2]>,
    /// The first network's principal components on the first inputs, with the values of both features.
    pub map: Vec<([f64; 2], [f64; 2])>,
    /// Share of variance of these two components.
    pub variance: [f64; 2],
}

impl Units {
    /// From layers `[N_TEST, width]`, one a network.
    pub fn new(layers: &[&[f32]], features: [Feature; 2], test: &Test) -> Result<Self> {
        let values = features.map(|feature| test.of(feature));
        let n_samples = values[0].len();
        let mut found = Self {
            preferred: layers.iter().map(|layer| preferred(layer, values)).collect(),
            components: Vec::new(),
            map: Vec::new(),
            variance: [0.0; 2],
        };
        for (place, layer) in layers.iter().enumerate() {
            let own = Activations::new(layer.to_vec(), n_samples, layer.len() / n_samples);
            let own = match own.and_then(|own| pca(&own, 2)) {
                Ok(own) => own,
                Err(source) => return Err(Error::Analysis { site: "hidden layer".to_owned(), source }),
            };
            let axis = |k: usize| own.scores.iter().skip(k).step_by(2).copied().collect::<Vec<f64>>();
            let axes = [axis(0), axis(1)];
            found.components.push([0, 1].map(|k| values.map(|value| r2(&axes[k], value))));
            if place == 0 {
                let row = |sample: usize| {
                    ([axes[0][sample], axes[1][sample]], [values[0][sample], values[1][sample]])
                };
                found.map = (0..N_SHOWN.min(n_samples)).map(row).collect();
                found.variance = [own.explained_variance_ratio[0], own.explained_variance_ratio[1]];
            }
        }
        Ok(found)
    }
}

fn preferred(layer: &[f32], values: [&[f64]; 2]) -> [f64; 3] {
    let sums = of_units(layer, &values);
    let mut counts = [0.0; 3];
    for (unit, &variance) in sums.variances.iter().enumerate().filter(|(_, variance)| **variance > 0.0) {
        let [first, second] = [0, 1].map(|feature| sums.explained[feature][unit] / variance);
        let place = match first.max(second) >= LEAST {
            false => 2,
            true if first >= second => 0,
            true => 1,
        };
        counts[place] += 1.0;
    }
    let all = counts.iter().sum::<f64>().max(1.0);
    counts.map(|count| count / all)
}

/// Squared correlation.
fn r2(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let mut sums = [0.0; 3];
    for (&a, &b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        sums[0] += a * a;
        sums[1] += b * b;
        sums[2] += a * b;
    }
    if sums[0] * sums[1] > 0.0 { sums[2] * sums[2] / (sums[0] * sums[1]) } else { 0.0 }
}
