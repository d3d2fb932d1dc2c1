//! Where the stimuli of a map lie before its first step.

use draws::Draws;

use super::leading::leading;
use crate::error::{Error, MapError, Result};
use crate::pca::fix_signs;
use crate::rdm::Rdm;

/// Where a map starts from.
#[derive(Debug, Clone, PartialEq)]
pub enum MapStart {
    /// The classical map, found by iteration: for Euclidean distances the first principal components.
    Classical,
    /// Nearly normal numbers, drawn from a seed.
    Random {
        /// What is drawn from.
        seed: u64,
    },
    /// Coordinates `[n_stimuli, n_components]`, row-major.
    Given(Vec<f64>),
}

/// Rounds of iteration to the classical map. Its eigenvalues fall quickly, and a start need not be exact.
const ROUNDS: usize = 25;

impl MapStart {
    /// The coordinates `[n_stimuli, n_components]`, row-major; `measure` is who asks.
    pub(crate) fn coordinates(
        &self,
        measure: &'static str,
        rdm: &Rdm,
        n_components: usize,
    ) -> Result<Vec<f64>> {
        let n = rdm.n_stimuli();
        match self {
            Self::Classical => Ok(classical(rdm, n_components)),
            Self::Random { seed } => Ok(random_start(*seed, n * n_components)),
            Self::Given(coordinates) => given_start(measure, coordinates, n, n_components),
        }
    }
}

/// So many nearly normal numbers.
pub(crate) fn random_start(seed: u64, count: usize) -> Vec<f64> {
    let draws = Draws::new(seed);
    (0..count as u64).map(|i| draws.normal(i)).collect()
}

/// The classical map by products with −½ J D² J, where J takes the mean away.
fn classical(rdm: &Rdm, n_components: usize) -> Vec<f64> {
    let n = rdm.n_stimuli();
    let centred = |vector: &[f64]| -> Vec<f64> {
        let mean = vector.iter().sum::<f64>() / n as f64;
        vector.iter().map(|value| value - mean).collect()
    };
    let multiply = |vector: &[f64]| {
        let vector = centred(vector);
        let mut product = vec![0.0; n];
        let mut entries = rdm.upper().iter();
        for i in 0..n {
            for (j, d) in (i + 1..n).zip(entries.by_ref()) {
                product[i] -= 0.5 * d * d * vector[j];
                product[j] -= 0.5 * d * d * vector[i];
            }
        }
        centred(&product)
    };
    let vectors = leading(n, n_components, ROUNDS, multiply);
    let lengths: Vec<f64> = vectors
        .iter()
        .map(|vector| multiply(vector).iter().zip(vector).map(|(a, b)| a * b).sum::<f64>().max(0.0).sqrt())
        .collect();
    let place = |i: usize| vectors.iter().zip(&lengths).map(move |(vector, length)| vector[i] * length);
    let mut coordinates: Vec<f64> = (0..n).flat_map(place).collect();
    fix_signs(&mut coordinates, n_components);
    coordinates
}

/// Refuses a number of components that a map of `n_stimuli` stimuli has no use for.
pub(crate) fn refuse_components(measure: &'static str, asked: usize, n_stimuli: usize) -> Result<()> {
    if asked == 0 || asked >= n_stimuli {
        return Err(Error::Maps(MapError::WrongSetting {
            measure,
            setting: "n_components",
            expected: format!("from 1 to {} for {n_stimuli} stimuli", n_stimuli.saturating_sub(1)),
            found: asked as f64,
        }));
    }
    Ok(())
}

/// A given start `[n_stimuli, n_components]`, unless it is of another size or not finite.
pub(crate) fn given_start(
    measure: &'static str,
    coordinates: &[f64],
    n_stimuli: usize,
    n_components: usize,
) -> Result<Vec<f64>> {
    let not_finite = coordinates.iter().filter(|value| !value.is_finite()).count();
    if n_stimuli.checked_mul(n_components) != Some(coordinates.len()) || not_finite > 0 {
        return Err(Error::Maps(MapError::WrongStart {
            measure,
            what: "coordinates",
            rows: n_stimuli,
            columns: n_components,
            found: coordinates.len(),
            not_finite,
        }));
    }
    Ok(coordinates.to_vec())
}
