//! d′: how far apart a unit's answers to its preferred class and to the rest are, in deviations.
//!
//! Green & Swets 1966, "Signal detection theory and psychophysics"; with two variances their mean is
//! taken (d_a with equal weights, Simpson & Fitter 1973, Psychological Bulletin 80(6)).

use super::{Selectivity, answers};
use crate::activations::{Activations, Number};
use crate::classes::refuse_labels;
use crate::error::Result;
use crate::labels::Labels;

/// (μ_best − μ_rest) / √(½ (s²_best + s²_rest)) of each unit: best is the class of its largest mean
/// answer (of equal ones the first), rest all other stimuli together, s² divides by n − 1; 0 up.
///
/// A unit without variance within both has no value: a dead one, and one that tells the two perfectly.
/// Cost: `n_stimuli · n_units`.
///
/// # Errors
/// Labels for other stimuli, fewer than 2 classes, a class of one stimulus, no unit with a value.
pub fn d_prime_preferred_class(x: &Activations<impl Number>, labels: &Labels) -> Result<Selectivity> {
    let measure = "d_prime_preferred_class";
    refuse_labels(measure, x, labels, 2)?;
    let values = (0..x.n_units())
        .map(|unit| {
            let (answers, varies) = answers(x, unit);
            if varies { of_unit(&answers, labels) } else { None }
        })
        .collect();
    Selectivity::new(measure, values, "units", "none varies within classes")
}

fn of_unit(answers: &[f64], labels: &Labels) -> Option<f64> {
    let of_class = |class: usize, is_in: bool| {
        let pairs = answers.iter().zip(labels.classes());
        pairs.filter(move |&(_, &of)| (of == class) == is_in).map(|(&answer, _)| answer)
    };
    let mut best = (f64::NEG_INFINITY, 0);
    for class in 0..labels.n_classes() {
        let (mean, _) = moments(of_class(class, true));
        if mean > best.0 {
            best = (mean, class);
        }
    }
    let (mean_best, variance_best) = moments(of_class(best.1, true));
    let (mean_rest, variance_rest) = moments(of_class(best.1, false));
    let variance = 0.5 * (variance_best + variance_rest);
    (variance > 0.0).then(|| (mean_best - mean_rest) / variance.sqrt())
}

/// Mean and variance (divided by n − 1) of at least 2 numbers; exactly 0 variance for equal ones.
fn moments(numbers: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let n = numbers.clone().count() as f64;
    let zero = numbers.clone().next().unwrap_or(0.0);
    let offset = numbers.clone().map(|number| number - zero).sum::<f64>() / n;
    let squares: f64 = numbers.map(|number| (number - zero - offset) * (number - zero - offset)).sum();
    (zero + offset, squares / (n - 1.0))
}
