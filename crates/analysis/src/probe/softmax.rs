//! Multinomial logistic regression in coordinates that are easy to search: Newton's method, each step
//! found by conjugate gradients.
//!
//! The loss is convex: −Σᵢ log softmax(xᵢ W + b)[classᵢ] + penalty/2 · ‖W‖² + ½ (Σ b)². The last term makes the
//! intercepts unique, as adding the same to all of them changes no probability, and nothing else. Near its minimum the length of
//! Newton's step is the error that is left, so that is what ends the search.

use faer::{Mat, MatRef};

use crate::error::{DecodingError, Error, Result};
use crate::ridge::product;

/// The weights `[n_coordinates, n_classes]` and, in a last row, the intercepts.
pub(super) type Weights = Mat<f64>;

/// Steps after which the search is given up; a handful is usual.
const MOST_STEPS: usize = 100;
/// The step, as a part of the weights, below which the search ends.
const SETTLED: f64 = 1e-9;
/// The same once the loss falls by no more than its rounding.
const SETTLED_AT_ROUNDING: f64 = 1e-5;
/// How finely a step is found, as a part of the gradient: coarsely far from the minimum (Nocedal & Wright 2006,
/// Numerical optimization, section 7.1), and no finer than rounding allows near it.
const COARSEST: f64 = 1e-2;
const FINEST: f64 = 1e-8;
/// Armijo's condition (Nocedal & Wright 2006, Numerical optimization, equation 3.4).
const SUFFICIENT: f64 = 1e-4;

/// The loss and what its derivatives need.
struct Loss<'a> {
    /// `[n_stimuli, n_coordinates]`
    x: MatRef<'a, f64>,
    classes: &'a [usize],
    n_classes: usize,
    penalty: f64,
}

impl Loss<'_> {
    /// `x W + b`, `[n_stimuli, n_classes]`.
    fn logits(&self, weights: &Weights) -> Mat<f64> {
        logits(self.x, weights)
    }

    fn value(&self, weights: &Weights) -> f64 {
        let logits = self.logits(weights);
        let coordinates = weights.subrows(0, self.x.ncols());
        let squares: f64 = (0..self.n_classes).map(|k| coordinates.col(k).squared_norm_l2()).sum();
        let surprise = |(stimulus, &class): (usize, &usize)| -log_softmax(logits.as_ref(), stimulus)[class];
        self.classes.iter().enumerate().map(surprise).sum::<f64>()
            + self.penalty / 2.0 * squares
            + self.sum_of_intercepts(weights).powi(2) / 2.0
    }

    /// How wrong rounding may make the loss: each stimulus's part is a difference of logits.
    fn rounding(&self, weights: &Weights, value: f64) -> f64 {
        let logits = self.logits(weights);
        let size: f64 = (0..self.n_classes).map(|class| logits.col(class).norm_l1()).sum();
        8.0 * f64::EPSILON * (value + size)
    }

    fn sum_of_intercepts(&self, weights: &Weights) -> f64 {
        weights.row(self.x.ncols()).iter().sum()
    }

    /// The probability of each class, `[n_stimuli, n_classes]`.
    fn probabilities(&self, weights: &Weights) -> Mat<f64> {
        let logits = self.logits(weights);
        let mut out = Mat::zeros(self.x.nrows(), self.n_classes);
        for stimulus in 0..self.x.nrows() {
            let row = log_softmax(logits.as_ref(), stimulus);
            row.iter().enumerate().for_each(|(class, log)| out[(stimulus, class)] = log.exp());
        }
        out
    }

    /// Derivative by the weights, of a loss with derivative `by_logits` by the logits.
    fn back(&self, by_logits: MatRef<'_, f64>, weights: &Weights) -> Weights {
        let by_x = product(self.x.transpose(), by_logits);
        let n = self.x.ncols();
        Mat::from_fn(n + 1, self.n_classes, |row, class| {
            if row < n {
                by_x[(row, class)] + self.penalty * weights[(row, class)]
            } else {
                by_logits.col(class).iter().sum::<f64>() + self.sum_of_intercepts(weights)
            }
        })
    }

    fn gradient(&self, probabilities: &Mat<f64>, weights: &Weights) -> Weights {
        let mut by_logits = probabilities.clone();
        self.classes.iter().enumerate().for_each(|(stimulus, &class)| by_logits[(stimulus, class)] -= 1.0);
        self.back(by_logits.as_ref(), weights)
    }

    /// The Hessian times a direction.
    fn curvature(&self, p: &Mat<f64>, direction: &Weights) -> Weights {
        let moved = self.logits(direction);
        let mut by_logits = Mat::zeros(p.nrows(), p.ncols());
        for i in 0..p.nrows() {
            let mean: f64 = (0..p.ncols()).map(|k| p[(i, k)] * moved[(i, k)]).sum();
            (0..p.ncols()).for_each(|k| by_logits[(i, k)] = p[(i, k)] * (moved[(i, k)] - mean));
        }
        self.back(by_logits.as_ref(), direction)
    }

    /// The Hessian's diagonal.
    fn diagonal(&self, p: &Mat<f64>) -> Weights {
        let squares = Mat::from_fn(self.x.nrows(), self.x.ncols(), |i, j| self.x[(i, j)] * self.x[(i, j)]);
        let spread = Mat::from_fn(p.nrows(), p.ncols(), |i, k| p[(i, k)] * (1.0 - p[(i, k)]));
        let by_x = product(squares.transpose(), spread.as_ref());
        let n = self.x.ncols();
        Mat::from_fn(n + 1, self.n_classes, |row, class| {
            if row < n {
                by_x[(row, class)] + self.penalty
            } else {
                spread.col(class).iter().sum::<f64>() + 1.0
            }
        })
    }

    /// A step d with H d ≈ −gradient to `tolerance` of the gradient: conjugate gradients, scaled by the
    /// Hessian's diagonal (Nocedal & Wright 2006, algorithm 5.3).
    fn newton_step(&self, p: &Mat<f64>, gradient: &Weights, tolerance: f64) -> Weights {
        let diagonal = self.diagonal(p);
        let scaled = |r: &Weights| {
            Mat::from_fn(r.nrows(), r.ncols(), |i, j| r[(i, j)] / diagonal[(i, j)].max(f64::MIN_POSITIVE))
        };
        let mut step = Mat::zeros(gradient.nrows(), gradient.ncols());
        let mut residual = gradient * -1.0;
        let mut direction = scaled(&residual);
        let mut size = dot(&residual, &direction);
        let goal = tolerance * tolerance * size;
        for _ in 0..4 * gradient.nrows() * gradient.ncols() {
            if size <= goal || size <= 0.0 {
                break;
            }
            let bent = self.curvature(p, &direction);
            let curvature = dot(&direction, &bent);
            // Only rounding makes it so: the loss is convex.
            if curvature <= 0.0 {
                break;
            }
            let length = size / curvature;
            step += &direction * length;
            residual -= bent * length;
            let next = scaled(&residual);
            let next_size = dot(&residual, &next);
            direction = next + direction * (next_size / size);
            size = next_size;
        }
        step
    }
}

/// Minimises the loss for stimuli `x` `[n_stimuli, n_coordinates]` of the classes below `n_classes`, each
/// of which has a stimulus, from `start` on.
pub(super) fn minimise(
    measure: &'static str,
    x: MatRef<'_, f64>,
    classes: &[usize],
    n_classes: usize,
    penalty: f64,
    start: Option<&Weights>,
) -> Result<Weights> {
    let loss = Loss { x, classes, n_classes, penalty };
    let mut weights = start.cloned().unwrap_or_else(|| Mat::zeros(x.ncols() + 1, n_classes));
    let mut value = loss.value(&weights);
    let mut first_gradient = None;
    for _ in 0..MOST_STEPS {
        let p = loss.probabilities(&weights);
        let gradient = loss.gradient(&p, &weights);
        let size = gradient.norm_l2();
        let first = *first_gradient.get_or_insert(size);
        if size == 0.0 {
            return Ok(weights);
        }
        let step = loss.newton_step(&p, &gradient, (size / first).clamp(FINEST, COARSEST));
        let slope = dot(&gradient, &step);
        let rounding = loss.rounding(&weights, value);
        let mut length = 1.0;
        let mut moved = &weights + &step;
        let mut reached = loss.value(&moved);
        // A loss that is no number falls short as well.
        let enough = |reached: f64, length: f64| reached <= value + SUFFICIENT * length * slope + rounding;
        while !enough(reached, length) && length > 1e-12 {
            length /= 2.0;
            moved = &weights + &step * length;
            reached = loss.value(&moved);
        }
        if !reached.is_finite() {
            return Err(Error::Decoding(DecodingError::OutOfRange { measure }));
        }
        let part = step.norm_l2() / moved.norm_l2().max(f64::MIN_POSITIVE);
        let at_rounding = part <= SETTLED_AT_ROUNDING && reached >= value - rounding;
        (weights, value) = (moved, reached);
        if (length == 1.0 && part <= SETTLED) || at_rounding {
            return Ok(weights);
        }
    }
    Err(Error::Decoding(DecodingError::NotSettled { measure, steps: MOST_STEPS }))
}

/// `x W + b`, `[n_stimuli, n_classes]`.
pub(super) fn logits(x: MatRef<'_, f64>, weights: &Weights) -> Mat<f64> {
    let n = x.ncols();
    let mut out = product(x, weights.subrows(0, n));
    for class in 0..out.ncols() {
        let intercept = weights[(n, class)];
        out.col_mut(class).iter_mut().for_each(|logit| *logit += intercept);
    }
    out
}

/// The logarithm of each class's probability for one stimulus.
pub(super) fn log_softmax(logits: MatRef<'_, f64>, stimulus: usize) -> Vec<f64> {
    let row = logits.row(stimulus);
    let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let rest = row.iter().map(|logit| (logit - largest).exp()).sum::<f64>().ln();
    row.iter().map(|logit| logit - largest - rest).collect()
}

fn dot(a: &Weights, b: &Weights) -> f64 {
    (0..a.ncols()).map(|k| a.col(k).iter().zip(b.col(k).iter()).map(|(a, b)| a * b).sum::<f64>()).sum()
}
