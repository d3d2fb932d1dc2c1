//! Ridge encoding: held-out predictions of many targets, their penalties chosen by nested cross-validation.

use faer::Mat;

use super::nested::{Learnt, choose, pairs, predict_fold, weight};
use super::{finite, pearson_per_target, r2_per_target, refuse_constant, refuse_unfit};
use crate::activations::{Activations, Number};
use crate::error::Result;
use crate::folds::Folds;

/// Held-out predictions of every target, and how good they are.
#[derive(Debug, Clone, PartialEq)]
pub struct RidgeEncoding {
    /// What the fold that left a stimulus out predicts for it, `[n_stimuli, n_targets]`.
    pub predictions: Activations<f64>,
    /// [`r2_per_target`] of all held-out predictions together, not a mean over folds, `[n_targets]`.
    pub r2_pooled: Vec<f64>,
    /// [`pearson_per_target`] of all held-out predictions together, `[n_targets]`.
    pub pearson_pooled: Vec<f64>,
    /// The alpha that each fold's inner folds chose, `[n_folds, n_targets]`, row-major.
    pub alphas: Vec<f64>,
    /// How many stimuli were predicted.
    pub n_stimuli: usize,
    /// How many targets were predicted.
    pub n_targets: usize,
}

const MEASURE: &str = "ridge encoding";

/// Predicts each target at every stimulus from a ridge regression that saw neither: nested
/// cross-validation.
///
/// For each fold, alpha is the one whose mean squared error, averaged over the other folds, is least,
/// each of them left out in turn as well; for each target on its own (`per_target`) or for all
/// together. Then the fold is predicted from all others with that alpha. himalaya:
/// `RidgeCV(fit_intercept=True, solver_params={"local_alpha": per_target})` within each fold. With
/// one alpha nothing is chosen, and 2 folds are enough.
///
/// Cost: for F folds (F − 1) · F / 2 + F decompositions as [`ridge`](super::ridge)'s, and `F · n_stimuli · m ·
/// n_targets` multiply-adds for each alpha.
///
/// # Errors
/// As [`ridge`](super::ridge); folds of another number of stimuli, fewer than 3 folds for more than one alpha, a
/// layer without variance, a target without variance, predictions without variance.
pub fn ridge_encoding(
    x: &Activations<impl Number>,
    y: &Activations<impl Number>,
    alphas: &[f64],
    folds: &Folds,
    per_target: bool,
) -> Result<RidgeEncoding> {
    RidgeSteps::new(x, y, alphas, folds, per_target)?.finish()
}

/// [`ridge_encoding`] a step at a time, for whoever wants to hear how far it is or to stop in between.
pub struct RidgeSteps<'a, X, Y> {
    x: &'a Activations<X>,
    y: &'a Activations<Y>,
    alphas: &'a [f64],
    folds: &'a Folds,
    per_target: bool,
    /// Left to be done, the next one last.
    left: Vec<Step>,
    learnt: Option<Learnt>,
    /// Of each fold's inner folds `[n_alphas, n_targets]`.
    errors: Vec<Mat<f64>>,
    predictions: Vec<f64>,
    chosen: Vec<f64>,
}

enum Step {
    /// Learn from all folds but these two.
    Learn([usize; 2]),
    /// Test what was learnt, for the choice of the fold's alphas.
    Test { fold: usize, on: usize },
    /// Predict the fold from all others.
    Predict(usize),
}

impl<'a, X: Number, Y: Number> RidgeSteps<'a, X, Y> {
    /// Before the first step.
    ///
    /// # Errors
    /// As [`ridge_encoding`], but for what only shows in the end.
    pub fn new(
        x: &'a Activations<X>,
        y: &'a Activations<Y>,
        alphas: &'a [f64],
        folds: &'a Folds,
        per_target: bool,
    ) -> Result<Self> {
        refuse_unfit(MEASURE, x, y, alphas)?;
        folds.refuse_other(MEASURE, x.n_stimuli())?;
        refuse_constant(MEASURE, x, y)?;
        let n = folds.n_folds();
        let mut steps = Vec::new();
        if alphas.len() > 1 {
            folds.refuse_too_few_to_nest(MEASURE)?;
            for [a, b] in pairs(n) {
                steps.extend([
                    Step::Learn([a, b]),
                    Step::Test { fold: a, on: b },
                    Step::Test { fold: b, on: a },
                ]);
            }
        }
        steps.extend((0..n).map(Step::Predict));
        steps.reverse();
        let errors = vec![Mat::zeros(alphas.len(), y.n_units()); n];
        let predictions = vec![0.0; x.n_stimuli() * y.n_units()];
        Ok(Self {
            x,
            y,
            alphas,
            folds,
            per_target,
            left: steps,
            learnt: None,
            errors,
            predictions,
            chosen: Vec::new(),
        })
    }

    /// How many steps of about the same length are left.
    pub fn n_left(&self) -> usize {
        self.left.len()
    }

    /// Takes the next step, if one is left.
    ///
    /// # Errors
    /// Numbers too large for f64.
    pub fn advance(&mut self) -> Result<()> {
        let Self { x, y, alphas, folds, .. } = *self;
        match self.left.pop() {
            None => {}
            Some(Step::Learn([a, b])) => {
                self.learnt = Some(Learnt::of(MEASURE, x, y, &folds.without(a, b))?);
            }
            Some(Step::Test { fold, on }) => {
                if let Some(learnt) = &self.learnt {
                    let errors = &mut self.errors[fold];
                    learnt.add_errors((x, y), alphas, &folds.test(on), weight(folds), errors);
                }
            }
            Some(Step::Predict(fold)) => {
                let chosen = choose(self.errors[fold].as_ref(), self.per_target);
                let predicted = predict_fold(MEASURE, x, y, alphas, (folds, fold), &chosen)?;
                for (place, stimulus) in folds.test(fold).into_iter().enumerate() {
                    let out = &mut self.predictions[stimulus * y.n_units()..][..y.n_units()];
                    out.iter_mut().zip(predicted.row(place).iter()).for_each(|(out, value)| *out = *value);
                }
                self.chosen.extend(chosen.iter().map(|&place| alphas[place]));
            }
        }
        Ok(())
    }

    /// Takes the steps that are left and scores the predictions.
    ///
    /// # Errors
    /// As [`ridge_encoding`].
    pub fn finish(mut self) -> Result<RidgeEncoding> {
        while self.n_left() > 0 {
            self.advance()?;
        }
        RidgeEncoding::of(MEASURE, self.y, self.predictions, self.chosen)
    }
}

impl RidgeEncoding {
    /// Scores of held-out predictions `[n_stimuli, n_targets]`.
    pub(crate) fn of(
        measure: &'static str,
        y: &Activations<impl Number>,
        predictions: Vec<f64>,
        alphas: Vec<f64>,
    ) -> Result<Self> {
        let (n_stimuli, n_targets) = (y.n_stimuli(), y.n_units());
        let predictions = finite(measure, predictions, n_stimuli, n_targets)?;
        Ok(Self {
            r2_pooled: r2_per_target(y, &predictions)?,
            pearson_pooled: pearson_per_target(y, &predictions)?,
            predictions,
            alphas,
            n_stimuli,
            n_targets,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folds::k_fold;

    #[test]
    fn steps_that_are_taken_one_by_one_count_down_and_end_where_all_at_once_end() {
        let draws = draws::Draws::new(1);
        let numbers =
            |stream: u64, n: usize| (0..n as u64).map(move |place| draws.stream(stream).unit(place));
        let x = Activations::new(numbers(1, 60).collect(), 12, 5).expect("finite numbers");
        let y = Activations::new(numbers(2, 36).collect(), 12, 3).expect("finite numbers");
        let (alphas, folds) = ([0.1, 1.0, 10.0], k_fold(12, 4, None).expect("4 folds of 12"));
        let mut steps = RidgeSteps::new(&x, &y, &alphas, &folds, true).expect("what fits together");
        // Six pairs of folds, each learnt from and tested twice; then four folds to predict.
        for left in (1..=6 * 3 + 4).rev() {
            assert_eq!(steps.n_left(), left);
            steps.advance().expect("small numbers");
        }
        let at_once = ridge_encoding(&x, &y, &alphas, &folds, true);
        assert_eq!(steps.finish().expect("small numbers"), at_once.expect("small numbers"));
    }
}
