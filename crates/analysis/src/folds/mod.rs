//! Parting stimuli into folds for cross-validation: each fold is tested once by what was learnt from
//! the others.
//!
//! Only indices: no activations. All three ways part the stimuli, so that each is tested exactly once.

use draws::Draws;

use crate::error::{DecodingError, Error, Result};
use crate::labels::Labels;

/// A fold for each stimulus, numbered from 0 without gaps; at least 2 folds, each with a stimulus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folds {
    of_stimuli: Vec<usize>,
    n_folds: usize,
}

impl Folds {
    /// From a group for each stimulus, such as its run: each group is a fold, in the order of
    /// [`Labels`].
    ///
    /// The same as [`leave_one_group_out`], which says what it is for.
    ///
    /// # Errors
    /// Fewer than 2 groups.
    pub fn of_groups(groups: &Labels) -> Result<Self> {
        if groups.n_classes() < 2 {
            return Err(Error::Decoding(DecodingError::ImpossibleFolds {
                asked: groups.n_classes(),
                n: groups.n_stimuli(),
                things: "stimuli",
            }));
        }
        Ok(Self { of_stimuli: groups.classes().to_vec(), n_folds: groups.n_classes() })
    }

    /// The fold that tests each stimulus, `[n_stimuli]`.
    pub fn of_stimuli(&self) -> &[usize] {
        &self.of_stimuli
    }

    /// How many folds there are, at least 2.
    pub fn n_folds(&self) -> usize {
        self.n_folds
    }

    /// How many stimuli there are.
    pub fn n_stimuli(&self) -> usize {
        self.of_stimuli.len()
    }

    /// The stimuli that the fold tests, rising.
    pub fn test(&self, fold: usize) -> Vec<usize> {
        self.chosen(|of| of == fold)
    }

    /// The stimuli that the fold trains on, rising: all others.
    pub fn train(&self, fold: usize) -> Vec<usize> {
        self.chosen(|of| of != fold)
    }

    /// The stimuli of neither fold, rising: what an inner fold of nested cross-validation trains on.
    pub(crate) fn without(&self, a: usize, b: usize) -> Vec<usize> {
        self.chosen(|of| of != a && of != b)
    }

    /// Refuses folds of another number of stimuli.
    pub(crate) fn refuse_other(&self, measure: &'static str, n_stimuli: usize) -> Result<()> {
        if self.n_stimuli() == n_stimuli {
            return Ok(());
        }
        Err(Error::Decoding(DecodingError::DifferentFolds { measure, n_folded: self.n_stimuli(), n_stimuli }))
    }

    /// Refuses 2 folds where one fold's choice is made among at least 2 others.
    pub(crate) fn refuse_too_few_to_nest(&self, measure: &'static str) -> Result<()> {
        if self.n_folds >= 3 {
            return Ok(());
        }
        let why = "to choose a penalty, one of the folds trained on is left out as well";
        Err(Error::Decoding(DecodingError::TooFewFolds { measure, needs: 3, found: self.n_folds, why }))
    }

    fn chosen(&self, takes: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.of_stimuli.len()).filter(|&stimulus| takes(self.of_stimuli[stimulus])).collect()
    }
}

/// `k` folds of as equal size as can be (the first ones one stimulus longer): stretches of the given
/// order, or with a seed of a shuffled order.
///
/// scikit-learn: `KFold(k)`, and `KFold(k, shuffle=True)` up to the shuffle itself.
///
/// # Errors
/// Fewer than 2 folds, or more than stimuli.
pub fn k_fold(n_stimuli: usize, k: usize, shuffle: Option<u64>) -> Result<Folds> {
    if k < 2 || k > n_stimuli {
        return Err(Error::Decoding(DecodingError::ImpossibleFolds {
            asked: k,
            n: n_stimuli,
            things: "stimuli",
        }));
    }
    let order = match shuffle {
        Some(seed) => Draws::new(seed).permutation(n_stimuli),
        None => (0..n_stimuli).collect(),
    };
    let mut of_stimuli = vec![0; n_stimuli];
    let (size, longer) = (n_stimuli / k, n_stimuli % k);
    let ends = (0..k).map(|fold| (fold + 1) * size + (fold + 1).min(longer));
    let mut start = 0;
    for (fold, end) in ends.enumerate() {
        order[start..end].iter().for_each(|&stimulus| of_stimuli[stimulus] = fold);
        start = end;
    }
    Ok(Folds { of_stimuli, n_folds: k })
}

/// `k` folds, each with as near the same number of stimuli of each class as can be; within a class
/// in the given order, or with a seed shuffled.
///
/// scikit-learn: `StratifiedKFold(k)` when classes first appear in rising order, and
/// `StratifiedKFold(k, shuffle=True)` up to the shuffle itself. Unlike it, a class with fewer than
/// `k` stimuli is refused.
///
/// # Errors
/// Fewer than 2 folds, a class with fewer stimuli than folds.
pub fn stratified_k_fold(labels: &Labels, k: usize, shuffle: Option<u64>) -> Result<Folds> {
    let n_stimuli = labels.n_stimuli();
    if k < 2 || k > n_stimuli {
        return Err(Error::Decoding(DecodingError::ImpossibleFolds {
            asked: k,
            n: n_stimuli,
            things: "stimuli",
        }));
    }
    let mut of_stimuli = vec![0; n_stimuli];
    // The place in a list of all stimuli sorted by class: fold k takes each k-th of that list, which
    // says how many of each class go to each fold.
    let mut sorted_place = 0;
    for class in 0..labels.n_classes() {
        let mut stimuli: Vec<usize> = (0..n_stimuli).filter(|&s| labels.classes()[s] == class).collect();
        if stimuli.len() < k {
            return Err(Error::Decoding(DecodingError::ClassTooSmall {
                class,
                found: stimuli.len(),
                asked: k,
            }));
        }
        let mut of_class: Vec<usize> = (0..stimuli.len()).map(|place| (sorted_place + place) % k).collect();
        sorted_place += stimuli.len();
        of_class.sort_unstable();
        if let Some(seed) = shuffle {
            let order = Draws::new(seed).stream(class as u64).permutation(stimuli.len());
            stimuli = order.iter().map(|&place| stimuli[place]).collect();
        }
        stimuli.iter().zip(of_class).for_each(|(&stimulus, fold)| of_stimuli[stimulus] = fold);
    }
    Ok(Folds { of_stimuli, n_folds: k })
}

/// A fold for each group of stimuli that must not be parted, such as a run of a recording or the
/// tokens of a text.
///
/// scikit-learn: `LeaveOneGroupOut`.
///
/// # Errors
/// Fewer than 2 groups.
pub fn leave_one_group_out(groups: &Labels) -> Result<Folds> {
    Folds::of_groups(groups)
}
