//! How well the likeness of vectors follows what people said of pairs, as similarity ratings of words.

mod card;

pub(crate) use card::CARDS;

use crate::activations::{Activations, Number};
use crate::error::{Error, RdmError, Result};
use crate::rdm_comparison::average_ranks;

/// The agreement of cosines with ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct PairRatings {
    /// Spearman's correlation of cosines and ratings, ties sharing their average rank.
    pub spearman: f64,
    /// Its 95 % interval by Fisher's z with the standard error √((1 + ρ²/2) / (n − 3)); none below 4 pairs.
    pub interval: Option<[f64; 2]>,
    /// The cosine of each pair.
    pub cosines: Vec<f64>,
    /// The rank of each cosine less that of its rating, as a part of all pairs, −1 to 1.
    pub rank_differences: Vec<f64>,
}

/// The least pairs of which a rank correlation says anything.
const FEWEST_PAIRS: usize = 3;
/// 97.5 % of a normal distribution lie below.
const NORMAL_97_5: f64 = 1.959_963_984_540_054;
const MEASURE: &str = "the agreement with ratings";

/// Cosines of `pairs` (places of stimuli in `vectors`) against `ratings`, one a pair, larger for more alike.
///
/// Cost: `n_pairs · n_units`, and two sorts.
///
/// # Errors
/// Fewer than 3 pairs, another number of ratings, a place without a stimulus, a stimulus that is 0 in all units, ratings or
/// cosines that are all the same.
pub fn pair_ratings(
    vectors: &Activations<impl Number>,
    pairs: &[[usize; 2]],
    ratings: &[f64],
) -> Result<PairRatings> {
    let n = pairs.len();
    let refused = |source| Err(Error::Rdms(source));
    if n != ratings.len() {
        return refused(RdmError::NotPaired { what: MEASURE, first: n, second: ratings.len() });
    }
    if n < FEWEST_PAIRS {
        let why = "one for each pair that is covered, to have an order";
        return refused(RdmError::TooFewValues { what: MEASURE, needs: FEWEST_PAIRS, found: n, why });
    }
    if let Some(place) = ratings.iter().position(|rating| !rating.is_finite()) {
        return refused(RdmError::ValueNotFinite { what: MEASURE, place, value: ratings[place] });
    }
    let cosines = pairs.iter().map(|&pair| cosine(vectors, pair)).collect::<Result<Vec<f64>>>()?;
    let (of_cosines, of_ratings) = (average_ranks(&cosines), average_ranks(ratings));
    let Some(spearman) = correlation(&of_cosines, &of_ratings) else {
        return refused(RdmError::UndefinedOnChoice { measure: MEASURE });
    };
    let rank_differences = of_cosines.iter().zip(&of_ratings).map(|(a, b)| (a - b) / n as f64).collect();
    Ok(PairRatings { spearman, interval: interval(spearman, n), cosines, rank_differences })
}

fn cosine(vectors: &Activations<impl Number>, pair: [usize; 2]) -> Result<f64> {
    let mut rows = [Vec::new(), Vec::new()];
    for (row, stimulus) in rows.iter_mut().zip(pair) {
        let n_stimuli = vectors.n_stimuli();
        if stimulus >= n_stimuli {
            return Err(Error::Rdms(RdmError::NoSuchStimulus { stimulus, n_stimuli }));
        }
        row.extend(vectors.row(stimulus).iter().map(|&value| -> f64 { value.into() }));
        // Of length 1 before they meet, so that no square of a large number is left over.
        let largest = row.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        if largest == 0.0 {
            return Err(Error::ZeroStimulus { stimulus });
        }
        row.iter_mut().for_each(|value| *value /= largest);
        let length = row.iter().map(|value| value * value).sum::<f64>().sqrt();
        row.iter_mut().for_each(|value| *value /= length);
    }
    Ok(rows[0].iter().zip(&rows[1]).map(|(a, b)| a * b).sum())
}

/// Pearson's; none where one is constant. The mean of ranks is (n + 1) / 2 whatever ties there are.
fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let mean = (a.len() + 1) as f64 / 2.0;
    let of = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let spread = of(a, a) * of(b, b);
    (spread > 0.0).then(|| (of(a, b) / spread.sqrt()).clamp(-1.0, 1.0))
}

fn interval(spearman: f64, n: usize) -> Option<[f64; 2]> {
    if n < 4 {
        return None;
    }
    let half = NORMAL_97_5 * ((1.0 + spearman * spearman / 2.0) / (n as f64 - 3.0)).sqrt();
    let z = spearman.atanh();
    Some([z - half, z + half].map(f64::tanh))
}
