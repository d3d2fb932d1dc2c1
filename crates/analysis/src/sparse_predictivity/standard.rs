//! Units that predict, on a common scale, and the units that they predict.

use faer::Mat;

use crate::linear_predictivity::means;

/// The units of a layer, standardised over some stimuli.
pub(super) struct Predictors {
    means: Vec<f64>,
    /// Root mean squares after the means are taken away; 0 for a unit that answers alike to all.
    spreads: Vec<f64>,
    /// `[n_fitted, n_units]`: mean 0 and mean square 1 for each unit that has a spread, else 0.
    values: Mat<f64>,
    /// Σ of products over stimuli of every two units / n, `[n_units, n_units]`.
    products: Vec<f64>,
}

impl Predictors {
    /// Cost: n_fitted · n_units² multiply-adds; memory 8 · n_units² bytes.
    pub(super) fn of(x: &Mat<f64>, fitted: &[usize]) -> Self {
        let means = means(x, fitted);
        let n = fitted.len() as f64;
        let spread = |unit: usize| {
            let squares = fitted.iter().map(|&stimulus| (x[(stimulus, unit)] - means[unit]).powi(2));
            (squares.sum::<f64>() / n).sqrt()
        };
        let spreads: Vec<f64> = (0..x.ncols()).map(spread).collect();
        let values = Mat::from_fn(fitted.len(), x.ncols(), |row, unit| {
            standardised(x[(fitted[row], unit)], means[unit], spreads[unit])
        });
        let products = values.transpose() * &values;
        let products = products.col_iter().flat_map(|column| column.iter().map(|sum| sum / n)).collect();
        Self { means, spreads, values, products }
    }

    /// The units that do not answer alike to all stimuli.
    pub(super) fn alive(&self) -> Vec<usize> {
        (0..self.spreads.len()).filter(|&unit| self.spreads[unit] > 0.0).collect()
    }

    /// Σxy / n of each unit and some answers `[n_fitted]`.
    pub(super) fn along(&self, answers: &[f64]) -> Vec<f64> {
        let n = answers.len() as f64;
        let sum = |unit: usize| self.values.col(unit).iter().zip(answers).map(|(x, y)| x * y).sum::<f64>();
        (0..self.values.ncols()).map(|unit| sum(unit) / n).collect()
    }

    /// Σ of products / n of a unit and every one.
    pub(super) fn products(&self, unit: usize) -> &[f64] {
        let n_units = self.spreads.len();
        &self.products[unit * n_units..][..n_units]
    }

    /// What the weights say of a stimulus, less the mean of the answers fitted on.
    pub(super) fn predict(&self, x: &Mat<f64>, stimulus: usize, weights: &[f64]) -> f64 {
        let units = weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0);
        units
            .map(|(unit, weight)| {
                weight * standardised(x[(stimulus, unit)], self.means[unit], self.spreads[unit])
            })
            .sum()
    }
}

fn standardised(value: f64, mean: f64, spread: f64) -> f64 {
    if spread > 0.0 { (value - mean) / spread } else { 0.0 }
}

/// The mean of a unit over some stimuli, and its answers to them less that mean.
pub(super) fn centred_unit(y: &Mat<f64>, unit: usize, stimuli: &[usize]) -> (f64, Vec<f64>) {
    // Of differences from the first: a unit that answers alike to all of them becomes exactly 0.
    let first = y[(stimuli[0], unit)];
    let sum: f64 = stimuli.iter().map(|&stimulus| y[(stimulus, unit)] - first).sum();
    let mean = first + sum / stimuli.len() as f64;
    (mean, stimuli.iter().map(|&stimulus| y[(stimulus, unit)] - mean).collect())
}
