//! The fuzzy graph of nearest neighbours.

use std::collections::BTreeMap;

use super::MEASURE;
use crate::error::{Error, MapError, Result};
use crate::nearest::nearest;
use crate::rdm::Rdm;

/// That two stimuli are neighbours, by a part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FuzzyEdge {
    /// The stimulus that the edge starts at.
    pub from: usize,
    /// The stimulus that it ends at.
    pub to: usize,
    /// By how much the two are neighbours, above 0 and at most 1.
    pub weight: f64,
}

/// Who is a neighbour of whom, by which part.
#[derive(Debug, Clone, PartialEq)]
pub struct FuzzyGraph {
    /// How many stimuli there are.
    pub n_stimuli: usize,
    /// Every edge in both directions, by start and then by end.
    pub edges: Vec<FuzzyEdge>,
}

/// umap-learn's `SMOOTH_K_TOLERANCE`: ends the search for a width when the sum of likenesses is this near.
const TOLERANCE: f64 = 1e-5;
/// umap-learn's `n_iter`: at most so many steps of the search.
const STEPS: usize = 64;
/// umap-learn's `MIN_K_DIST_SCALE`: a width is at least this part of the mean distance to neighbours.
const LEAST_WIDTH: f64 = 1e-3;

/// UMAP's graph: umap-learn's `fuzzy_simplicial_set` from exact neighbours.
///
/// Each stimulus's likeness to its neighbours is exp(−(d − ρ) / σ), where ρ is the distance of the nearest
/// one that is not in the same place and σ is such that all likenesses sum to log₂ `n_neighbours`; the likenesses of
/// two directions a and b become a + b − a b (McInnes et al. 2018, definitions 7–9 and algorithms 2 and 3).
/// As in umap-learn, `n_neighbours` counts the stimulus itself; among equally near ones the earlier is nearer.
///
/// Cost: `n_stimuli²` steps to find neighbours.
///
/// # Errors
/// Fewer than 2 neighbours, or more than there are stimuli; a distance below 0 or above 1e150.
pub fn fuzzy_graph(rdm: &Rdm, n_neighbours: usize) -> Result<FuzzyGraph> {
    let n = rdm.n_stimuli();
    rdm.refuse_out_of_range(MEASURE)?;
    if n_neighbours < 2 || n_neighbours > n {
        return Err(Error::Maps(MapError::WrongSetting {
            measure: MEASURE,
            setting: "n_neighbours",
            expected: format!("(the stimulus itself among them) from 2 to {n} for {n} stimuli"),
            found: n_neighbours as f64,
        }));
    }
    let neighbours = nearest(rdm, n_neighbours - 1);
    let distances = neighbours.iter().flatten().map(|(d, _)| d);
    let overall_mean = distances.sum::<f64>() / (n * n_neighbours) as f64;
    // Of each pair both directed likenesses, the one from the smaller number first.
    let mut directed: BTreeMap<(usize, usize), [f64; 2]> = BTreeMap::new();
    for (i, near) in neighbours.iter().enumerate() {
        let (start, width) = smooth(near, n_neighbours, overall_mean);
        for &(d, j) in near {
            let beyond = d - start;
            let likeness = if beyond <= 0.0 || width == 0.0 { 1.0 } else { (-beyond / width).exp() };
            directed.entry((i.min(j), i.max(j))).or_default()[usize::from(i > j)] = likeness;
        }
    }
    let mut edges: Vec<FuzzyEdge> = directed
        .into_iter()
        .map(|((from, to), [a, b])| FuzzyEdge { from, to, weight: a + b - a * b })
        .filter(|edge| edge.weight > 0.0)
        .flat_map(|edge| [edge, FuzzyEdge { from: edge.to, to: edge.from, ..edge }])
        .collect();
    edges.sort_unstable_by_key(|edge| (edge.from, edge.to));
    Ok(FuzzyGraph { n_stimuli: n, edges })
}

/// ρ and σ of one stimulus (umap-learn's `smooth_knn_dist`).
fn smooth(near: &[(f64, usize)], n_neighbours: usize, overall_mean: f64) -> (f64, f64) {
    let wanted = (n_neighbours as f64).log2();
    let start = near.iter().map(|(d, _)| *d).find(|&d| d > 0.0).unwrap_or(0.0);
    let (mut width, mut low, mut high) = (1.0, 0.0, f64::INFINITY);
    for _ in 0..STEPS {
        let likeness = |&(d, _): &(f64, usize)| if d > start { (-(d - start) / width).exp() } else { 1.0 };
        let sum: f64 = near.iter().map(likeness).sum();
        if (sum - wanted).abs() < TOLERANCE {
            break;
        }
        if sum > wanted {
            high = width;
            width = (low + high) / 2.0;
        } else {
            low = width;
            width = if high.is_infinite() { 2.0 * width } else { (low + high) / 2.0 };
        }
    }
    let own_mean = near.iter().map(|(d, _)| d).sum::<f64>() / n_neighbours as f64;
    let least = LEAST_WIDTH * if start > 0.0 { own_mean } else { overall_mean };
    (start, width.max(least))
}

impl FuzzyGraph {
    /// How many parts have no edge between them.
    pub fn n_parts(&self) -> usize {
        let mut parts: Vec<usize> = (0..self.n_stimuli).collect();
        let mut n_parts = self.n_stimuli;
        for edge in &self.edges {
            let (a, b) = (top(&mut parts, edge.from), top(&mut parts, edge.to));
            if a != b {
                parts[a] = b;
                n_parts -= 1;
            }
        }
        n_parts
    }
}

/// The stimulus that stands for the part which holds stimulus `i`; shortens the way there.
fn top(parts: &mut [usize], mut i: usize) -> usize {
    while parts[i] != i {
        parts[i] = parts[parts[i]];
        i = parts[i];
    }
    i
}
