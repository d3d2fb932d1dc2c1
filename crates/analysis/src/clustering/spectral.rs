//! Spectral embedding and clustering: groups that affinities hold together.

use faer::{Mat, Side};

use super::affinities::Affinities;
use super::dendrogram::by_first_stimulus;
use super::hierarchy::refuse_groups;
use super::kmeans::{KMeansSettings, k_means};
use crate::activations::Activations;
use crate::error::{Error, MapError, Result};
use crate::labels::Labels;
use crate::pca::fix_signs;

/// Where stimuli lie along the slowest eigenvectors of their affinities.
#[derive(Debug, Clone, PartialEq)]
pub struct SpectralEmbedding {
    /// `[n_stimuli, n_components]`, row-major: D^(−1/2) u of eigenvectors u of length 1. Each column's
    /// entry of largest size is positive.
    pub coordinates: Vec<f64>,
    /// The columns' eigenvalues of the normalised Laplacian, rising, from 0 to 2.
    pub eigenvalues: Vec<f64>,
    /// How many stimuli there are.
    pub n_stimuli: usize,
    /// How many columns were asked for.
    pub n_components: usize,
    /// How many parts have no affinity to each other. With more than one, so many eigenvalues are 0,
    /// and their columns only tell the parts apart.
    pub n_parts: usize,
}

/// The eigenvectors of the normalised Laplacian I − D^(−1/2) A D^(−1/2) with the smallest eigenvalues,
/// the first of them (the same for all stimuli) left out, as scikit-learn's `spectral_embedding` up to signs.
///
/// Belkin & Niyogi 2003, "Laplacian eigenmaps", section 2. Cost: an eigendecomposition, `n_stimuli`³.
///
/// # Errors
/// No component, or more than `n_stimuli − 1`.
pub fn spectral_embedding(affinities: &Affinities, n_components: usize) -> Result<SpectralEmbedding> {
    let n_stimuli = affinities.n_stimuli;
    if n_components == 0 || n_components >= n_stimuli {
        return Err(Error::Maps(MapError::WrongSetting {
            measure: "spectral_embedding",
            setting: "n_components",
            expected: format!("from 1 to {} for {n_stimuli} stimuli", n_stimuli - 1),
            found: n_components as f64,
        }));
    }
    slowest(affinities, 1, n_components)
}

/// Groups by k-means on the spectral embedding in `n_groups` dimensions, the first eigenvector kept,
/// as scikit-learn's `SpectralClustering`. Groups are numbered by their first stimulus.
///
/// Shi & Malik 2000, "Normalized cuts and image segmentation"; von Luxburg 2007, "A tutorial on spectral
/// clustering", section 4. Cost: an eigendecomposition, `n_stimuli`³, and k-means.
///
/// # Errors
/// No group or more than stimuli, and what [`k_means`] refuses.
pub fn spectral_clustering(affinities: &Affinities, settings: &KMeansSettings) -> Result<Labels> {
    refuse_groups("spectral_clustering", settings.n_groups, affinities.n_stimuli)?;
    let embedding = slowest(affinities, 0, settings.n_groups)?;
    let places = Activations::new(embedding.coordinates, embedding.n_stimuli, embedding.n_components)?;
    by_first_stimulus(&k_means(&places, settings)?.groups)
}

/// Eigenvectors number `first` and on, by rising eigenvalue.
fn slowest(affinities: &Affinities, first: usize, n_components: usize) -> Result<SpectralEmbedding> {
    let n = affinities.n_stimuli;
    let degree = |i: usize| (0..n).filter(|&j| j != i).map(|j| affinities.get(i, j)).sum::<f64>();
    let degrees: Vec<f64> = (0..n).map(degree).collect();
    // A stimulus without affinities is a part of its own, with eigenvalue 0.
    let roots: Vec<f64> = degrees.iter().map(|&d| if d > 0.0 { d.sqrt() } else { 1.0 }).collect();
    let laplacian = Mat::from_fn(n, n, |i, j| match i == j {
        true => f64::from(u8::from(degrees[i] > 0.0)),
        false => -affinities.get(i, j) / (roots[i] * roots[j]),
    });
    let eigen = laplacian
        .self_adjoint_eigen(Side::Lower)
        .map_err(|_| Error::NoConvergence { measure: "the spectral embedding" })?;
    let mut coordinates = Vec::with_capacity(n * n_components);
    for (i, root) in roots.iter().enumerate() {
        coordinates.extend((0..n_components).map(|c| eigen.U()[(i, first + c)] / root));
    }
    fix_signs(&mut coordinates, n_components);
    Ok(SpectralEmbedding {
        coordinates,
        eigenvalues: (0..n_components).map(|c| eigen.S()[first + c].max(0.0)).collect(),
        n_stimuli: n,
        n_components,
        n_parts: affinities.n_parts(),
    })
}
