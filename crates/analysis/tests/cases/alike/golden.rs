//! Against `scripts/golden/analysis/alike.py`, which makes the file.

use crate::support::references::count;
use inscape_analysis::*;
use serde_json::Value;

type Layer = Activations<f64>;
type Compare = fn(&Layer, &Layer) -> Result<f64>;

/// Measures by the golden file's name that are not in the registry, because they have parameters.
const PARAMETRISED: &[(&str, Compare)] = &[
    ("svcca of 0.8", |x, y| Ok(svcca(x, y, 0.8)?.mean())),
    ("cka_rbf biased of 0.4", |x, y| cka_rbf(x, y, 0.4, Hsic::Biased)),
    ("cka_rbf debiased of 0.4", |x, y| cka_rbf(x, y, 0.4, Hsic::Debiased)),
    ("mutual_knn of 2, euclidean", |x, y| mutual_knn(x, y, 2, Distance::Euclidean)),
    ("mutual_knn of 3, cosine", |x, y| mutual_knn(x, y, 3, Distance::Cosine)),
    ("linear_predictivity of 3 folds, seed 7", |x, y| Ok(linear_predictivity(x, y, 3, 7)?.mean)),
    ("sparse_predictivity of 0.3, 4 folds, seed 9", |x, y| Ok(sparse_predictivity(x, y, 0.3, 4, 9)?.mean)),
    ("units used by sparse_predictivity of 0.1", |x, y| {
        Ok(sparse_predictivity(x, y, 0.1, 5, 0)?.units_used.iter().sum::<usize>() as f64)
    }),
    ("relative_cosine of every third", |x, y| {
        relative_cosine(x, y, &(0..x.n_stimuli()).step_by(3).collect::<Vec<_>>())
    }),
];

fn golden() -> Value {
    serde_json::from_str(include_str!("../../golden/alike.json")).unwrap()
}

fn layer(value: &Value) -> Layer {
    let data = value["data"].as_array().unwrap().iter();
    // As the reference did: rounded to f32, then widened.
    let data = data.map(|v| f64::from(v.as_f64().unwrap() as f32)).collect();
    Activations::new(data, count(&value["n_stimuli"]), count(&value["n_units"])).unwrap()
}

/// What is allowed of a difference, relative down to numbers of 0.001 and absolute below. The promise is
/// 1e-8, and 1e-5 for what is found by iteration.
const RELATIVE: f64 = 1e-9;

#[test]
fn every_likeness_agrees_with_its_reference_and_is_refused_where_that_is_undefined() {
    let golden = golden();
    let cases = golden["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for case in cases {
        let (x, y) = (layer(&case["x"]), layer(&case["y"]));
        for (name, expected) in case["values"].as_object().unwrap() {
            let found = match PARAMETRISED.iter().find(|(key, _)| key == name) {
                Some((_, measure)) => measure(&x, &y),
                None => compare(find_measure(name).unwrap(), &x.clone().into(), &y.clone().into()),
            };
            compared += 1;
            let agrees = match (expected.as_f64(), &found) {
                (None, found) => found.is_err(),
                (Some(expected), Ok(found)) => {
                    (found - expected).abs() <= RELATIVE * expected.abs().max(1e-3)
                }
                (Some(_), Err(_)) => false,
            };
            if !agrees {
                wrong.push(format!("{name} of {}: found {found:?}, expected {expected}", case["name"]));
            }
        }
    }
    assert!(compared >= 20 * 28);
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn distances_of_small_activations_agree_in_relative_terms_too() {
    let golden = golden();
    let cases = golden["cases"].as_array().unwrap();
    let tiny = cases.iter().find(|case| case["name"] == "a tiny scale").unwrap();
    let (x, y) = (layer(&tiny["x"]), layer(&tiny["y"]));
    for name in ["soft_matching_distance", "procrustes_orthogonal_distance"] {
        let expected = tiny["values"][name].as_f64().unwrap();
        let found = compare(find_measure(name).unwrap(), &x.clone().into(), &y.clone().into()).unwrap();
        assert!((found - expected).abs() <= 1e-9 * expected, "{name}: {found} {expected}");
    }
}

#[test]
fn the_rdm_of_labels_agrees_with_scipys_hamming_distance() {
    for case in golden()["labels"].as_array().unwrap() {
        let numbers: Vec<i64> =
            case["labels"].as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect();
        let upper: Vec<f64> = case["upper"].as_array().unwrap().iter().map(|d| d.as_f64().unwrap()).collect();
        assert_eq!(label_rdm(&Labels::new(&numbers).unwrap()).unwrap().upper(), upper);
    }
}
