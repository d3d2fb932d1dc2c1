//! Scatter within classes over scatter between them.
//!
//! Σ_W is the mean over stimuli of (x − class mean)(x − class mean)ᵀ, Σ_B the mean over classes of
//! (class mean − centre)(class mean − centre)ᵀ, with the mean of the class means as centre: each
//! class counts the same, as in the balanced data of Papyan et al. Neither matrix is made.

use faer::{Mat, Side};

use super::means::{class_means, mean_of_means};
use super::refuse_labels;
use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::finite::finite;
use crate::labels::Labels;

/// tr Σ_W / tr Σ_B; 0 (each class is a point) up.
///
/// The inverse of a Fisher criterion with traces (Fukunaga 1990, Introduction to Statistical Pattern
/// Recognition, section 10.2). Cost: three passes through the activations.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, class means that are all the same.
pub fn within_between_ratio(x: &Activations<impl Number>, labels: &Labels) -> Result<f64> {
    let parts = Parts::of("within_between_ratio", x, labels)?;
    let within: f64 = parts.residuals(x, labels).map(|row| squares(&row)).sum();
    let between: f64 = parts.centred.iter().map(|mean| squares(mean)).sum();
    finite("within_between_ratio", (within / x.n_stimuli() as f64) / (between / parts.centred.len() as f64))
}

/// tr(Σ_W Σ_B⁺) / K of K classes, the first quantity of neural collapse; 0 (collapsed) up.
///
/// Papyan, Han & Donoho 2020, "Prevalence of neural collapse during the terminal phase of deep
/// learning training", PNAS 117(40), NC1. The eigenvectors of Σ_B come from the K × K products of the
/// centred class means; eigenvalues below about 1e-16 of the largest for each class or unit are 0 in Σ_B⁺.
///
/// Cost: `n_stimuli · n_units · K` multiply-adds and K³.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, class means that are all the same.
pub fn nc1(x: &Activations<impl Number>, labels: &Labels) -> Result<f64> {
    let measure = "nc1";
    let parts = Parts::of(measure, x, labels)?;
    let means = &parts.centred;
    let n_classes = means.len();
    let products = Mat::from_fn(n_classes, n_classes, |a, b| product(&means[a], &means[b]));
    let eigen = products.self_adjoint_eigen(Side::Lower).map_err(|_| Error::NoConvergence { measure })?;
    let (values, vectors) = (eigen.S(), eigen.U());
    let rounding = values[n_classes - 1] * f64::EPSILON * n_classes.max(x.n_units()) as f64;
    let kept: Vec<usize> = (0..n_classes).filter(|&component| values[component] > rounding).collect();
    let mut sum = 0.0;
    for row in parts.residuals(x, labels) {
        let along: Vec<f64> = means.iter().map(|mean| product(mean, &row)).collect();
        for &component in &kept {
            // The unit eigenvector v of Σ_B is Mᵀu / √λ, and its eigenvalue λ / K.
            let value = values[component];
            let v: f64 = along.iter().enumerate().map(|(class, a)| vectors[(class, component)] * a).sum();
            sum += (v / value) * (v / value) * n_classes as f64;
        }
    }
    finite(measure, sum / x.n_stimuli() as f64 / n_classes as f64)
}

/// What both ratios are made of.
struct Parts {
    means: Vec<Vec<f64>>,
    /// The class means less the mean of them.
    centred: Vec<Vec<f64>>,
}

/// Class means this part of the activations' own spread apart are the same but for rounding: (1e-14)²,
/// a hundred times f64's.
const ROUNDING: f64 = 1e-28;

impl Parts {
    fn of(measure: &'static str, x: &Activations<impl Number>, labels: &Labels) -> Result<Self> {
        refuse_labels(measure, x, labels, 1)?;
        let means = class_means(x, labels);
        let centre = mean_of_means(&means);
        let centred: Vec<Vec<f64>> =
            means.iter().map(|mean| mean.iter().zip(&centre).map(|(m, c)| m - c).collect()).collect();
        let between: f64 = centred.iter().map(|mean| squares(mean)).sum();
        // Infinite products have no eigenvectors.
        finite(measure, between)?;
        let size: f64 = means.iter().map(|mean| squares(mean)).sum();
        if between <= ROUNDING * size {
            return Err(Error::Layer(LayerError::Undefined {
                measure,
                because: "the mean answers of all classes are the same".to_owned(),
                next: "take another site or other classes",
            }));
        }
        Ok(Self { means, centred })
    }

    /// x − class mean of each stimulus.
    fn residuals<'a, T: Number>(
        &'a self,
        x: &'a Activations<T>,
        labels: &'a Labels,
    ) -> impl Iterator<Item = Vec<f64>> + 'a {
        x.rows().zip(labels.classes()).map(|(row, &class)| {
            row.iter().zip(&self.means[class]).map(|(&value, mean)| value.into() - mean).collect()
        })
    }
}

fn product(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(a, b)| a * b).sum()
}

fn squares(x: &[f64]) -> f64 {
    product(x, x)
}
