//! How much a layer's answers differ along the edges of a graph of the stimuli.
//!
//! Cai & Wang 2020, "A note on over-smoothing for graph neural networks", ICML workshop GRL+.
//! The graph may be one that the stimuli come with, or the nearest neighbours in
//! another layer's RDM ([`Graph::nearest`]).

mod card;
mod graph;
mod variant;

pub(crate) use card::CARDS;
pub use graph::Graph;
pub use variant::{DIRICHLET_ENERGIES, DirichletEnergy};

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};

/// The Dirichlet energy of activations `[n_stimuli, n_units]` on a graph of the same stimuli (unit:
/// activation²); from 0 (the same along every edge) up.
///
/// Cost: edges · n_units.
///
/// # Errors
/// A graph of other stimuli; answers so large that their squares overflow.
pub fn dirichlet_energy(x: &Activations<impl Number>, graph: &Graph, energy: DirichletEnergy) -> Result<f64> {
    let measure = energy.name();
    if x.n_stimuli() != graph.n_stimuli() {
        let (first, second) = (x.n_stimuli(), graph.n_stimuli());
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    let scales: Vec<f64> = match energy {
        DirichletEnergy::Plain => vec![1.0; x.n_stimuli()],
        DirichletEnergy::Normalised => graph.degrees().iter().map(|d| 1.0 / (1.0 + d).sqrt()).collect(),
    };
    let of_edge = |&(from, to, weight): &(usize, usize, f64)| {
        let pairs = x.row(from).iter().zip(x.row(to));
        let squares = pairs.map(|(&a, &b)| {
            let difference = a.into() * scales[from] - b.into() * scales[to];
            difference * difference
        });
        weight * squares.sum::<f64>()
    };
    let sum: f64 = graph.edges().iter().map(of_edge).sum();
    if !sum.is_finite() {
        return Err(Error::Layer(LayerError::Undefined {
            measure,
            because: "the squares of the answers are too large for a number".to_owned(),
            next: "rescale the activations",
        }));
    }
    Ok(sum)
}
