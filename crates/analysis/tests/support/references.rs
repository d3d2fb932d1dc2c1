//! Reading the numbers of a Python reference, and comparing with them.
#![allow(dead_code, clippy::unwrap_used)]

use inscape_analysis::{Activations, Labels, SummaryKind, find_summary};
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
                SummaryKind::Activations(measure) => measure(&x),
                SummaryKind::Labelled(measure) => measure(&x, &labels(case)),
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
