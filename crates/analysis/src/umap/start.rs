//! Where stimuli lie before the first epoch.

use draws::Draws;

use super::MEASURE;
use super::fuzzy::FuzzyGraph;
use crate::error::Result;
use crate::mds::{MapStart, leading};
use crate::pca::fix_signs;
use crate::rdm::Rdm;

/// Where a UMAP map starts from; whichever it is, it is stretched over 0 to 10 in each dimension.
#[derive(Debug, Clone, PartialEq)]
pub enum UmapStart {
    /// The slowest eigenvectors of the graph, found by iteration. Where the graph has more than one part,
    /// the classical map, because the eigenvectors then only tell the parts apart.
    Spectral,
    /// Another.
    Placed(MapStart),
}

/// Rounds of iteration to the graph's eigenvectors: a round costs little, and the eigenvalues lie close.
const ROUNDS: usize = 200;
/// The size of the square that a map starts in, and of the noise that parts stimuli in one place:
/// umap-learn's `max_coord` and `noise`.
const SIDE: f64 = 10.0;
const NOISE: f64 = 1e-4;

impl UmapStart {
    /// The coordinates `[n_stimuli, n_components]`, from 0 to 10.
    pub(super) fn coordinates(
        &self,
        rdm: &Rdm,
        graph: &FuzzyGraph,
        n_components: usize,
        noise: Draws,
    ) -> Result<Vec<f64>> {
        let mut coordinates = match self {
            Self::Spectral if graph.n_parts() == 1 => spectral(graph, n_components),
            Self::Spectral => MapStart::Classical.coordinates(MEASURE, rdm, n_components)?,
            Self::Placed(start) => start.coordinates(MEASURE, rdm, n_components)?,
        };
        let largest = coordinates.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let scale = if largest > 0.0 { SIDE / largest } else { 0.0 };
        for (place, value) in coordinates.iter_mut().enumerate() {
            *value = *value * scale + NOISE * noise.normal(place as u64);
        }
        for column in 0..n_components {
            let values = || coordinates.iter().skip(column).step_by(n_components).copied();
            let low = values().fold(f64::INFINITY, f64::min);
            let high = values().fold(f64::NEG_INFINITY, f64::max);
            let stretch = if high > low { SIDE / (high - low) } else { 0.0 };
            let column = coordinates.iter_mut().skip(column).step_by(n_components);
            column.for_each(|value| *value = (*value - low) * stretch);
        }
        Ok(coordinates)
    }
}

/// The eigenvectors of I + D^(−1/2) W D^(−1/2) with the largest eigenvalues after the first, which are
/// those of the normalised Laplacian with the smallest.
fn spectral(graph: &FuzzyGraph, n_components: usize) -> Vec<f64> {
    let n = graph.n_stimuli;
    let mut degrees = vec![0.0; n];
    graph.edges.iter().for_each(|edge| degrees[edge.from] += edge.weight);
    let roots: Vec<f64> = degrees.iter().map(|degree: &f64| degree.sqrt()).collect();
    let multiply = |vector: &[f64]| {
        let mut product = vector.to_vec();
        for edge in &graph.edges {
            product[edge.from] += edge.weight * vector[edge.to] / (roots[edge.from] * roots[edge.to]);
        }
        product
    };
    let vectors = leading(n, n_components + 1, ROUNDS, multiply);
    let place = |i: usize| vectors[1..].iter().map(move |vector| vector[i]);
    let mut coordinates: Vec<f64> = (0..n).flat_map(place).collect();
    fix_signs(&mut coordinates, n_components);
    coordinates
}
