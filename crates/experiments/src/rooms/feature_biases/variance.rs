//! How much of a layer's variance a feature explains.

use super::feature::Feature;

/// Shares of variance explained by features, each fitted alone by least squares: with the layer and the feature centred,
/// Σ‖ĥ‖² / Σ‖h − h̄‖² over samples and units. Where features are independent, shares add. 0 for a layer that does not vary.
///
/// `layer` is `[n_samples, n_units]`, each of `features` `[n_samples]`.
pub fn explained(layer: &[f32], features: &[&[f64]]) -> Vec<f64> {
    let units = of_units(layer, features);
    let total: f64 = units.variances.iter().sum();
    let share = |explained: &Vec<f64>| match total > 0.0 {
        true => explained.iter().sum::<f64>() / total,
        false => 0.0,
    };
    units.explained.iter().map(share).collect()
}

/// Sums over samples for each unit.
pub struct Units {
    /// Σ (h − h̄)².
    pub variances: Vec<f64>,
    /// For each feature, Σ ĥ².
    pub explained: Vec<Vec<f64>>,
}

/// The same unit by unit.
pub fn of_units(layer: &[f32], features: &[&[f64]]) -> Units {
    let n_samples = features.first().map_or(1, |feature| feature.len());
    let n_units = layer.len() / n_samples;
    let n = n_samples as f64;
    let mut means = vec![0.0; n_units];
    let mut squares = vec![0.0; n_units];
    let mut products = vec![vec![0.0; n_units]; features.len()];
    for row in layer.chunks_exact(n_units) {
        for (mean, &h) in means.iter_mut().zip(row) {
            *mean += f64::from(h) / n;
        }
    }
    for (sample, row) in layer.chunks_exact(n_units).enumerate() {
        for (unit, &h) in row.iter().enumerate() {
            let centred = f64::from(h) - means[unit];
            squares[unit] += centred * centred;
            for (product, feature) in products.iter_mut().zip(features) {
                product[unit] += centred * feature[sample];
            }
        }
    }
    let of_feature = |(product, feature): (Vec<f64>, &&[f64])| {
        let mean = feature.iter().sum::<f64>() / n;
        let square: f64 = feature.iter().map(|value| (value - mean) * (value - mean)).sum();
        product.into_iter().map(|p| if square > 0.0 { p * p / square } else { 0.0 }).collect()
    };
    Units { variances: squares, explained: products.into_iter().zip(features).map(of_feature).collect() }
}

/// Share of right signs in one output's column of `[n_samples, n_outputs]`.
pub fn accuracy(outputs: &[f32], n_outputs: usize, output: usize, feature: &[f64]) -> f64 {
    let column = outputs.iter().skip(output).step_by(n_outputs);
    let n_right = column.zip(feature).filter(|&(&score, &value)| f64::from(score) * value > 0.0).count();
    n_right as f64 / feature.len() as f64
}

/// A feature's values on inputs `[n_samples, N_INPUTS]`.
pub fn values(feature: Feature, x: &[f32]) -> Vec<f64> {
    x.chunks_exact(super::feature::N_INPUTS).map(|row| feature.of(row)).collect()
}
