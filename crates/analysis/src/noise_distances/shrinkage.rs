//! Noise covariances estimated from residuals.

use super::NoiseCovariance;
use crate::activations::{Activations, Number};
use crate::centring::centre_units;
use crate::error::{Error, RdmError, Result};

/// How a noise covariance is estimated from fewer residuals than would be good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shrinkage {
    /// The sample covariance as it is, rsatoolbox's "full"; needs more residuals than units.
    None,
    /// The variances alone, rsatoolbox's "diag".
    VariancesOnly,
    /// Towards a multiple of the identity, rsatoolbox's "shrinkage_eye" (Ledoit & Wolf 2004, "A well-conditioned
    /// estimator for large-dimensional covariance matrices", lemma 3.2 to 3.5).
    TowardsIdentity,
    /// Towards the variances, rsatoolbox's "shrinkage_diag" (Schäfer & Strimmer 2005, "A shrinkage approach to
    /// large-scale covariance matrix estimation", target D).
    TowardsVariances,
}

/// The noise covariance of residuals `[n_residuals, n_units]`, whose mean is taken away.
///
/// `degrees_of_freedom` is n_residuals − 1 if none is given; residuals of a fit with k regressors have
/// n_residuals − k. The shrinkages are rsatoolbox's, to the factor: towards the variances, it divides the
/// variances of the correlations by degrees_of_freedom² and not by its cube.
///
/// Cost: n_residuals · n_units² multiply-adds, twice.
///
/// # Errors
/// Fewer than 2 residuals, degrees of freedom of 0, a unit without noise, and an estimate that is not
/// positive definite, as without shrinkage from fewer residuals than units.
pub fn noise_covariance(
    residuals: &Activations<impl Number>,
    shrinkage: Shrinkage,
    degrees_of_freedom: Option<usize>,
) -> Result<NoiseCovariance> {
    let measure = "a noise covariance";
    let (n, p) = (residuals.n_stimuli(), residuals.n_units());
    let why = "its variances are divided by the degrees of freedom";
    let freedom = degrees_of_freedom.unwrap_or(n - 1);
    if n < 2 || freedom == 0 {
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n.min(freedom), why });
    }
    let mut centred = vec![0.0; n * p];
    centre_units(residuals, 0..p, &mut centred);
    let sums = Sums::new(&centred, p);
    if let Some(unit) = (0..p).find(|&unit| sums.products[unit * p + unit] == 0.0) {
        return Err(Error::Rdms(RdmError::UnitWithoutNoise { unit }));
    }
    let (n, freedom) = (n as f64, freedom as f64);
    let is_diagonal = |place: usize| place / p == place % p;
    let covariance = |place: usize| sums.products[place] / freedom;
    let data = match shrinkage {
        Shrinkage::None => (0..p * p).map(covariance).collect(),
        Shrinkage::VariancesOnly => {
            (0..p * p).map(|place| if is_diagonal(place) { covariance(place) } else { 0.0 }).collect()
        }
        Shrinkage::TowardsIdentity => sums.towards_identity(n).into_iter().map(|s| s * n / freedom).collect(),
        Shrinkage::TowardsVariances => {
            let kept = 1.0 - sums.weight_of_variances(n, freedom);
            (0..p * p)
                .map(|place| if is_diagonal(place) { covariance(place) } else { kept * covariance(place) })
                .collect()
        }
    };
    NoiseCovariance::new(data, p)
}

/// Sums over residuals for every two units, `[n_units, n_units]`.
struct Sums {
    n_units: usize,
    /// Σ x_i x_j.
    products: Vec<f64>,
    /// Σ (x_i x_j)².
    squares: Vec<f64>,
}

impl Sums {
    fn new(centred: &[f64], n_units: usize) -> Self {
        let mut products = vec![0.0; n_units * n_units];
        let mut squares = products.clone();
        for row in centred.chunks_exact(n_units) {
            let lines = products.chunks_exact_mut(n_units).zip(squares.chunks_exact_mut(n_units));
            for ((products, squares), x) in lines.zip(row) {
                for ((product, square), y) in products.iter_mut().zip(squares).zip(row) {
                    let xy = x * y;
                    *product += xy;
                    *square += xy * xy;
                }
            }
        }
        Self { n_units, products, squares }
    }

    /// (b² m I + (d² − b²) S) / d² in the letters of Ledoit & Wolf: S the covariance divided by n, m its
    /// mean variance, d² its distance from m I, b² the error of S, at most d².
    fn towards_identity(&self, n: f64) -> Vec<f64> {
        let p = self.n_units;
        let s: Vec<f64> = self.products.iter().map(|product| product / n).collect();
        let m = (0..p).map(|unit| s[unit * p + unit]).sum::<f64>() / p as f64;
        let target = |place: usize| if place / p == place % p { m } else { 0.0 };
        let d2: f64 = s.iter().enumerate().map(|(place, s)| (s - target(place)).powi(2)).sum();
        let errors = self.squares.iter().zip(&s).map(|(square, s)| square / n - s * s);
        let b2 = (errors.sum::<f64>() / n).min(d2);
        // The sample is the target already: nothing to shrink.
        let weight = if d2 == 0.0 { 0.0 } else { b2 / d2 };
        s.iter().enumerate().map(|(place, s)| weight * target(place) + (1.0 - weight) * s).collect()
    }

    /// The weight of the variances: Σ variance of a correlation / Σ correlation², between 0 and 1.
    fn weight_of_variances(&self, n: f64, freedom: f64) -> f64 {
        let p = self.n_units;
        let variance = |unit: usize| self.products[unit * p + unit] / freedom;
        let (mut of_errors, mut of_correlations) = (0.0, 0.0);
        for i in 0..p {
            for j in (0..p).filter(|&j| j != i) {
                let scale = variance(i) * variance(j);
                let mean = self.products[i * p + j] / scale.sqrt() / (n - 1.0);
                let mean_square = self.squares[i * p + j] / scale / (n - 1.0);
                of_errors += n / (freedom * freedom) * (mean_square - mean * mean);
                of_correlations += mean * mean;
            }
        }
        if of_correlations == 0.0 { 1.0 } else { (of_errors / of_correlations).clamp(0.0, 1.0) }
    }
}
