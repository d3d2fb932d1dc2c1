//! Which unit of one layer does what a unit of another does, and how alike layers are unit by unit.
//!
//! Li, Yosinski, Clune, Lipson & Hopcroft 2016, "Convergent learning: do different neural networks
//! learn the same representations?", ICLR (one-to-one as a bipartite matching, and semi-matching);
//! Khosla & Williams 2024, "Soft matching distance: a metric on neural representations that captures
//! single-neuron tuning", UniReps, PMLR 243 (the distance, and the correlation score).

mod card;
mod curves;
mod soft;
mod transport;

pub(crate) use card::{CARDS, MEASURES};
pub use soft::{soft_matching_correlation, soft_matching_distance};

use crate::activations::{Activations, Number};
use crate::error::{Operand, Result};
use crate::same_stimuli::{refuse_stimuli, refuse_units};
use curves::Curves;

/// How units are paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Matching {
    /// Each unit has at most one partner, and the sum of correlations is the largest possible.
    OneToOne,
    /// Each unit of the first layer has the most correlated unit of the second, which may be the
    /// partner of several.
    Semi,
}

/// A unit of each layer, counted from 0, and the Pearson correlation of their answers over stimuli.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MatchedUnits {
    /// The unit of the first layer.
    pub first: usize,
    /// The unit of the second layer.
    pub second: usize,
    /// −1 to 1.
    pub correlation: f64,
}

/// The pairs of a matching, by unit of the first layer.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitMatching {
    /// At least one pair.
    pub pairs: Vec<MatchedUnits>,
}

impl UnitMatching {
    /// The mean correlation of the pairs, −1 to 1.
    pub fn mean_correlation(&self) -> f64 {
        self.pairs.iter().map(|pair| pair.correlation).sum::<f64>() / self.pairs.len() as f64
    }
}

const WHY: &str = "the answers to two stimuli always correlate by 1 or −1";

/// Pairs the units of two layers by the correlation of their answers. Correlations keep their sign:
/// units of opposite answers are unlike, as in Li et al. 2016.
///
/// Units that answer alike to all stimuli have no correlation and are left out. With unequal numbers
/// of units a one-to-one matching has as many pairs as the smaller layer has units. Where several
/// matchings are equally good, which one is given is fixed but has no meaning.
///
/// Cost: `n_stimuli · p · q` multiply-adds for p and q units; one-to-one up to p² q more, p ≤ q.
///
/// # Errors
/// Different or fewer than 3 stimuli, a layer whose units answer alike to all of them, too many units
/// for memory.
pub fn unit_matching(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    matching: Matching,
) -> Result<UnitMatching> {
    let measure = match matching {
        Matching::OneToOne => "unit_matching_one_to_one",
        Matching::Semi => "unit_matching_semi",
    };
    Ok(correlations(x, y, measure)?.matched(matching))
}

/// The Pearson correlation of each unit of one layer with each of another, over stimuli.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitCorrelations {
    /// The units of the first layer that do not answer alike to all stimuli, counted from 0, rising.
    pub first: Vec<usize>,
    /// The same of the second layer.
    pub second: Vec<usize>,
    /// `[first.len(), second.len()]`, row-major, −1 to 1 but for rounding.
    pub values: Vec<f64>,
}

/// The correlations by which [`unit_matching`] pairs units. Units that answer alike to all stimuli have none and are
/// left out.
///
/// Cost: `n_stimuli · p · q` multiply-adds for p and q units.
///
/// # Errors
/// As [`unit_matching`].
pub fn unit_correlations(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
) -> Result<UnitCorrelations> {
    correlations(x, y, "unit correlations")
}

fn correlations(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    measure: &'static str,
) -> Result<UnitCorrelations> {
    refuse_stimuli(measure, x, y, 3, WHY)?;
    refuse_units(measure, x.n_units(), y.n_units())?;
    let a = Curves::standardised(x, measure, Operand::First)?;
    let b = Curves::standardised(y, measure, Operand::Second)?;
    let values = a.products(&b);
    Ok(UnitCorrelations { first: a.units, second: b.units, values })
}

impl UnitCorrelations {
    /// The pairs of a matching, as [`unit_matching`] gives them.
    pub fn matched(&self, matching: Matching) -> UnitMatching {
        let mut pairs = match matching {
            Matching::OneToOne => self.one_to_one(),
            Matching::Semi => self.semi(),
        };
        pairs.sort_by_key(|pair| pair.first);
        UnitMatching { pairs }
    }

    fn one_to_one(&self) -> Vec<MatchedUnits> {
        // The solver gives every row a column, so the rows are the layer of fewer units.
        let (rows, columns) = (self.first.len(), self.second.len());
        let swapped = rows > columns;
        let costs: Vec<f64> = match swapped {
            true => {
                (0..columns).flat_map(|c| (0..rows).map(move |r| -self.values[r * columns + c])).collect()
            }
            false => self.values.iter().map(|r| -r).collect(),
        };
        let flows = transport::cheapest(&costs, rows.max(columns), 1, 1);
        let pair = |flow: &transport::Flow| match swapped {
            true => self.pair(flow.column, flow.row),
            false => self.pair(flow.row, flow.column),
        };
        flows.iter().map(pair).collect()
    }

    fn semi(&self) -> Vec<MatchedUnits> {
        let rows = self.values.chunks_exact(self.second.len()).enumerate();
        rows.map(|(first, row)| {
            // Of equal correlations the first one's unit.
            let best =
                (0..row.len()).fold(0, |best, second| if row[second] > row[best] { second } else { best });
            self.pair(first, best)
        })
        .collect()
    }

    fn pair(&self, row: usize, column: usize) -> MatchedUnits {
        let correlation = self.values[row * self.second.len() + column].clamp(-1.0, 1.0);
        MatchedUnits { first: self.first[row], second: self.second[column], correlation }
    }
}
