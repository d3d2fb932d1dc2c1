//! Two networks matched unit by unit.

use analysis::{Activations, MatchedUnits, Matching, UnitCorrelations, UnitMatching, unit_correlations};
use draws::Draws;
use recipe::{Error, Result};

use super::layer::Layer;

/// What matching a layer of two networks found.
pub struct Pair {
    /// The networks.
    pub nets: [usize; 2],
    /// Every unit of one with every unit of the other.
    pub correlations: UnitCorrelations,
    /// Each unit has a partner of its own.
    pub one_to_one: UnitMatching,
    /// Each unit has its best partner.
    pub semi: UnitMatching,
    /// One to one with the rows of the second network's answers in random order.
    pub shuffled: UnitMatching,
}

impl Pair {
    /// Matches; `draws` orders the rows of the control.
    pub fn new(
        layer: Layer,
        nets: [usize; 2],
        answers: &[Activations],
        is_unmatched: bool,
        draws: Draws,
    ) -> Result<Self> {
        let [a, b] = nets.map(|net| &answers[net]);
        let correlations = correlate(layer, a, b)?;
        let shuffled = correlate(layer, a, &shuffled(layer, b, draws)?)?;
        Ok(Self {
            nets,
            one_to_one: one_to_one(&correlations, is_unmatched),
            semi: correlations.matched(Matching::Semi),
            shuffled: one_to_one(&shuffled, is_unmatched),
            correlations,
        })
    }

    /// How much more the best partners correlate than the private ones, on average.
    pub fn gap(&self) -> f64 {
        self.semi.mean_correlation() - self.one_to_one.mean_correlation()
    }

    /// The least correlation of a unit with its private partner.
    pub fn least(&self) -> f64 {
        self.one_to_one.pairs.iter().map(|pair| pair.correlation).fold(1.0, f64::min)
    }

    /// The share of units whose private partner correlates with them by more than `bound`.
    pub fn share_above(&self, bound: f64) -> f64 {
        let above = self.one_to_one.pairs.iter().filter(|pair| pair.correlation > bound).count();
        above as f64 / self.one_to_one.pairs.len() as f64
    }

    /// Units of the second network that are the best partner of more than one.
    pub fn n_reused(&self) -> usize {
        let mut partners: Vec<usize> = self.semi.pairs.iter().map(|pair| pair.second).collect();
        partners.sort_unstable();
        partners.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).count()
    }
}

/// Correlations of every two units.
pub fn correlate(layer: Layer, a: &Activations, b: &Activations) -> Result<UnitCorrelations> {
    unit_correlations(a, b).map_err(|source| Error::Analysis { site: layer.label().to_owned(), source })
}

/// The matching; in the deliberate fake, unit k with unit k.
pub fn one_to_one(correlations: &UnitCorrelations, is_unmatched: bool) -> UnitMatching {
    if !is_unmatched {
        return correlations.matched(Matching::OneToOne);
    }
    let width = correlations.second.len();
    let same = |place: usize| MatchedUnits {
        first: correlations.first[place],
        second: correlations.second[place],
        correlation: correlations.values[place * width + place],
    };
    UnitMatching { pairs: (0..width.min(correlations.first.len())).map(same).collect() }
}

/// Answers with their rows in random order, so that what is left of a correlation is chance.
pub fn shuffled(layer: Layer, answers: &Activations, draws: Draws) -> Result<Activations> {
    reordered(layer, answers, &draws.permutation(answers.n_stimuli()))
}

/// The rows of these places, in this order.
pub fn reordered(layer: Layer, answers: &Activations, rows: &[usize]) -> Result<Activations> {
    let data = rows.iter().flat_map(|&row| answers.row(row).iter().copied()).collect();
    Activations::new(data, rows.len(), answers.n_units())
        .map_err(|source| Error::Analysis { site: layer.label().to_owned(), source })
}

/// Whether a network matched with itself, its units in another order, gives back that order exactly.
pub fn finds_own_order(
    layer: Layer,
    answers: &Activations,
    is_unmatched: bool,
    draws: Draws,
) -> Result<bool> {
    let order = draws.permutation(answers.n_units());
    let rows = (0..answers.n_stimuli()).map(|row| answers.row(row));
    let data: Vec<f32> = rows.flat_map(|row| order.iter().map(|&unit| row[unit])).collect();
    let turned = Activations::new(data, answers.n_stimuli(), answers.n_units())
        .map_err(|source| Error::Analysis { site: layer.label().to_owned(), source })?;
    let found = one_to_one(&correlate(layer, answers, &turned)?, is_unmatched);
    Ok(found.pairs.iter().all(|pair| order[pair.second] == pair.first))
}
