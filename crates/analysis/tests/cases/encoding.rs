//! Folds, ridge regression and encoding models against scikit-learn and himalaya, their laws and
//! refusals; `scripts/golden/analysis/encoding.py` makes the file.

use crate::support::references::{self, count, largest, numbers};
use crate::support::*;
use inscape_analysis::*;
use serde_json::Value;

const ALPHAS: [f64; 4] = [0.01, 1.0, 30.0, 1000.0];

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/encoding.json")).unwrap()
}

fn whole(value: &Value) -> Vec<i64> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

fn matrix(case: &Value, what: &str, columns: &str) -> Activations<f64> {
    Activations::new(numbers(&case[what]), count(&case["n"]), count(&case[columns])).unwrap()
}

fn folds_of(case: &Value) -> Folds {
    leave_one_group_out(&Labels::new(&whole(&case["folds"])).unwrap()).unwrap()
}

/// Relative to each number, with a floor at `floor` of the list's largest.
#[track_caller]
fn assert_agrees(what: &str, found: &[f64], expected: &[f64], relative: f64, floor: f64) {
    references::assert_agrees(what, found, expected, relative, floor * largest(expected) + 1e-20);
}

/// Activations, targets that depend on them, and five folds.
fn example(seed: u64, n: usize, p: usize, t: usize) -> (Activations, Activations, Folds) {
    let x = normal(seed, n, p, 1.0, 0.5);
    let weight = |unit: usize, target: usize| gauss(seed + 1000, (unit * t + target) as u64);
    let y = normal(seed + 2000, n, t, 1.0, 0.0);
    let y = change(&y, |stimulus, target, noise| {
        let row = x.row(stimulus).iter().enumerate();
        noise + row.map(|(unit, &x)| f64::from(x) * weight(unit, target)).sum::<f64>()
    });
    (x, y, k_fold(n, 5, Some(seed)).unwrap())
}

#[test]
fn folds_agree_with_scikit_learn() {
    let golden = golden();
    let as_i64 = |folds: Folds| folds.of_stimuli().iter().map(|&fold| fold as i64).collect::<Vec<_>>();
    for case in golden["folds"]["k_fold"].as_array().unwrap() {
        let folds = k_fold(count(&case["n"]), count(&case["k"]), None).unwrap();
        assert_eq!(as_i64(folds), whole(&case["of_stimuli"]));
    }
    for case in golden["folds"]["stratified"].as_array().unwrap() {
        let labels = Labels::new(&whole(&case["labels"])).unwrap();
        let folds = stratified_k_fold(&labels, count(&case["k"]), None).unwrap();
        assert_eq!(as_i64(folds), whole(&case["of_stimuli"]));
    }
    let group = &golden["folds"]["group"];
    let folds = leave_one_group_out(&Labels::new(&whole(&group["groups"])).unwrap()).unwrap();
    assert_eq!(as_i64(folds), whole(&group["of_stimuli"]));
}

#[test]
fn shuffled_folds_part_the_stimuli_evenly_and_keep_classes_even() {
    let labels = Labels::new(&(0..31).map(|i| i64::from(i % 7 == 0)).collect::<Vec<_>>()).unwrap();
    for folds in [k_fold(31, 4, Some(9)).unwrap(), stratified_k_fold(&labels, 4, Some(9)).unwrap()] {
        let mut tested: Vec<usize> = (0..4).flat_map(|fold| folds.test(fold)).collect();
        tested.sort_unstable();
        assert_eq!(tested, (0..31).collect::<Vec<_>>());
        for fold in 0..4 {
            assert!((7..=8).contains(&folds.test(fold).len()));
            assert_eq!(folds.train(fold).len() + folds.test(fold).len(), 31);
            assert!(folds.train(fold).iter().all(|stimulus| !folds.test(fold).contains(stimulus)));
        }
    }
    let folds = stratified_k_fold(&labels, 4, Some(9)).unwrap();
    for fold in 0..4 {
        let ones = folds.test(fold).into_iter().filter(|&stimulus| labels.classes()[stimulus] == 1).count();
        assert!((1..=2).contains(&ones));
    }
    assert_ne!(k_fold(31, 4, Some(9)).unwrap(), k_fold(31, 4, Some(10)).unwrap());
    assert_ne!(stratified_k_fold(&labels, 4, Some(9)).unwrap(), stratified_k_fold(&labels, 4, None).unwrap());
}

#[test]
fn ridge_agrees_with_scikit_learn() {
    let golden = golden();
    let cases = golden["ridge"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let (x, y) = (matrix(case, "x", "p"), matrix(case, "y", "t"));
        let fits = ridge(&x, &y, &ALPHAS).unwrap();
        for (place, fit) in fits.iter().enumerate() {
            let what = format!("alpha {} of {name}", fit.alpha);
            // Each target's size is its own.
            for target in 0..fit.n_targets {
                let column = |all: Vec<f64>| -> Vec<f64> {
                    all.iter().skip(target).step_by(fit.n_targets).copied().collect()
                };
                let expected = column(numbers(&case["coefficients"][place]));
                assert_agrees(&what, &column(fit.coefficients.clone()), &expected, 1e-8, 1e-10);
            }
            let expected = numbers(&case["intercepts"][place]);
            assert_agrees(&what, &fit.intercepts, &expected, 1e-8, 1e-10);
        }
    }
}

#[test]
fn ridge_encoding_agrees_with_himalaya() {
    let mut defined = 0;
    for case in golden()["ridge"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let (x, y, folds) = (matrix(case, "x", "p"), matrix(case, "y", "t"), folds_of(case));
        for (way, per_target) in [("per_target", true), ("common", false)] {
            let found = ridge_encoding(&x, &y, &ALPHAS, &folds, per_target);
            let expected = &case[way];
            if expected.is_null() {
                assert!(found.is_err(), "{name}");
                continue;
            }
            defined += 1;
            let found = found.unwrap();
            let agrees = |what: &str, found: &[f64], floor: f64| {
                let expected = numbers(&expected[what]);
                assert_agrees(&format!("{what} of {name}, {way}"), found, &expected, 1e-8, floor);
            };
            agrees("alphas", &found.alphas, 0.0);
            agrees("predictions", found.predictions.data(), 1e-10);
            agrees("r2_pooled", &found.r2_pooled, 1e-10);
            agrees("pearson_pooled", &found.pearson_pooled, 1e-10);
        }
    }
    assert!(defined >= 40);
}

#[test]
fn a_fitted_ridge_predicts_what_its_coefficients_say_and_refuses_other_units() {
    let (x, y, _) = example(1, 20, 6, 3);
    let fit = &ridge(&x, &y, &[2.0]).unwrap()[0];
    let predicted = fit.predict(&x).unwrap();
    let by_hand: f64 = (0..6).map(|unit| f64::from(x.row(4)[unit]) * fit.coefficients[unit * 3 + 1]).sum();
    assert_near(&[predicted.row(4)[1]], &[by_hand + fit.intercepts[1]], 1e-12);
    says(fit.predict(&y), &["6 units", "3 units"]);
}

#[test]
fn ridge_encoding_is_unchanged_by_what_its_card_names() {
    for (n, p) in [(40, 6), (25, 50)] {
        let (x, y, folds) = example(2, n, p, 3);
        let run = |x: &Activations, y: &Activations, alphas: &[f64]| {
            ridge_encoding(x, y, alphas, &folds, true).unwrap()
        };
        let expected = run(&x, &y, &ALPHAS);
        let smaller = ALPHAS.map(|alpha| alpha / 4.0);
        for (what, found) in [
            ("rotation", run(&rotate(3, &x), &y, &ALPHAS)),
            ("a constant on units", run(&change(&x, |_, unit, v| v + unit as f64), &y, &ALPHAS)),
            ("a constant on targets", run(&x, &change(&y, |_, target, v| v - 4.0 * target as f64), &ALPHAS)),
            ("a factor on targets", run(&x, &change(&y, |_, _, v| 8.0 * v), &ALPHAS)),
            ("a factor on units", run(&change(&x, |_, _, v| v / 2.0), &y, &smaller)),
        ] {
            let card = card_of("ridge_encoding_r2_pooled").unwrap();
            assert_eq!(card.unchanged_by.len(), 5, "{what}");
            assert_near(&found.r2_pooled, &expected.r2_pooled, 1e-5);
            assert_near(&found.pearson_pooled, &expected.pearson_pooled, 1e-5);
        }
        assert!(expected.r2_pooled.iter().all(|r2| *r2 > 0.3) || n < p, "{:?}", expected.r2_pooled);
        // The wrong factor does change it.
        assert!((run(&x, &y, &[1.0]).r2_pooled[0] - run(&x, &y, &[50.0]).r2_pooled[0]).abs() > 1e-4);
    }
}

#[test]
fn a_held_out_stimulus_has_no_say_in_its_own_prediction() {
    let (x, y, folds) = example(4, 20, 5, 2);
    let before = ridge_encoding(&x, &y, &ALPHAS, &folds, true).unwrap();
    let changed = change(&y, |stimulus, _, v| if folds.of_stimuli()[stimulus] == 2 { v + 100.0 } else { v });
    let after = ridge_encoding(&x, &changed, &ALPHAS, &folds, true).unwrap();
    for stimulus in 0..20 {
        let same = before.predictions.row(stimulus) == after.predictions.row(stimulus);
        assert_eq!(same, folds.of_stimuli()[stimulus] == 2, "stimulus {stimulus}");
    }
}

#[test]
fn folds_and_ridge_refuse_what_is_impossible() {
    says(k_fold(5, 1, None), &["5 stimuli", "1 folds"]);
    says(k_fold(5, 6, None), &["5 stimuli", "6 folds"]);
    let labels = Labels::new(&[0, 0, 0, 1, 1, 1, 1, 2, 2]).unwrap();
    says(stratified_k_fold(&labels, 3, None), &["class 2", "2 stimuli", "3 stratified"]);
    says(stratified_k_fold(&labels, 1, None), &["1 folds"]);
    says(leave_one_group_out(&Labels::new(&[4, 4, 4]).unwrap()), &["1 folds", "at least 2"]);
    let (x, y, folds) = example(5, 20, 5, 2);
    let two = k_fold(20, 2, None).unwrap();
    says(ridge(&x, &y, &[]), &["ridge regression", "alpha", "empty"]);
    says(ridge(&x, &y, &[1.0, 0.0]), &["above 0", "number 1", "is 0"]);
    says(ridge(&x, &y, &[f64::NAN]), &["finite"]);
    says(ridge(&x, &normal(6, 19, 2, 1.0, 0.0), &[1.0]), &["20 stimuli", "19"]);
    says(ridge(&normal(7, 1, 3, 1.0, 0.0), &normal(8, 1, 3, 1.0, 0.0), &[1.0]), &["at least 2 stimuli"]);
    says(ridge_encoding(&x, &y, &ALPHAS, &two, true), &["at least 3 folds", "are 2"]);
    assert!(ridge_encoding(&x, &y, &[1.0], &two, true).is_ok());
    says(
        ridge_encoding(&x, &y, &ALPHAS, &k_fold(19, 3, None).unwrap(), true),
        &["folds of 19", "20 stimuli"],
    );
    let dead = change(&x, |_, unit, _| 0.1 * unit as f64);
    says(ridge_encoding(&dead, &y, &ALPHAS, &folds, true), &["first input", "dead layer"]);
    let flat = change(&y, |_, target, v| if target == 1 { 0.1 } else { v });
    says(ridge_encoding(&x, &flat, &ALPHAS, &folds, true), &["target 1", "same value"]);
    let huge = Activations::new(x.data().iter().map(|&v| f64::from(v) * 1e200).collect(), 20, 5).unwrap();
    says(ridge(&huge, &y, &[1.0]), &["1e308", "common factor"]);
    says(ridge_encoding(&huge, &y, &ALPHAS, &folds, true), &["1e308"]);
    let constant = change(&y, |_, _, _| 3.0);
    says(pearson_per_target(&y, &constant), &["target 0", "predictions are the same"]);
    says(r2_per_target(&constant, &y), &["R²", "target 0"]);
}
