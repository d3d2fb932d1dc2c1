//! Comparisons of RDMs, inference on them, distances with noise, and topology against their Python
//! references; `scripts/golden/analysis/rdms.py` makes the file.

use inscape_analysis::*;
use serde_json::Value;

use crate::support::references::{assert_agrees, count, largest, numbers};
use crate::support::*;

mod bootstraps;
mod comparisons;
mod noise;
mod tests_between;
mod topology;

/// What is promised is 1e-5 relative.
pub(super) const RELATIVE: f64 = 1e-9;

pub(super) fn golden() -> Value {
    serde_json::from_str(include_str!("../../golden/rdms.json")).unwrap()
}

pub(super) fn places(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(count).collect()
}

/// Asserts that a value agrees with its reference, or is refused where that is null.
#[track_caller]
pub(super) fn assert_value(what: &str, found: Result<f64>, expected: &Value) {
    match (found, expected.as_f64()) {
        (Err(_), None) => assert!(expected.is_null(), "{what}: there is no reference"),
        (Ok(found), Some(expected)) => assert_number(what, found, expected),
        (found, expected) => panic!("{what}: found {found:?}, the reference says {expected:?}"),
    }
}

/// Coefficients lie between −1 and 1: a small one is a difference of larger numbers.
#[track_caller]
pub(super) fn assert_number(what: &str, found: f64, expected: f64) {
    let allowed = RELATIVE * expected.abs().max(1e-3);
    assert!((found - expected).abs() <= allowed, "{what}: found {found}, the reference says {expected}");
}

#[track_caller]
pub(super) fn assert_list(what: &str, found: &[f64], expected: &Value) {
    let expected = numbers(expected);
    assert_agrees(what, found, &expected, 1e-8, 1e-11 * largest(&expected));
}

pub(super) fn uniforms(seed: u64, count: usize) -> Vec<f64> {
    (0..count as u64).map(|i| uniform(seed, i)).collect()
}

pub(super) fn pairs(n: usize) -> usize {
    n * (n - 1) / 2
}

/// Squared distances between rows `[n, width]`, summed from the first unit on.
pub(super) fn squared_distances(x: &[f64], n: usize) -> Vec<f64> {
    let width = x.len() / n;
    let mut upper = Vec::with_capacity(pairs(n));
    for i in 0..n {
        for j in i + 1..n {
            upper.push((0..width).map(|u| (x[i * width + u] - x[j * width + u]).powi(2)).sum());
        }
    }
    upper
}

/// A model's RDM and noisy ones, as `subject_rdms` of the script makes them.
pub(super) fn subjects(seed: u64, n_stimuli: usize, n_subjects: u64) -> (Rdm, Vec<Rdm>) {
    let m = pairs(n_stimuli);
    let model = uniforms(seed, m);
    let subject = |s| {
        let noise = uniforms(seed + 1 + s, m);
        let upper = model.iter().zip(noise).map(|(d, noise)| d + 1.5 * noise).collect();
        Rdm::from_upper(upper, n_stimuli).unwrap()
    };
    let subjects = (0..n_subjects).map(subject).collect();
    (Rdm::from_upper(model, n_stimuli).unwrap(), subjects)
}
