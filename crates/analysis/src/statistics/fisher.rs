//! The 95 % interval of a likeness: Student's t on Fisher's scale.
//!
//! A likeness ends at −1 and 1, so that near an end it is skewed, and an interval that reaches as far up as
//! down misses the truth on one side. On z = artanh r (Fisher 1915, "Frequency distribution of the values
//! of the correlation coefficient in samples from an indefinitely large population", Biometrika 10(4)) the
//! skew is mostly gone, and t with a bootstrap's standard error (Schütt et al. 2023) fits. Squared distances
//! have long tails: then degrees of freedom are fewer than there are stimuli.

use super::{mean, student, variance};

/// A likeness nearer to an end than this is at it: the rest is rounding.
const AT_AN_END: f64 = 1e-9;

/// z of a likeness; none at the ends, where it is infinite.
fn to_z(likeness: f64) -> Option<f64> {
    (1.0 - likeness.abs() > AT_AN_END).then(|| libm::atanh(likeness))
}

/// z of likenesses. One at an end, as where only three of few stimuli were drawn, counts as the one nearest to
/// that end; if all are at the ends, they are infinite.
fn all_to_z(likenesses: &[f64]) -> Vec<f64> {
    let inside = || likenesses.iter().filter_map(|&likeness| to_z(likeness));
    let (least, most) = (inside().fold(f64::INFINITY, f64::min), inside().fold(f64::NEG_INFINITY, f64::max));
    let at_end = |likeness: f64| if likeness > 0.0 { most } else { least };
    likenesses.iter().map(|&likeness| to_z(likeness).unwrap_or(at_end(likeness))).collect()
}

/// Variance of samples of a likeness on Fisher's scale; not a number if all are at the ends.
pub(super) fn variance_of_z(samples: &[f64]) -> f64 {
    variance(&all_to_z(samples))
}

/// Degrees of freedom of the standard error of a likeness, from what it is without each of the stimuli or
/// subjects: 2n / (kurtosis − 1) of their influences, at most n − 1 (Satterthwaite 1946, "An approximate
/// distribution of estimates of variance components", Biometrics Bulletin 2(6)). Where a few far stimuli
/// decide, the next sample may hold others, so that the error itself is unsure.
pub(super) fn degrees_of_freedom(without_each: &[f64]) -> usize {
    degrees_of_freedom_of_z(&all_to_z(without_each))
}

/// The same of values that are on the scale of the interval.
pub(super) fn degrees_of_freedom_of_z(z: &[f64]) -> usize {
    let (n, middle) = (z.len() as f64, mean(z));
    let moment = |power: i32| z.iter().map(|z| (z - middle).powi(power)).sum::<f64>() / n;
    let kurtosis = moment(4) / (moment(2) * moment(2));
    let most = z.len().saturating_sub(1).max(1);
    // Not a number where none has any influence, and 1 where all have as much.
    if kurtosis > 1.0 { ((2.0 * n / (kurtosis - 1.0)) as usize).clamp(1, most) } else { most }
}

/// The ends of the interval around an estimate whose z has this standard error. An estimate at an end, as of
/// RDMs that are the same, is the whole interval; one whose error is not a number could be anything.
pub(super) fn interval(estimate: f64, error_of_z: f64, degrees_of_freedom: usize) -> (f64, f64) {
    let Some(z) = to_z(estimate) else { return (estimate, estimate) };
    if !error_of_z.is_finite() {
        return (-1.0, 1.0);
    }
    let reach = student::quantile_975(degrees_of_freedom) * error_of_z;
    (libm::tanh(z - reach), libm::tanh(z + reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_that_of_fishers_scale() {
        // artanh 0.5 = ln(3) / 2; t of 4 degrees of freedom is 2.776445.
        let (low, high) = interval(0.5, 0.1, 4);
        let z = 3.0_f64.ln() / 2.0;
        assert!(
            (low - (z - 0.277_644_5).tanh()).abs() < 1e-7 && (high - (z + 0.277_644_5).tanh()).abs() < 1e-7
        );
        assert!(0.5 - low > high - 0.5);
    }

    #[test]
    fn degrees_of_freedom_are_fewer_where_one_of_many_decides() {
        // Influences of −1 and 1, 4 of 0: their kurtosis is 3.
        assert_eq!(degrees_of_freedom(&[0.0, 0.0, 0.0, 0.0, -0.1, 0.1]), 5);
        let mut one_decides = [0.5; 20];
        one_decides[0] = 0.4;
        // Its kurtosis is 20 − 2 + 1 / 19.
        assert_eq!(degrees_of_freedom(&one_decides), 2);
        assert_eq!(degrees_of_freedom(&[0.5; 20]), 19);
        assert_eq!(degrees_of_freedom(&[]), 1);
    }

    #[test]
    fn samples_at_the_ends_count_as_the_ones_nearest_to_them() {
        let near = [0.2, 0.9, -0.5, 0.9, -0.5];
        assert_eq!(variance_of_z(&[0.2, 1.0 - 1e-12, -0.5, 0.9, -1.0]), variance_of_z(&near));
    }

    #[test]
    fn what_is_exactly_alike_has_no_room_and_what_is_only_at_the_ends_all_of_it() {
        assert_eq!(interval(1.0, 0.0, 5), (1.0, 1.0));
        assert_eq!(interval(0.3, variance_of_z(&[1.0, -1.0, 1.0]), 5), (-1.0, 1.0));
    }
}
