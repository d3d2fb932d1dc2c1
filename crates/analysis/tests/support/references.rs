//! Reading the numbers of a Python reference, and comparing with them.

use inscape_analysis::{Activations, Labels, Rdm, Result, SummaryKind, find_summary};
use serde_json::Value;

/// A list of numbers.
pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// A whole number.
pub fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The activations of a case.
pub fn activations(case: &Value) -> Activations<f64> {
    Activations::new(numbers(&case["data"]), count(&case["n_stimuli"]), count(&case["n_units"])).unwrap()
}

/// The classes of a case.
pub fn labels(case: &Value) -> Labels {
    let classes: Vec<i64> =
        case["classes"].as_array().unwrap().iter().map(|class| class.as_i64().unwrap()).collect();
    Labels::new(&classes).unwrap()
}

/// The same activations in f64.
pub fn wide(x: &Activations) -> Activations<f64> {
    let data = x.data().iter().map(|&v| f64::from(v)).collect();
    Activations::new(data, x.n_stimuli(), x.n_units()).unwrap()
}

/// The summary of that name, which takes labels where there are some.
pub fn summary(name: &str, x: &Activations<f64>, labels: Option<&Labels>) -> Result<f64> {
    match (find_summary(name).unwrap().kind, labels) {
        (SummaryKind::Activations(measure), _) => measure(x),
        (SummaryKind::Labelled(measure), Some(labels)) => measure(x, labels),
        (SummaryKind::Labelled(_), None) => panic!("{name} takes labels"),
    }
}

/// Euclidean distances summed unit by unit, as SciPy's, so that equal distances are equal to the bit.
pub fn plain_rdm(x: &Activations<f64>) -> Rdm {
    let distance = |i: usize, j: usize| {
        x.row(i).iter().zip(x.row(j)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    };
    let n = x.n_stimuli();
    let upper = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).map(|(i, j)| distance(i, j));
    Rdm::from_upper(upper.collect(), n).unwrap()
}

/// The largest size in a list of numbers.
pub fn largest(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |most, number| number.abs().max(most))
}

/// Panics unless each number agrees with its reference, relative to it and with a floor.
#[track_caller]
pub fn assert_agrees(what: &str, found: &[f64], expected: &[f64], relative: f64, floor: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (place, (found, expected)) in found.iter().zip(expected).enumerate() {
        let allowed = relative * expected.abs() + floor;
        assert!(
            (found - expected).abs() <= allowed,
            "{what}, {place}: found {found}, the reference says {expected}"
        );
    }
}

/// Compares every number under `values` of every case with the summary of that name; null must be refused.
/// Panics unless each is within `tolerance` (relative, and absolute below 1e-3) and each name was both
/// compared and, where `is_refused_somewhere`, refused. Gives the worst relative error of each name.
#[track_caller]
pub fn assert_summaries_agree(golden: &Value, tolerance: impl Fn(&str) -> f64) -> Vec<(String, f64)> {
    let cases = golden["layers"].as_array().unwrap();
    assert!(cases.len() >= 20);
    let mut worst: Vec<(String, f64)> = Vec::new();
    for name in cases[0]["values"].as_object().unwrap().keys() {
        let mut most = 0.0_f64;
        let mut n_compared = 0;
        for case in cases {
            let what = format!("{name} of {}", case["name"].as_str().unwrap());
            let x = activations(case);
            let found = match find_summary(name).unwrap().kind {
                SummaryKind::Activations(_) => summary(name, &x, None),
                SummaryKind::Labelled(_) => summary(name, &x, Some(&labels(case))),
            };
            match case["values"][name].as_f64() {
                None => assert!(found.is_err(), "{what}: found {found:?}, the reference refuses"),
                Some(expected) => {
                    let found = found.unwrap_or_else(|error| panic!("{what}: {error}"));
                    let error = (found - expected).abs() / expected.abs().max(1e-3);
                    assert!(error <= tolerance(name), "{what}: found {found}, the reference says {expected}");
                    most = most.max(error);
                    n_compared += 1;
                }
            }
        }
        assert!(n_compared > 0, "{name} was never compared");
        worst.push((name.clone(), most));
    }
    worst
}
