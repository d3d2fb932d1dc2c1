//! A weighted graph of stimuli.

use crate::error::{Error, LayerError, Result};
use crate::intrinsic_dimension::nearest;
use crate::rdm::Rdm;

/// Edges without direction between stimuli, each with a weight above 0; no stimulus with itself, and
/// no two edges between the same stimuli.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    n_stimuli: usize,
    /// The smaller stimulus first, in rising order.
    edges: Vec<(usize, usize, f64)>,
}

impl Graph {
    /// From edges (stimulus, other stimulus, weight), each given once in either direction.
    ///
    /// # Errors
    /// An edge to a stimulus that is not there or to itself, given twice, or with a weight that is not
    /// above 0 and finite.
    pub fn new(edges: &[(usize, usize, f64)], n_stimuli: usize) -> Result<Self> {
        for (place, &(from, to, weight)) in edges.iter().enumerate() {
            let why = if from >= n_stimuli || to >= n_stimuli {
                "there is no such stimulus"
            } else if from == to {
                "it leads back to the same stimulus"
            } else if !(weight > 0.0 && weight.is_finite()) {
                "weights are above 0 and finite"
            } else {
                continue;
            };
            return Err(Error::Layer(LayerError::WrongEdge { place, from, to, weight, n_stimuli, why }));
        }
        let mut places: Vec<usize> = (0..edges.len()).collect();
        let ends = |place: usize| {
            let (from, to, _) = edges[place];
            (from.min(to), from.max(to))
        };
        places.sort_by_key(|&place| ends(place));
        if let Some(pair) = places.windows(2).find(|pair| ends(pair[0]) == ends(pair[1])) {
            let place = pair[1];
            let (from, to, weight) = edges[place];
            let why = "these two have an edge already";
            return Err(Error::Layer(LayerError::WrongEdge { place, from, to, weight, n_stimuli, why }));
        }
        let in_order = places.into_iter().map(|place| (ends(place).0, ends(place).1, edges[place].2));
        Ok(Self { n_stimuli, edges: in_order.collect() })
    }

    /// Each stimulus and its `k` nearest ones of an RDM, weight 1; two are joined if either is among the
    /// nearest of the other. Of equally near ones the first are taken.
    ///
    /// Cost: n_stimuli² log n_stimuli.
    ///
    /// # Errors
    /// k that is not from 1 to n_stimuli − 1.
    pub fn nearest(rdm: &Rdm, k: usize) -> Result<Self> {
        let n_stimuli = rdm.n_stimuli();
        if k == 0 || k >= n_stimuli {
            return Err(Error::Layer(LayerError::SettingOutOfRange {
                measure: "a graph of nearest stimuli",
                asked: format!("{k} neighbours"),
                expected: format!("{n_stimuli} stimuli have between 1 and {}", n_stimuli - 1),
            }));
        }
        let of_stimulus = |i: usize| nearest(rdm, i, k).into_iter().map(move |(j, _)| (i.min(j), i.max(j)));
        let mut pairs: Vec<(usize, usize)> = (0..n_stimuli).flat_map(of_stimulus).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Ok(Self { n_stimuli, edges: pairs.into_iter().map(|(i, j)| (i, j, 1.0)).collect() })
    }

    /// How many stimuli there are.
    pub fn n_stimuli(&self) -> usize {
        self.n_stimuli
    }

    /// The edges (stimulus, larger stimulus, weight), in rising order.
    pub fn edges(&self) -> &[(usize, usize, f64)] {
        &self.edges
    }

    /// The sum of the weights at each stimulus, `[n_stimuli]`.
    pub fn degrees(&self) -> Vec<f64> {
        let mut degrees = vec![0.0; self.n_stimuli];
        for &(from, to, weight) in &self.edges {
            degrees[from] += weight;
            degrees[to] += weight;
        }
        degrees
    }
}
