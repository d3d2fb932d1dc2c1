//! The mean cosine of the angle between the answers to two stimuli.
//!
//! Ethayarajh 2019, "How contextual are contextualized word representations?", EMNLP,
//! calls it anisotropy; activations are taken as they are, not centred.

use crate::activations::{Activations, Number};
use crate::error::{Error, LayerError, Result};
use crate::unit_sums::sum_row;

/// The mean over all pairs of two stimuli of x·y / (|x| |y|); −1 / (n_stimuli − 1) to 1.
///
/// No pair is looked at: the sum over pairs is (|Σ x/|x||² − n) / 2. The error is about 1e-15.
///
/// Cost: two passes through the activations.
///
/// # Errors
/// Fewer than 2 stimuli; a stimulus to which all units answer 0.
pub fn mean_cosine_similarity(x: &Activations<impl Number>) -> Result<f64> {
    let measure = "mean_cosine_similarity";
    let n_stimuli = x.n_stimuli();
    if n_stimuli < 2 {
        let why = "a single one has no angle to another";
        return Err(Error::TooFewStimuli { measure, needs: 2, found: n_stimuli, why });
    }
    let mut sum = vec![0.0; x.n_units()];
    for (stimulus, row) in x.rows().enumerate() {
        // Divided by the largest first, so that no square overflows or vanishes.
        let largest = row.iter().map(|&value| value.into().abs()).fold(0.0, f64::max);
        if largest == 0.0 {
            return Err(Error::Layer(LayerError::NoDirection { measure, stimulus }));
        }
        let length = sum_row(row, |value| (value / largest) * (value / largest)).sqrt();
        for (sum, &value) in sum.iter_mut().zip(row) {
            let value: f64 = value.into();
            *sum += value / largest / length;
        }
    }
    let n = n_stimuli as f64;
    let pairs = sum_row(&sum, |value| value * value) - n;
    Ok((pairs / (n * (n - 1.0))).clamp(-1.0, 1.0))
}
