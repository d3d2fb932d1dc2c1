//! What the participation ratio is, and when it misleads.

use super::participation_ratio;
use crate::card::{Card, Direction};
use crate::registry::{Summary, SummaryKind};

const NAME: &str = "participation_ratio";

pub(crate) static SUMMARIES: &[Summary] = &[Summary {
    name: NAME,
    about: "(Σλ)² / Σλ² of the eigenvalues of the covariance of units over stimuli; 1 to min(n_stimuli − 1, n_units), higher is spread over more dimensions; takes activations [n_stimuli, n_units] (at least 2 stimuli).",
    kind: SummaryKind::Activations(participation_ratio),
}];

pub(crate) static CARDS: &[Card] = &[Card {
    name: NAME,
    title: "Participation ratio",
    formula: r"\frac{(\sum_i \lambda_i)^2}{\sum_i \lambda_i^2}",
    source: "Gao et al. 2017, A theory of multineuronal dimensionality, dynamics and measurement",
    range: "1 to min(n_stimuli − 1, n_units)",
    direction: Direction::Amount,
    unchanged_by: &[
        "a rotation or reflection of the units",
        "a positive factor on the layer",
        "a constant added to any unit",
        "a reordering of the stimuli",
    ],
    fails: "With few stimuli it is biased low; one unit of huge variance brings it to 1 whatever the others do.",
}];
