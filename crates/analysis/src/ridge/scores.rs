//! How well predictions fit, one number a target.

use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Operand, Result};

/// R² of each target: 1 − Σ(y − ŷ)² / Σ(y − ȳ)² over the stimuli, `[n_targets]`.
///
/// 1 is perfect, 0 as good as the mean ȳ of these same stimuli, below 0 worse. scikit-learn:
/// `r2_score(y, predictions, multioutput="raw_values")`.
///
/// # Errors
/// Different numbers of stimuli or targets, a target without variance.
pub fn r2_per_target(
    y: &Activations<impl Number>,
    predictions: &Activations<impl Number>,
) -> Result<Vec<f64>> {
    let measure = "R²";
    each_target(measure, y, predictions, |y, predicted, target| {
        let mean = mean(y);
        let total: f64 = y.iter().map(|y| (y - mean).powi(2)).sum();
        let missed: f64 = y.iter().zip(predicted).map(|(y, p)| (y - p).powi(2)).sum();
        if total == 0.0 {
            return Err(Error::Decoding(DecodingError::ConstantTarget { measure, target }));
        }
        Ok(1.0 - missed / total)
    })
}

/// Pearson's correlation of each target with its predictions over the stimuli, `[n_targets]`, −1 to 1.
///
/// # Errors
/// Different numbers of stimuli or targets, a target or prediction without variance (up to rounding:
/// 1e-13 of its size).
pub fn pearson_per_target(
    y: &Activations<impl Number>,
    predictions: &Activations<impl Number>,
) -> Result<Vec<f64>> {
    let measure = "Pearson's r";
    each_target(measure, y, predictions, |y, predicted, target| {
        let (mean_y, mean_p) = (mean(y), mean(predicted));
        let sum = |term: &dyn Fn(f64, f64) -> f64| -> f64 {
            y.iter().zip(predicted).map(|(y, p)| term(y - mean_y, p - mean_p)).sum()
        };
        let (of_y, of_p) = (sum(&|y, _| y * y).sqrt(), sum(&|_, p| p * p).sqrt());
        if of_y == 0.0 {
            return Err(Error::Decoding(DecodingError::ConstantTarget { measure, target }));
        }
        if of_p <= ROUNDING * predicted.iter().fold(0.0_f64, |most, p| most.max(p.abs())) {
            return Err(Error::Decoding(DecodingError::ConstantPredictions { measure, target }));
        }
        Ok((sum(&|y, p| (y / of_y) * (p / of_p))).clamp(-1.0, 1.0))
    })
}

/// Spread of predictions, as a part of their size, that is no more than the rounding of the sums that
/// made them.
const ROUNDING: f64 = 1e-13;

/// The mean; of equal numbers exactly that number.
fn mean(values: &[f64]) -> f64 {
    let reference = values.first().copied().unwrap_or_default();
    reference + values.iter().map(|value| value - reference).sum::<f64>() / values.len() as f64
}

fn each_target(
    measure: &'static str,
    y: &Activations<impl Number>,
    predictions: &Activations<impl Number>,
    score: impl Fn(&[f64], &[f64], usize) -> Result<f64>,
) -> Result<Vec<f64>> {
    if y.n_stimuli() != predictions.n_stimuli() {
        let (first, second) = (y.n_stimuli(), predictions.n_stimuli());
        return Err(Error::DifferentStimuli { measure, first, second });
    }
    if y.n_units() != predictions.n_units() {
        return Err(Error::Decoding(DecodingError::DifferentUnits {
            expected: y.n_units(),
            found: predictions.n_units(),
        }));
    }
    let score_of = |target: usize| {
        let [y, predicted] = [column(y, target), column(predictions, target)];
        let score = score(&y, &predicted, target)?;
        if score.is_finite() {
            Ok(score)
        } else {
            Err(Error::Decoding(DecodingError::OutOfRange { measure }))
        }
    };
    (0..y.n_units()).map(score_of).collect()
}

fn column(x: &Activations<impl Number>, unit: usize) -> Vec<f64> {
    x.rows().map(|row| row[unit].into()).collect()
}

/// Refuses activations of which no unit, and targets of which one, is the same for all stimuli.
pub(crate) fn refuse_constant(
    measure: &'static str,
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
) -> Result<()> {
    let first = x.row(0);
    if x.rows().all(|row| row == first) {
        return Err(Error::DeadLayer { measure, which: Operand::First });
    }
    let first = y.row(0);
    let constant = |&target: &usize| y.rows().all(|row| row[target] == first[target]);
    match (0..y.n_units()).find(constant) {
        Some(target) => Err(Error::Decoding(DecodingError::ConstantTarget { measure, target })),
        None => Ok(()),
    }
}
