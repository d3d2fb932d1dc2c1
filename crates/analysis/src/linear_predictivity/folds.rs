//! Cross-validation: parts of the stimuli that are left out in turn.

use draws::Draws;
use faer::{Mat, MatRef};

/// Each stimulus in one of some folds.
pub(crate) struct Folds {
    order: Vec<usize>,
    count: usize,
}

/// Which stimuli are fitted on, and which are predicted.
pub(crate) struct Fold {
    /// Rising.
    pub(crate) fitted: Vec<usize>,
    /// Rising.
    pub(crate) tested: Vec<usize>,
}

impl Folds {
    /// Deals the stimuli in random order: place k of the permutation to fold k mod `count`.
    pub(crate) fn new(n_stimuli: usize, count: usize, seed: u64) -> Self {
        Self { order: Draws::new(seed).permutation(n_stimuli), count }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Fold> {
        (0..self.count).map(|fold| {
            let places = self.order.iter().enumerate();
            let (mut tested, mut fitted) = (Vec::new(), Vec::new());
            for (place, &stimulus) in places {
                if place % self.count == fold { tested.push(stimulus) } else { fitted.push(stimulus) }
            }
            tested.sort_unstable();
            fitted.sort_unstable();
            Fold { fitted, tested }
        })
    }
}

/// The rows of some stimuli, less `means`.
pub(crate) fn rows_less(matrix: &Mat<f64>, stimuli: &[usize], means: &[f64]) -> Mat<f64> {
    Mat::from_fn(stimuli.len(), matrix.ncols(), |row, unit| matrix[(stimuli[row], unit)] - means[unit])
}

/// The mean of each unit over some stimuli, at least one.
pub(crate) fn means(matrix: &Mat<f64>, stimuli: &[usize]) -> Vec<f64> {
    let mean = |unit: usize| {
        // Of differences from the first: a unit that answers alike to all of them becomes exactly 0.
        let first = matrix[(stimuli[0], unit)];
        let sum: f64 = stimuli.iter().map(|&stimulus| matrix[(stimulus, unit)] - first).sum();
        first + sum / stimuli.len() as f64
    };
    (0..matrix.ncols()).map(mean).collect()
}

/// R² of each unit: 1 − Σ(y − ŷ)² / Σy² for centred y; None where Σy² is 0.
pub(crate) fn explained(y: &Mat<f64>, predicted: &Mat<f64>) -> Vec<Option<f64>> {
    let squares = |values: MatRef<'_, f64>| -> Vec<f64> {
        values.col_iter().map(|unit| unit.iter().map(|value| value * value).sum()).collect()
    };
    let left = squares((y - predicted).as_ref());
    let all = squares(y.as_ref());
    left.into_iter().zip(all).map(|(left, all)| (all > 0.0).then(|| 1.0 - left / all)).collect()
}
