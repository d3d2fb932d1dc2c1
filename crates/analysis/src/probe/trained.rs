//! One training set: what does not depend on labels is computed once, then any labelling is learnt.

use faer::{Mat, MatRef};

use super::ProbeKind;
use super::centroids::{centroids, correlations, nearness};
use super::logistic::Rotated;
use super::softmax::logits;
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::ridge::Spectrum;
use crate::rows::rows_of;

/// A training set, ready for labels, and stimuli to predict.
pub(super) struct TrainingSet<'a> {
    kind: &'a ProbeKind,
    stimuli: Vec<usize>,
    prepared: Prepared,
    tests: Vec<(Vec<usize>, Mat<f64>)>,
}

enum Prepared {
    Logistic(Rotated),
    Ridge(Spectrum),
    Means(Mat<f64>),
}

impl<'a> TrainingSet<'a> {
    pub(super) fn of(
        kind: &'a ProbeKind,
        x: &Activations<impl Number>,
        stimuli: Vec<usize>,
        tests: Vec<Vec<usize>>,
    ) -> Result<Self> {
        let rows = rows_of(x, &stimuli);
        let prepared = match kind {
            ProbeKind::Logistic { .. } => Prepared::Logistic(Rotated::of(kind.name(), rows)?),
            ProbeKind::Ridge { .. } => Prepared::Ridge(Spectrum::of(kind.name(), rows)?),
            ProbeKind::NearestCentroid | ProbeKind::Correlation => Prepared::Means(rows),
        };
        let projected = |test: Vec<usize>| {
            let rows = rows_of(x, &test);
            let rows = match &prepared {
                Prepared::Logistic(rotated) => rotated.project(rows),
                Prepared::Ridge(spectrum) => spectrum.project(rows),
                Prepared::Means(_) => rows,
            };
            (test, rows)
        };
        let tests = tests.into_iter().map(projected).collect();
        Ok(Self { kind, stimuli, prepared, tests })
    }

    /// Predicted classes `[test set][penalty][test stimulus]` after training on the given class of each
    /// stimulus. Classes that no training stimulus has are never predicted.
    pub(super) fn predict(&self, class_of: &[usize], penalties: &[f64]) -> Result<Vec<Vec<Vec<usize>>>> {
        let mut present: Vec<usize> = self.stimuli.iter().map(|&stimulus| class_of[stimulus]).collect();
        present.sort_unstable();
        present.dedup();
        let place = |stimulus: &usize| present.binary_search(&class_of[*stimulus]).unwrap_or_default();
        let classes: Vec<usize> = self.stimuli.iter().map(place).collect();
        let scores = self.scores(&classes, present.len(), penalties)?;
        let winners = |scores: &Mat<f64>| winners(scores.as_ref()).iter().map(|&k| present[k]).collect();
        Ok(scores.iter().map(|test| test.iter().map(winners).collect()).collect())
    }

    /// How much speaks for each class, `[test set][penalty]`, `[n, n_classes]` each.
    fn scores(&self, classes: &[usize], n: usize, penalties: &[f64]) -> Result<Vec<Vec<Mat<f64>>>> {
        if n == 1 {
            let only = |(test, _): &(Vec<usize>, _)| vec![Mat::zeros(test.len(), 1); penalties.len()];
            return Ok(self.tests.iter().map(only).collect());
        }
        match &self.prepared {
            Prepared::Logistic(rotated) => {
                let fits = rotated.fit(self.kind.name(), classes, n, penalties)?;
                let of_test = |x: &Mat<f64>| fits.iter().map(|weights| logits(x.as_ref(), weights)).collect();
                Ok(self.tests.iter().map(|(_, x)| of_test(x)).collect())
            }
            Prepared::Ridge(spectrum) => {
                let targets = Mat::from_fn(classes.len(), n, |i, k| if classes[i] == k { 1.0 } else { -1.0 });
                let answers = spectrum.answers(targets);
                let predict = |x: &Mat<f64>, alpha: f64| spectrum.predict(x.as_ref(), &answers, alpha);
                let of_test = |x: &Mat<f64>| penalties.iter().map(|&alpha| predict(x, alpha)).collect();
                Ok(self.tests.iter().map(|(_, x)| of_test(x)).collect())
            }
            Prepared::Means(rows) => {
                let means = centroids(rows.as_ref(), classes, n);
                let of_test = |(test, x): &(Vec<usize>, Mat<f64>)| {
                    let scores = match self.kind {
                        ProbeKind::Correlation => correlations(x.as_ref(), means.as_ref(), test)?,
                        _ => nearness(x.as_ref(), means.as_ref()),
                    };
                    Ok(vec![scores])
                };
                self.tests.iter().map(of_test).collect()
            }
        }
    }
}

/// The class with the largest score for each stimulus; the first of equal ones.
fn winners(scores: MatRef<'_, f64>) -> Vec<usize> {
    let winner = |stimulus: usize| {
        (1..scores.ncols()).fold(0, |best, class| {
            if scores[(stimulus, class)] > scores[(stimulus, best)] { class } else { best }
        })
    };
    (0..scores.nrows()).map(winner).collect()
}
