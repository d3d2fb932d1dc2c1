//! Every measure against its Python reference; `scripts/golden/make_analysis.py` makes the file.

use crate::support::references::{self, count, largest, numbers};
use inscape_analysis::*;
use serde_json::Value;

/// What is promised: 1e-5 relative. What is kept: three digits more.
const RELATIVE: f64 = 1e-8;
/// Part of a list's largest value below which a difference is rounding.
const FLOOR: f64 = 1e-11;

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/analysis.json")).unwrap()
}

fn activations(layer: &Value) -> Activations {
    let data = numbers(&layer["data"]).iter().map(|&v| v as f32).collect();
    Activations::new(data, count(&layer["n_stimuli"]), count(&layer["n_units"])).unwrap()
}

#[track_caller]
fn assert_agrees(what: &str, found: &[f64], expected: &[f64]) {
    references::assert_agrees(what, found, expected, RELATIVE, FLOOR * largest(expected));
}

/// Calls `check(name, activations, expected values)` for both layers of every pair.
fn for_each_layer(check: impl Fn(&str, &Activations, &Value)) {
    let golden = golden();
    let pairs = golden["layers"].as_array().unwrap();
    assert!(pairs.len() >= 20);
    for pair in pairs {
        for side in ["x", "y"] {
            let name = format!("{} ({side})", pair["name"].as_str().unwrap());
            check(&name, &activations(&pair[side]), &pair[side]);
        }
    }
}

#[test]
fn rdms_agree_with_rsatoolbox_and_scipy() {
    for_each_layer(|name, layer, expected| {
        for line in DISTANCES {
            let what = format!("{} of {name}", line.name);
            match &expected["rdms"][line.name] {
                Value::Null => assert!(rdm(layer, line.variant).is_err(), "{what}"),
                upper => {
                    let found = rdm(layer, line.variant).unwrap();
                    assert_agrees(&what, found.upper(), &numbers(upper));
                }
            }
        }
    });
}

#[test]
fn pca_agrees_with_scikit_learn_up_to_sign() {
    for_each_layer(|name, layer, expected| {
        let expected = &expected["pca"];
        let k = count(&expected["n_components"]);
        let found = pca(layer, k).unwrap();
        for (what, found) in [
            ("explained_variance", &found.explained_variance),
            ("explained_variance_ratio", &found.explained_variance_ratio),
        ] {
            assert_agrees(&format!("{what} of {name}"), found, &numbers(&expected[what]));
        }
        let reference = numbers(&expected["scores"]);
        for component in 0..k {
            let column =
                |scores: &[f64]| -> Vec<f64> { scores.iter().skip(component).step_by(k).copied().collect() };
            let (found, mut reference) = (column(&found.scores), column(&reference));
            let along: f64 = found.iter().zip(&reference).map(|(a, b)| a * b).sum();
            reference.iter_mut().for_each(|score| *score *= along.signum());
            // Scores of a component with variance v are found to √(1e-16 / v) of the first one's.
            if expected["explained_variance_ratio"][component].as_f64().unwrap() > 1e-9 {
                let what = format!("scores of component {component} of {name}");
                let largest = reference.iter().fold(0.0_f64, |most, v| most.max(v.abs()));
                for (found, expected) in found.iter().zip(&reference) {
                    assert!((found - expected).abs() <= 1e-7 * largest, "{what}: {found} {expected}");
                }
            }
        }
    });
}

#[test]
fn participation_ratios_agree_with_numpy() {
    for_each_layer(|name, layer, expected| {
        let expected = expected["participation_ratio"].as_f64().unwrap();
        assert_agrees(name, &[participation_ratio(layer).unwrap()], &[expected]);
    });
}

#[test]
fn cka_agrees_with_the_papers_formulas() {
    for pair in golden()["layers"].as_array().unwrap() {
        let name = pair["name"].as_str().unwrap();
        let (x, y) = (activations(&pair["x"]), activations(&pair["y"]));
        for line in CKAS {
            let what = format!("{} of {name}", line.name);
            match pair["cka"][line.name].as_f64() {
                None => assert!(cka(&x, &y, line.variant).is_err(), "{what}"),
                Some(expected) => {
                    assert_agrees(&what, &[cka(&x, &y, line.variant).unwrap()], &[expected]);
                }
            }
        }
    }
}

#[test]
fn comparisons_of_rdms_agree_with_rsatoolbox() {
    let mut compared = 0;
    for pair in golden()["layers"].as_array().unwrap() {
        let name = pair["name"].as_str().unwrap();
        let n_stimuli = count(&pair["x"]["n_stimuli"]);
        for (distance, expected) in pair["comparisons"].as_object().unwrap() {
            let side =
                |side: &str| Rdm::from_upper(numbers(&pair[side]["rdms"][distance]), n_stimuli).unwrap();
            compared += 1;
            assert_comparisons(name, &side("x"), &side("y"), expected);
        }
    }
    assert!(compared >= 20);
}

#[test]
fn comparisons_of_rdms_with_ties_agree_with_rsatoolbox() {
    for case in golden()["tied_rdms"].as_array().unwrap() {
        let n_stimuli = count(&case["n_stimuli"]);
        let [a, b] = ["a", "b"].map(|side| Rdm::from_upper(numbers(&case[side]), n_stimuli).unwrap());
        let square = case["square"].as_array().unwrap().iter().flat_map(numbers);
        assert_eq!(a.square(), square.collect::<Vec<_>>());
        assert_comparisons(case["name"].as_str().unwrap(), &a, &b, &case["comparisons"]);
    }
}

fn assert_comparisons(name: &str, a: &Rdm, b: &Rdm, expected: &Value) {
    // The other comparisons are in the golden file of their own.
    let expected = expected.as_object().unwrap();
    assert_eq!(expected.len(), 4);
    for (comparison, expected) in expected {
        let found = compare_rdms(a, b, comparison.parse().unwrap()).unwrap();
        let expected = expected.as_f64().unwrap();
        // Coefficients lie between −1 and 1: a small one is a difference of larger numbers.
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
            "{comparison} of {name}: found {found}, the reference says {expected}"
        );
    }
}
