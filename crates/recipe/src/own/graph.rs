//! An array read as a graph of stimuli.

use analysis::Graph;

use super::Shelf;
use crate::{Error, Result};

impl Shelf {
    /// The array as edges without direction between `n` stimuli: symmetric weights `[n, n]`, or a list `[n_edges, 2 or 3]`.
    /// A list may hold both directions of an edge; a weight of 0 is no edge, and what leads a stimulus to itself none either.
    pub(super) fn graph(&self, name: &str, n: usize) -> Result<Graph> {
        let (card, numbers) = self.numbers(name)?;
        let edges = match *card.shape.as_slice() {
            [rows, columns] if rows == n && columns == n => of_weights(name, numbers, n)?,
            [_, columns @ (2 | 3)] => of_list(name, numbers, columns)?,
            _ => {
                return Err(Error::Recipe(format!(
                    "{name} was to be used as a graph of {n} stimuli, which is a square of weights {n} × {n} or a list of edges with two columns (stimuli from 0) or three (and the weight), but it is something else: {}",
                    card.understood
                )));
            }
        };
        if edges.is_empty() {
            return Err(Error::Recipe(format!(
                "{name} was to be used as a graph, but it holds no edge; give a weight above 0 for at least one pair of stimuli"
            )));
        }
        Graph::new(&edges, n).map_err(|source| Error::Analysis { site: name.to_owned(), source })
    }
}

type Edge = (usize, usize, f64);

fn of_weights(name: &str, weights: &[f64], n: usize) -> Result<Vec<Edge>> {
    let pairs = || (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    if let Some((i, j)) = pairs().find(|&(i, j)| weights[i * n + j] != weights[j * n + i]) {
        return Err(Error::Recipe(format!(
            "{name} was to be used as a graph without directions, but the weight from {i} to {j} is {} and back it is {}; make it symmetric, for example by the mean with its transpose",
            weights[i * n + j],
            weights[j * n + i]
        )));
    }
    Ok(pairs().map(|(i, j)| (i, j, weights[i * n + j])).filter(|edge| edge.2 != 0.0).collect())
}

fn of_list(name: &str, numbers: &[f64], columns: usize) -> Result<Vec<Edge>> {
    let mut edges: Vec<Edge> = Vec::new();
    for (place, row) in numbers.chunks_exact(columns).enumerate() {
        let [Some(from), Some(to)] = [row[0], row[1]].map(stimulus) else {
            return Err(Error::Recipe(format!(
                "{name} was to be used as a list of edges, but row {place} says from {} to {}; stimuli are whole numbers from 0",
                row[0], row[1]
            )));
        };
        let edge = (from.min(to), from.max(to), row.get(2).copied().unwrap_or(1.0));
        if from != to && edge.2 != 0.0 {
            edges.push(edge);
        }
    }
    edges.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    edges.dedup();
    Ok(edges)
}

fn stimulus(value: f64) -> Option<usize> {
    (value >= 0.0 && value.fract() == 0.0 && value < 1e9).then_some(value as usize)
}
