//! Classical scaling: the map whose inner products are nearest to those that the distances imply.

use faer::{Mat, Side};

use super::start::refuse_components;
use crate::error::{Error, MapError, Result};
use crate::gram::refuse_too_many;
use crate::pca::fix_signs;
use crate::rdm::Rdm;

/// A classical map of an RDM.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassicalMds {
    /// Where each stimulus lies, `[n_stimuli, n_components]`, row-major, in the RDM's unit. In each
    /// column the entry of largest size is positive; columns without a positive eigenvalue are 0.
    pub coordinates: Vec<f64>,
    /// All `n_stimuli` eigenvalues, falling (unit: the RDM's, squared).
    pub eigenvalues: Vec<f64>,
    /// Σ|λ| of the negative eigenvalues as a part of Σ|λ| of all: 0 if the distances are Euclidean.
    pub negative_part: f64,
    /// How many stimuli there are.
    pub n_stimuli: usize,
    /// How many columns were asked for.
    pub n_components: usize,
}

const MEASURE: &str = "classical_mds";

/// The classical map: eigenvectors of −½ J D² J times the roots of their eigenvalues, where J takes
/// means away. For Euclidean distances these are the principal components.
///
/// Torgerson 1952, "Multidimensional scaling: I", Psychometrika 17; Borg & Groenen 2005, "Modern
/// multidimensional scaling", section 12.1. As scikit-learn's `ClassicalMDS` up to signs.
///
/// Cost: an eigendecomposition, `n_stimuli`³.
///
/// # Errors
/// No component or more than `n_stimuli − 1`; a distance below 0 or above 1e150; distances that are all 0; more
/// stimuli than memory is allowed for.
pub fn classical_mds(rdm: &Rdm, n_components: usize) -> Result<ClassicalMds> {
    let n = rdm.n_stimuli();
    refuse_too_many(MEASURE, n)?;
    refuse_components(MEASURE, n_components, n)?;
    rdm.refuse_out_of_range(MEASURE)?;
    if rdm.upper().iter().all(|&d| d == 0.0) {
        return Err(Error::Maps(MapError::NothingToMap { measure: MEASURE, n_stimuli: n }));
    }
    let mut products = rdm.square();
    products.iter_mut().for_each(|d| *d = -0.5 * *d * *d);
    let row_means: Vec<f64> =
        products.chunks_exact(n).map(|row| row.iter().sum::<f64>() / n as f64).collect();
    let mean = row_means.iter().sum::<f64>() / n as f64;
    let centred = Mat::from_fn(n, n, |i, j| products[i * n + j] - row_means[i] - row_means[j] + mean);
    let eigen =
        centred.self_adjoint_eigen(Side::Lower).map_err(|_| Error::NoConvergence { measure: MEASURE })?;
    let eigenvalues: Vec<f64> = (0..n).rev().map(|k| eigen.S()[k]).collect();
    let all: f64 = eigenvalues.iter().map(|value| value.abs()).sum();
    let largest = eigenvalues[0].abs().max(eigenvalues[n - 1].abs());
    // Distances so small that their squares vanish.
    if largest == 0.0 {
        return Err(Error::Maps(MapError::NothingToMap { measure: MEASURE, n_stimuli: n }));
    }
    let rounding = largest * f64::EPSILON * n as f64;
    let negative: f64 = eigenvalues.iter().filter(|value| **value < -rounding).sum();
    let mut coordinates = Vec::with_capacity(n * n_components);
    for i in 0..n {
        for (k, &value) in eigenvalues.iter().enumerate().take(n_components) {
            let is_real = value > rounding;
            coordinates.push(if is_real { eigen.U()[(i, n - 1 - k)] * value.sqrt() } else { 0.0 });
        }
    }
    fix_signs(&mut coordinates, n_components);
    Ok(ClassicalMds { coordinates, negative_part: -negative / all, eigenvalues, n_stimuli: n, n_components })
}
