//! What the Dirichlet energies are, and when they mislead.

use crate::card::{Card, Direction};

const SOURCE: &str = "Cai & Wang 2020, A note on over-smoothing for graph neural networks";
const ROTATION: &str = "a rotation or reflection of the units";
const ORDER: &str = "a reordering of the stimuli and of the graph";

pub(crate) static CARDS: &[Card] = &[
    Card {
        name: "dirichlet_energy",
        title: "Dirichlet energy",
        formula: r"\operatorname{tr}\big(X^\top(D-A)X\big)=\sum_{\{i,j\}}w_{ij}\lVert x_i-x_j\rVert^2",
        source: "Chung 1997, Spectral Graph Theory, section 1.2, with the Laplacian D − A",
        range: "0 up, in activation²",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, "a constant added to any unit", ORDER],
        fails: "It grows with the square of the activations and with the edges: divide by the variance to compare layers.",
    },
    Card {
        name: "dirichlet_energy_normalised",
        title: "Dirichlet energy, normalised Laplacian",
        formula: r"\sum_{\{i,j\}}w_{ij}\Big\lVert\frac{x_i}{\sqrt{1+d_i}}-\frac{x_j}{\sqrt{1+d_j}}\Big\rVert^2",
        source: SOURCE,
        range: "0 up, in activation²",
        direction: Direction::Amount,
        unchanged_by: &[ROTATION, ORDER],
        fails: "It is 0 for answers ∝ √(1 + degree), not for equal ones, and falls with the scale of the activations even if nothing is smoothed.",
    },
];
