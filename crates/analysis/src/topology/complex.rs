//! The Vietoris–Rips complex of an RDM: stimuli, the edges between them, and the triangles of edges, each
//! there from the threshold at which its longest edge is.

use crate::rdm::{Rdm, pairs};

/// Edges and triangles in the order in which they come as the threshold rises.
pub(super) struct Complex {
    n_stimuli: usize,
    /// Length and ends of each edge, rising; equal ones in the order of the RDM's entries.
    pub(super) edges: Vec<(f64, usize, usize)>,
    /// The place of the longest edge of each triangle, in order of coming.
    pub(super) longest_edges: Vec<u32>,
    /// The place in that order of each triangle, by [`number`].
    place_of_triangle: Vec<u32>,
}

impl Complex {
    pub(super) fn new(rdm: &Rdm) -> Self {
        let n = rdm.n_stimuli();
        let mut edges: Vec<(f64, usize, usize)> =
            pairs(n).zip(rdm.upper()).map(|((i, j), &length)| (length, i, j)).collect();
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        // The place in `edges` of the edge between two stimuli, `[n, n]`.
        let mut place_of_edge = vec![0; n * n];
        for (place, &(_, i, j)) in edges.iter().enumerate() {
            place_of_edge[i * n + j] = place as u32;
            place_of_edge[j * n + i] = place as u32;
        }
        let longest = |i: usize, j: usize, k: usize| {
            place_of_edge[i * n + j].max(place_of_edge[i * n + k]).max(place_of_edge[j * n + k])
        };
        let mut order: Vec<(u32, usize)> = Vec::new();
        for k in 2..n {
            for j in 1..k {
                order.extend((0..j).map(|i| (longest(i, j, k), number(i, j, k))));
            }
        }
        order.sort_unstable();
        let mut place_of_triangle = vec![0; order.len()];
        for (place, &(_, number)) in order.iter().enumerate() {
            place_of_triangle[number] = place as u32;
        }
        let longest_edges = order.into_iter().map(|(longest, _)| longest).collect();
        Self { n_stimuli: n, edges, longest_edges, place_of_triangle }
    }

    /// The places of the triangles with the edge, rising.
    pub(super) fn triangles_of(&self, edge: usize) -> Vec<u32> {
        let (_, i, j) = self.edges[edge];
        let others = (0..self.n_stimuli).filter(|&k| k != i && k != j);
        let mut triangles: Vec<u32> =
            others.map(|k| self.place_of_triangle[number_of_any(i, j, k)]).collect();
        triangles.sort_unstable();
        triangles
    }

    /// The length of the edge in a place.
    pub(super) fn length(&self, edge: u32) -> f64 {
        self.edges[edge as usize].0
    }
}

/// The number of the triangle of stimuli i < j < k: the triangles of the stimuli below k come before.
fn number(i: usize, j: usize, k: usize) -> usize {
    k * k.saturating_sub(1) * k.saturating_sub(2) / 6 + j * (j - 1) / 2 + i
}

fn number_of_any(i: usize, j: usize, k: usize) -> usize {
    let mut stimuli = [i, j, k];
    stimuli.sort_unstable();
    number(stimuli[0], stimuli[1], stimuli[2])
}
