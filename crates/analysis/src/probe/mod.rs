//! Probes: can a simple classifier read the class of a stimulus from the activations?
//!
//! Alain & Bengio 2017, "Understanding intermediate layers using linear classifier probes", ICLR workshop;
//! for recordings Haxby et al. 2001, Science 293.

mod card;
mod centroids;
mod kind;
mod logistic;
mod nested;
mod permutation;
mod softmax;
mod trained;

pub(crate) use card::CARDS;
pub use kind::ProbeKind;
pub use logistic::{Logistic, logistic_regression};
pub(crate) use nested::{accuracy, held_out};
pub use permutation::{Permutation, Shuffle, probe_permutation, probe_shuffled};

use self::nested::HeldOut;
use crate::activations::{Activations, Number};
use crate::error::{DecodingError, Error, Result};
use crate::folds::Folds;
use crate::labels::Labels;

/// What a probe reads from stimuli that it was not trained on.
#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    /// The part of all stimuli whose held-out prediction is right, 0 to 1.
    pub accuracy: f64,
    /// The mean over classes of the part of their stimuli that is right, 0 to 1. scikit-learn:
    /// `balanced_accuracy_score`.
    pub balanced_accuracy: f64,
    /// How many stimuli of each class (row) were taken for each class (column), `[n_classes, n_classes]`,
    /// row-major.
    pub confusion: Vec<usize>,
    /// The accuracy on each fold, `[n_folds]`.
    pub fold_accuracies: Vec<f64>,
    /// The C or alpha of each fold, `[n_folds]`; 1 where the kind has none.
    pub penalties: Vec<f64>,
    /// The class that the fold without it predicts for each stimulus, `[n_stimuli]`.
    pub predictions: Vec<usize>,
    /// The accuracy of guessing with even odds, 1 / n_classes; of `balanced_accuracy` the chance level.
    pub chance_even: f64,
    /// The accuracy of always saying the most frequent class.
    pub chance_most_frequent: f64,
    /// How many stimuli were predicted.
    pub n_stimuli: usize,
    /// How many classes there are.
    pub n_classes: usize,
}

/// Predicts the class of each stimulus from activations `[n_stimuli, n_units]` by a classifier that was
/// trained on the other folds.
///
/// With several penalties each fold takes the one whose accuracy, averaged over the other folds, is best,
/// each of them left out in turn as well (scikit-learn: `GridSearchCV` within each fold).
///
/// Cost: for F folds F trainings of the [`ProbeKind`], and with several penalties (F − 1) · F / 2 more, each
/// for all penalties.
///
/// # Errors
/// Labels or folds of another number of stimuli, one class only, a class that some training set lacks, a
/// penalty that is not above 0, fewer than 3 folds for several penalties, and what the kind refuses: a search
/// that does not settle, a pattern without variance, fewer than 3 units to correlate over.
pub fn probe(
    x: &Activations<impl Number>,
    labels: &Labels,
    folds: &Folds,
    kind: &ProbeKind,
) -> Result<Probe> {
    refuse(x, labels, folds, kind)?;
    let held_out = held_out(x, &[labels.classes().to_vec()], folds, kind)?;
    Ok(Probe::of(&held_out[0], labels, folds))
}

impl Probe {
    fn of(found: &HeldOut, labels: &Labels, folds: &Folds) -> Self {
        let (truth, n_classes) = (labels.classes(), labels.n_classes());
        let mut confusion = vec![0; n_classes * n_classes];
        truth.iter().zip(&found.predictions).for_each(|(&is, &said)| confusion[is * n_classes + said] += 1);
        let counts = labels.counts();
        let recall = |class: usize| confusion[class * n_classes + class] as f64 / counts[class] as f64;
        let pick = |all: &[usize], test: &[usize]| test.iter().map(|&i| all[i]).collect::<Vec<_>>();
        let of_fold = |fold: usize| {
            let test = folds.test(fold);
            accuracy(&pick(&found.predictions, &test), &pick(truth, &test))
        };
        let most = counts.iter().copied().max().unwrap_or_default();
        Self {
            accuracy: accuracy(&found.predictions, truth),
            balanced_accuracy: (0..n_classes).map(recall).sum::<f64>() / n_classes as f64,
            fold_accuracies: (0..folds.n_folds()).map(of_fold).collect(),
            chance_even: 1.0 / n_classes as f64,
            chance_most_frequent: most as f64 / truth.len() as f64,
            confusion,
            penalties: found.penalties.clone(),
            predictions: found.predictions.clone(),
            n_stimuli: truth.len(),
            n_classes,
        }
    }
}

/// Refuses labels of other stimuli, and of one class.
pub(crate) fn refuse_labels(
    measure: &'static str,
    x: &Activations<impl Number>,
    labels: &Labels,
) -> Result<()> {
    let (n_labels, n_stimuli) = (labels.n_stimuli(), x.n_stimuli());
    if n_labels != n_stimuli {
        return Err(Error::DifferentLabels { measure, n_labels, n_stimuli });
    }
    if labels.n_classes() < 2 {
        Err(Error::Decoding(DecodingError::NothingToTellApart { measure }))
    } else {
        Ok(())
    }
}

/// Refuses what no probe can be trained and tested on.
pub(crate) fn refuse(
    x: &Activations<impl Number>,
    labels: &Labels,
    folds: &Folds,
    kind: &ProbeKind,
) -> Result<()> {
    let measure = kind.name();
    refuse_labels(measure, x, labels)?;
    folds.refuse_other(measure, x.n_stimuli())?;
    kind.refuse_penalties()?;
    if *kind == ProbeKind::Correlation && x.n_units() < 3 {
        let why = "any two patterns of 2 units correlate by 1 or −1";
        return Err(Error::Decoding(DecodingError::TooFewUnits {
            measure,
            needs: 3,
            found: x.n_units(),
            why,
        }));
    }
    for fold in 0..folds.n_folds() {
        let mut trained = vec![false; labels.n_classes()];
        folds.train(fold).iter().for_each(|&stimulus| trained[labels.classes()[stimulus]] = true);
        if let Some(class) = trained.iter().position(|&trained| !trained) {
            return Err(Error::Decoding(DecodingError::ClassNotTrained { measure, class, fold }));
        }
    }
    Ok(())
}
