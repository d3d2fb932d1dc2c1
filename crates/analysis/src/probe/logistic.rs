//! Multinomial logistic regression.
//!
//! The penalty does not see a rotation of the units, so the search is done along the principal directions
//! of the training activations: at most n_stimuli of them, and nearly independent.

use faer::{Mat, MatRef};

use super::softmax::{Weights, log_softmax, logits, minimise};
use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::labels::Labels;
use crate::ridge::{product, refuse_penalties};
use crate::rows::{all_rows, mean_of_columns, row_major, take_away};

/// A fitted multinomial logistic regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic {
    /// `[n_units, n_classes]`, row-major; each row sums to 0 (unit: 1 per activation).
    pub coefficients: Vec<f64>,
    /// `[n_classes]`; they sum to 0.
    pub intercepts: Vec<f64>,
    /// How many units it was fitted to.
    pub n_units: usize,
    /// How many classes it tells apart.
    pub n_classes: usize,
}

/// Training activations along their principal directions.
pub(super) struct Rotated {
    mean: Vec<f64>,
    /// `[n_units, r]`, orthonormal columns
    directions: Mat<f64>,
    /// `[n_train, r]`
    scores: Mat<f64>,
}

impl Rotated {
    pub(super) fn of(measure: &'static str, x: Mat<f64>) -> Result<Self> {
        let mean = mean_of_columns(x.as_ref());
        let x = take_away(x, &mean);
        if !x.squared_norm_l2().is_finite() {
            return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
        }
        let svd = x.thin_svd().map_err(|_| Error::NoConvergence { measure })?;
        let directions = svd.V().to_owned();
        Ok(Self { scores: product(x.as_ref(), directions.as_ref()), directions, mean })
    }

    /// Other stimuli along the same directions.
    pub(super) fn project(&self, x: Mat<f64>) -> Mat<f64> {
        product(take_away(x, &self.mean).as_ref(), self.directions.as_ref())
    }

    /// The weights of each C in turn, each search starting where the one before ended.
    pub(super) fn fit(
        &self,
        measure: &'static str,
        classes: &[usize],
        n: usize,
        cs: &[f64],
    ) -> Result<Vec<Weights>> {
        let mut all: Vec<Weights> = Vec::with_capacity(cs.len());
        for c in cs {
            // Two classes have one weight vector w in the usual form, and ±w/2 in this one, whose squares
            // sum to half of w's: the penalty is doubled to mean the same.
            let penalty = if n == 2 { 2.0 / c } else { 1.0 / c };
            all.push(minimise(measure, self.scores.as_ref(), classes, n, penalty, all.last())?);
        }
        Ok(all)
    }
}

/// The logistic regression that minimises C · Σᵢ −log p(classᵢ | xᵢ) + ½‖W‖²; intercepts are not
/// penalised. scikit-learn: `LogisticRegression(C)`; for two classes its one coefficient vector is the
/// second column here less the first.
///
/// Found by Newton's method to 1e-9 of the weights, or 1e-5 where the loss is rounding before. Units are not scaled: standardise them first where
/// their sizes mean nothing.
///
/// Cost: one singular value decomposition, `n_stimuli · n_units · m` for m = min(n_stimuli, n_units),
/// and some hundred times `n_stimuli · m · n_classes` multiply-adds.
///
/// # Errors
/// Labels of other stimuli, one class only, a C that is not above 0, a search that does not settle, too
/// large for f64.
pub fn logistic_regression(x: &Activations<impl Number>, labels: &Labels, c: f64) -> Result<Logistic> {
    let measure = "logistic regression";
    super::refuse_labels(measure, x, labels)?;
    refuse_penalties(measure, "C", &[c])?;
    let rotated = Rotated::of(measure, all_rows(x))?;
    let n_classes = labels.n_classes();
    let all = rotated.fit(measure, labels.classes(), n_classes, &[c])?;
    let weights = &all[0];
    let along = weights.subrows(0, weights.nrows() - 1);
    let coefficients = product(rotated.directions.as_ref(), along);
    let intercepts: Vec<f64> = (0..n_classes)
        .map(|class| {
            let terms = coefficients.col(class).iter().zip(&rotated.mean).map(|(w, mean)| w * mean);
            weights[(weights.nrows() - 1, class)] - terms.sum::<f64>()
        })
        .collect();
    if !intercepts.iter().all(|value| value.is_finite()) {
        return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
    }
    Ok(Logistic {
        coefficients: row_major(coefficients.as_ref()),
        intercepts,
        n_units: x.n_units(),
        n_classes,
    })
}

impl Logistic {
    /// The natural logarithm of each class's probability, `[n_stimuli, n_classes]`, row-major.
    ///
    /// # Errors
    /// Another number of units, too large for f64.
    pub fn log_probabilities(&self, x: &Activations<impl Number>) -> Result<Vec<f64>> {
        if x.n_units() != self.n_units {
            return Err(Error::Decoding(DecodingError::DifferentUnits {
                expected: self.n_units,
                found: x.n_units(),
            }));
        }
        let coefficients = MatRef::from_row_major_slice(&self.coefficients, self.n_units, self.n_classes);
        let weights = Mat::from_fn(self.n_units + 1, self.n_classes, |row, class| {
            if row < self.n_units { coefficients[(row, class)] } else { self.intercepts[class] }
        });
        let logits = logits(all_rows(x).as_ref(), &weights);
        let logs: Vec<f64> = (0..x.n_stimuli()).flat_map(|i| log_softmax(logits.as_ref(), i)).collect();
        let finite = logs.iter().all(|log| log.is_finite());
        if finite {
            Ok(logs)
        } else {
            Err(Error::Decoding(DecodingError::OutOfRange { measure: "logistic regression" }))
        }
    }
}
