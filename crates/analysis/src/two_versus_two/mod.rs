//! Two-versus-two accuracy: can predictions tell two stimuli apart?
//!
//! Mitchell et al. 2008, "Predicting human brain activity associated with the meanings of nouns", Science 320.

mod card;

pub(crate) use card::CARDS;

use faer::Mat;

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Operand, Result};
use crate::gram::refuse_too_many;
use crate::ridge::product;
use crate::rows::all_rows;

/// How many pairs of stimuli predictions tell apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoVersusTwo {
    /// The part of pairs whose right matching is more alike than the swapped one, 0 to 1; ties are half
    /// right. By chance 1/2.
    pub accuracy: f64,
    /// How many pairs there are, n_stimuli · (n_stimuli − 1) / 2.
    pub n_pairs: usize,
    /// How many stimuli there are.
    pub n_stimuli: usize,
}

/// Sums of cosines nearer than this are a tie: what rounding makes of equal ones.
const TIE: f64 = 1e-12;

/// For each pair of stimuli i and j: is cos(yᵢ, ŷᵢ) + cos(yⱼ, ŷⱼ) larger than cos(yᵢ, ŷⱼ) + cos(yⱼ, ŷᵢ)?
///
/// `y` and `predictions` `[n_stimuli, n_targets]`; predictions should be held out, as
/// [`ridge_encoding`](crate::ridge_encoding)'s. The paper holds each pair out together.
///
/// Cost: `n_stimuli² · n_targets` multiply-adds.
///
/// # Errors
/// Different numbers of stimuli or targets, fewer than 2 stimuli, a stimulus that is 0 for all targets, too
/// many for memory or too large for f64.
pub fn two_versus_two(
    y: &Activations<impl Number>,
    predictions: &Activations<impl Number>,
) -> Result<TwoVersusTwo> {
    let measure = "two-versus-two accuracy";
    let n_stimuli = y.n_stimuli();
    if n_stimuli != predictions.n_stimuli() {
        return Err(Error::DifferentStimuli { measure, first: n_stimuli, second: predictions.n_stimuli() });
    }
    if y.n_units() != predictions.n_units() {
        return Err(Error::Decoding(DecodingError::DifferentUnits {
            expected: y.n_units(),
            found: predictions.n_units(),
        }));
    }
    if n_stimuli < 2 {
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n_stimuli, why: "it tells two apart" });
    }
    refuse_too_many(measure, n_stimuli)?;
    let y = unit_rows(measure, y, Operand::First)?;
    let predictions = unit_rows(measure, predictions, Operand::Second)?;
    let cosines = product(y.as_ref(), predictions.transpose());
    let mut right = 0.0;
    for i in 0..n_stimuli {
        for j in i + 1..n_stimuli {
            let lead = cosines[(i, i)] + cosines[(j, j)] - cosines[(i, j)] - cosines[(j, i)];
            if lead.abs() <= TIE {
                right += 0.5;
            } else if lead > 0.0 {
                right += 1.0;
            }
        }
    }
    let n_pairs = n_stimuli * (n_stimuli - 1) / 2;
    Ok(TwoVersusTwo { accuracy: right / n_pairs as f64, n_pairs, n_stimuli })
}

/// Each stimulus with length 1.
fn unit_rows(measure: &'static str, x: &Activations<impl Number>, which: Operand) -> Result<Mat<f64>> {
    let mut rows = all_rows(x);
    for stimulus in 0..rows.nrows() {
        let length = rows.row(stimulus).norm_l2();
        if length == 0.0 {
            return Err(Error::Decoding(DecodingError::StimulusWithoutDirection {
                measure,
                which,
                stimulus,
            }));
        }
        if !length.is_finite() {
            return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
        }
        rows.row_mut(stimulus).iter_mut().for_each(|value| *value /= length);
    }
    Ok(rows)
}
