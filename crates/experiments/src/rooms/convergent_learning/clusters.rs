//! Groups of units of two networks that go together many to many.

use analysis::{Activations, Affinities, KMeansSettings, UnitCorrelations, spectral_clustering};
use draws::Draws;
use recipe::{Error, Result};

use super::layer::Layer;
use super::pairs::{correlate, reordered, shuffled};

/// Groups found on every other picture's answers, and judged on those left out.
pub struct Clusters {
    /// The group of each unit of the first network, in the order of `held_out.first`.
    pub first: Vec<usize>,
    /// The same of the second network.
    pub second: Vec<usize>,
    /// Correlations on the rows that the groups were not found on.
    pub held_out: UnitCorrelations,
    /// Mean |c| of units of one group over that of units of different groups.
    pub ratio: f64,
}

impl Clusters {
    /// Spectral clustering of the graph whose edges join units of one network with those of the other, by |c|. With
    /// `control` the second network's rows are in random order.
    pub fn new(
        layer: Layer,
        [a, b]: [&Activations; 2],
        n_groups: usize,
        draws: Draws,
        is_control: bool,
    ) -> Result<Self> {
        let mixed;
        let b = if is_control {
            mixed = shuffled(layer, b, draws.stream(1))?;
            &mixed
        } else {
            b
        };
        // Neighbouring rows are positions of one picture: halves keep pictures whole.
        let half = a.n_stimuli() / 2;
        let part = |x: &Activations, start: usize| {
            reordered(layer, x, &(start * half..(start + 1) * half).collect::<Vec<_>>())
        };
        let found_on = correlate(layer, &part(a, 0)?, &part(b, 0)?)?;
        let held_out = correlate(layer, &part(a, 1)?, &part(b, 1)?)?;
        let (p, q) = (found_on.first.len(), found_on.second.len());
        let n = p + q;
        let mut affinities = vec![0.0; n * n];
        for row in 0..p {
            for column in 0..q {
                let size = found_on.values[row * q + column].abs();
                affinities[row * n + p + column] = size;
                affinities[(p + column) * n + row] = size;
            }
        }
        let failed = |source| Error::Analysis { site: layer.label().to_owned(), source };
        let affinities = Affinities::from_square(affinities, n).map_err(failed)?;
        let settings = KMeansSettings::new(n_groups.min(n), draws.at(0));
        let groups = spectral_clustering(&affinities, &settings).map_err(failed)?;
        let group_of = |place: usize| groups.classes()[place];
        // A unit may be silent in one half: it is then in no group of the other.
        let of = |units: &[usize], known: &[usize], first: usize| -> Vec<usize> {
            let place = |unit: &usize| known.iter().position(|other| other == unit);
            units.iter().map(|unit| place(unit).map_or(n, |place| group_of(first + place))).collect()
        };
        let first = of(&held_out.first, &found_on.first, 0);
        let second = of(&held_out.second, &found_on.second, p);
        let ratio = block_ratio(&held_out, &first, &second);
        Ok(Self { first, second, held_out, ratio })
    }
}

/// Mean |c| within groups over that between groups; 1 where either has no pair.
pub fn block_ratio(correlations: &UnitCorrelations, first: &[usize], second: &[usize]) -> f64 {
    let [mut sums, mut counts] = [[0.0; 2], [0.0; 2]];
    for (row, a) in first.iter().enumerate() {
        for (column, b) in second.iter().enumerate() {
            let place = usize::from(a == b);
            sums[place] += correlations.values[row * second.len() + column].abs();
            counts[place] += 1.0;
        }
    }
    let [between, within] = [0, 1].map(|place| sums[place] / counts[place]);
    if (within / between).is_finite() { within / between } else { 1.0 }
}
