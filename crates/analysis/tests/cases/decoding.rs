//! Probes, control tasks and codelengths against scikit-learn, their laws and refusals;
//! `scripts/golden/analysis/decoding.py` makes the file.

use crate::support::references::{count, numbers};
use crate::support::*;
use inscape_analysis::*;
use serde_json::Value;

const CS: [f64; 3] = [0.01, 1.0, 100.0];

fn kinds() -> [ProbeKind; 4] {
    [
        ProbeKind::Logistic { cs: CS.to_vec() },
        ProbeKind::Ridge { alphas: vec![100.0, 1.0, 0.01] },
        ProbeKind::NearestCentroid,
        ProbeKind::Correlation,
    ]
}

fn labels(value: &Value) -> Labels {
    let all = value.as_array().unwrap().iter();
    Labels::new(&all.map(|number| number.as_i64().unwrap()).collect::<Vec<_>>()).unwrap()
}

/// Calls `check(name, activations, labels, folds, case)`.
fn for_each_case(check: impl Fn(&str, &Activations<f64>, &Labels, &Folds, &Value)) {
    let golden: Value = serde_json::from_str(include_str!("../golden/decoding.json")).unwrap();
    let cases = golden["cases"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let x = Activations::new(numbers(&case["x"]), count(&case["n"]), count(&case["p"])).unwrap();
        let folds = leave_one_group_out(&labels(&case["folds"])).unwrap();
        check(case["name"].as_str().unwrap(), &x, &labels(&case["labels"]), &folds, case);
    }
}

/// Seeded stimuli of `k` classes whose means are `apart` standard deviations apart or so, in turn.
fn example(seed: u64, n: usize, p: usize, k: usize, apart: f64) -> (Activations, Labels, Folds) {
    let labels = Labels::new(&(0..n).map(|i| (i % k) as i64).collect::<Vec<_>>()).unwrap();
    let x = change(&normal(seed, n, p, 1.0, 0.0), |stimulus, unit, v| {
        v + apart * gauss(seed + 500, (labels.classes()[stimulus] * p + unit) as u64)
    });
    let folds = stratified_k_fold(&labels, 4, Some(seed)).unwrap();
    (x, labels, folds)
}

#[test]
fn logistic_regression_agrees_with_scikit_learn() {
    for_each_case(|name, x, labels, _, case| {
        for (place, &c) in CS.iter().enumerate() {
            let found = logistic_regression(x, labels, c).unwrap();
            let expected = &case["logistic"][place];
            let coefficients = numbers(&expected["coefficients"]);
            let largest = coefficients.iter().fold(0.0_f64, |most, v| most.max(v.abs()));
            for (found, expected) in found.coefficients.iter().zip(&coefficients) {
                assert!((found - expected).abs() <= 1e-7 * largest, "C {c} of {name}: {found} {expected}");
            }
            for (found, expected) in found.intercepts.iter().zip(numbers(&expected["intercepts"])) {
                let allowed = 1e-7 * expected.abs().max(largest);
                assert!((found - expected).abs() <= allowed, "C {c} of {name}: {found} {expected}");
            }
        }
    });
}

#[test]
fn probes_agree_with_scikit_learn() {
    for_each_case(|name, x, labels, folds, case| {
        for kind in kinds() {
            let expected = &case["probes"][kind.name()];
            if expected.is_null() {
                says(probe(x, labels, folds, &kind), &["probe_correlation", "at least 3 units", "are 2"]);
                continue;
            }
            let found = probe(x, labels, folds, &kind).unwrap();
            let what = format!("{kind} of {name}");
            let whole = |value: &Value| value.as_array().unwrap().iter().map(count).collect::<Vec<_>>();
            assert_eq!(found.predictions, whole(&expected["predictions"]), "{what}");
            assert_eq!(found.confusion, whole(&expected["confusion"]), "{what}");
            assert_eq!(found.penalties, numbers(&expected["penalties"]), "{what}");
            assert_near(&found.fold_accuracies, &numbers(&expected["fold_accuracies"]), 1e-12);
            let scores = [&expected["accuracy"], &expected["balanced_accuracy"]].map(|v| v.as_f64().unwrap());
            assert_near(&[found.accuracy, found.balanced_accuracy], &scores, 1e-12);
        }
    });
}

#[test]
fn online_codelengths_agree_with_the_papers_formula() {
    for_each_case(|name, x, labels, _, case| {
        let ends: Vec<f64> = numbers(&case["codelength"]["ends"]);
        let fractions: Vec<f64> = ends.iter().map(|end| end / x.n_stimuli() as f64).collect();
        let found = codelength(x, labels, &fractions, 1.0, None).unwrap();
        let expected = case["codelength"]["bits"].as_f64().unwrap();
        assert!((found.online_bits - expected).abs() <= 1e-7 * expected, "{name}: {found:?} {expected}");
        assert_near(&[found.block_bits.iter().sum()], &[found.online_bits], 1e-12);
        assert_near(&[found.compression * found.online_bits], &[found.uniform_bits], 1e-12);
    });
}

#[test]
fn probes_are_unchanged_by_what_their_cards_name() {
    let (x, labels, folds) = example(1, 48, 6, 3, 0.7);
    let others =
        Labels::new(&labels.classes().iter().map(|&k| 7 * k as i64 - 3).collect::<Vec<_>>()).unwrap();
    let shift = |x: &Activations| change(x, |_, unit, v| v + unit as f64);
    let grow = |x: &Activations| change(x, |_, _, v| v * 2.0);
    let run = |x: &Activations, labels: &Labels, kind: &ProbeKind| {
        let found = probe(x, labels, &folds, kind).unwrap();
        assert!((0.4..0.99).contains(&found.accuracy), "{kind}: {}", found.accuracy);
        found.predictions
    };
    for kind in kinds() {
        let expected = run(&x, &labels, &kind);
        assert_eq!(run(&x, &others, &kind), expected, "{kind}");
        assert_eq!(card_of(kind.name()).unwrap().unchanged_by.len(), 4);
        if kind == ProbeKind::Correlation {
            let lifted = change(&x, |stimulus, _, v| v + stimulus as f64);
            assert_eq!(run(&lifted, &labels, &kind), expected);
            let turned = change(&x, |stimulus, unit, _| f64::from(x.row(stimulus)[5 - unit]));
            assert_eq!(run(&turned, &labels, &kind), expected);
            continue;
        }
        let penalised_alike = match &kind {
            ProbeKind::Logistic { cs } => ProbeKind::Logistic { cs: cs.iter().map(|c| c / 4.0).collect() },
            ProbeKind::Ridge { alphas } => {
                ProbeKind::Ridge { alphas: alphas.iter().map(|a| a * 4.0).collect() }
            }
            other => other.clone(),
        };
        assert_eq!(run(&rotate(2, &x), &labels, &kind), expected, "{kind}");
        assert_eq!(run(&shift(&x), &labels, &kind), expected, "{kind}");
        assert_eq!(run(&grow(&x), &labels, &penalised_alike), expected, "{kind}");
    }
}

#[test]
fn a_factor_on_a_tested_stimulus_does_not_change_its_correlations() {
    let (x, labels, folds) = example(3, 24, 6, 3, 1.0);
    let before = probe(&x, &labels, &folds, &ProbeKind::Correlation).unwrap();
    let test = folds.test(1);
    let scaled = change(&x, |stimulus, _, v| if test.contains(&stimulus) { 3.0 * v } else { v });
    let after = probe(&scaled, &labels, &folds, &ProbeKind::Correlation).unwrap();
    test.iter().for_each(|&stimulus| assert_eq!(before.predictions[stimulus], after.predictions[stimulus]));
}

#[test]
fn classes_far_apart_are_read_without_error_and_chance_levels_are_told() {
    let (x, labels, folds) = example(4, 40, 8, 4, 30.0);
    for kind in kinds() {
        let found = probe(&x, &labels, &folds, &kind).unwrap();
        assert_eq!((found.accuracy, found.balanced_accuracy), (1.0, 1.0), "{kind}");
        assert_eq!((found.chance_even, found.chance_most_frequent), (0.25, 0.25));
        assert_eq!(found.fold_accuracies, vec![1.0; 4]);
        assert!((0..16).all(|i| found.confusion[i] == if i % 5 == 0 { 10 } else { 0 }));
    }
}

#[test]
fn the_correlation_classifier_sees_patterns_and_not_sizes() {
    // Two patterns; stimuli of the second class are ten times smaller than the first's mean.
    let pattern = |class: usize, unit: usize| if unit.is_multiple_of(2) == (class == 0) { 1.0 } else { 0.0 };
    let size = |stimulus: usize| if stimulus.is_multiple_of(3) { 1.0 } else { 10.0 };
    let x = change(&normal(5, 12, 6, 0.01, 0.0), |i, unit, v| v + size(i) * pattern(i % 2, unit));
    let labels = Labels::new(&[0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]).unwrap();
    let folds = k_fold(12, 3, None).unwrap();
    assert_eq!(probe(&x, &labels, &folds, &ProbeKind::Correlation).unwrap().accuracy, 1.0);
}

#[test]
fn real_labels_beat_all_shuffled_ones_and_unrelated_ones_do_not() {
    let (x, labels, folds) = example(6, 24, 4, 2, 4.0);
    for shuffle in [Shuffle::Everywhere, Shuffle::WithinFolds] {
        let kind = ProbeKind::Ridge { alphas: vec![1.0] };
        let found = probe_permutation(&x, &labels, &folds, &kind, (99, shuffle, 1)).unwrap();
        assert_eq!(found.p_value, 0.01);
        assert_eq!(found.accuracy, probe(&x, &labels, &folds, &kind).unwrap().accuracy);
        let mean = found.permuted.iter().sum::<f64>() / 99.0;
        assert!((0.35..0.65).contains(&mean), "{mean}");
        let again = probe_permutation(&x, &labels, &folds, &kind, (99, shuffle, 1)).unwrap();
        assert_eq!(again, found);
        let other = probe_permutation(&x, &labels, &folds, &kind, (99, shuffle, 2)).unwrap();
        assert_ne!(other.permuted, found.permuted);
        let unrelated = normal(7, 24, 4, 1.0, 0.0);
        let found = probe_permutation(&unrelated, &labels, &folds, &kind, (99, shuffle, 1)).unwrap();
        assert!(found.p_value > 0.05, "{}", found.p_value);
    }
    let nested = ProbeKind::Logistic { cs: vec![0.1, 10.0] };
    let found = probe_permutation(&x, &labels, &folds, &nested, (9, Shuffle::Everywhere, 1)).unwrap();
    assert_eq!(found.p_value, 0.1);
}

#[test]
fn a_control_task_gives_each_type_one_label_about_as_often_as_the_real_ones() {
    let n = 4000;
    let labels = Labels::new(&(0..n).map(|i| i64::from(i % 4 == 0)).collect::<Vec<_>>()).unwrap();
    let types = Labels::new(&(0..n).map(|i| (i / 2) as i64).collect::<Vec<_>>()).unwrap();
    let control = control_task(&labels, &types, 3).unwrap();
    for pair in control.classes().chunks(2) {
        assert_eq!(pair[0], pair[1]);
    }
    let ones = control.counts()[1] as f64 / n as f64;
    assert!((0.22..0.28).contains(&ones), "{ones}");
    assert_ne!(control, control_task(&labels, &types, 4).unwrap());
    let renamed = Labels::new(&(0..n).map(|i| 5 * (i / 2) as i64).collect::<Vec<_>>()).unwrap();
    assert_eq!(control, control_task(&labels, &renamed, 3).unwrap());
}

#[test]
fn selectivity_tells_a_class_that_is_read_from_types_that_are_remembered() {
    // Eight types, five stimuli each: the class is whether the type is below 4.
    let types = Labels::new(&(0..40).map(|i| i % 8).collect::<Vec<_>>()).unwrap();
    let labels = Labels::new(&(0..40).map(|i| i64::from(i % 8 < 4)).collect::<Vec<_>>()).unwrap();
    let folds = stratified_k_fold(&types, 5, None).unwrap();
    let kind = ProbeKind::Ridge { alphas: vec![0.1] };
    let noise = normal(8, 40, 8, 0.05, 0.0);
    let of_class = change(&noise, |i, unit, v| if unit == labels.classes()[i] { v + 1.0 } else { v });
    let of_type = change(&noise, |i, unit, v| if unit == types.classes()[i] { v + 1.0 } else { v });
    let read = probe_selectivity(&of_class, (&labels, &types), &folds, &kind, 1).unwrap();
    let known = probe_selectivity(&of_type, (&labels, &types), &folds, &kind, 1).unwrap();
    assert_eq!((read.accuracy, known.accuracy), (1.0, 1.0));
    assert_eq!((known.control_accuracy, known.selectivity), (1.0, 0.0));
    assert!(read.selectivity > 0.15, "{read:?}");
    assert_eq!(read, probe_selectivity(&rotate(9, &of_class), (&labels, &types), &folds, &kind, 1).unwrap());
}

#[test]
fn the_online_code_is_shorter_for_readable_classes_and_unchanged_by_what_its_card_names() {
    let (x, labels, _) = example(10, 60, 5, 2, 2.0);
    let fractions = [0.1, 0.2, 0.5, 1.0];
    let run =
        |x: &Activations, labels: &Labels, c: f64| codelength(x, labels, &fractions, c, Some(3)).unwrap();
    let expected = run(&x, &labels, 1.0);
    assert!(expected.compression > 1.5, "{expected:?}");
    assert!(run(&normal(11, 60, 5, 1.0, 0.0), &labels, 1.0).compression < 1.1);
    assert_eq!((expected.ends.clone(), expected.uniform_bits), (vec![6, 12, 30, 60], 60.0));
    let others = Labels::new(&labels.classes().iter().map(|&k| 9 * k as i64).collect::<Vec<_>>()).unwrap();
    for found in [
        run(&rotate(12, &x), &labels, 1.0),
        run(&change(&x, |_, unit, v| v + unit as f64), &labels, 1.0),
        run(&change(&x, |_, _, v| v * 2.0), &labels, 0.25),
        run(&x, &others, 1.0),
    ] {
        assert_near(
            &[found.online_bits, found.compression],
            &[expected.online_bits, expected.compression],
            1e-5,
        );
    }
    let all = codelength(&x, &labels, &VOITA_FRACTIONS[6..], 1.0, None).unwrap();
    assert_eq!(all.ends, [3, 7, 15, 30, 60]);
}

#[test]
fn probes_and_their_kin_refuse_what_is_impossible() {
    let (x, labels, folds) = example(13, 24, 4, 3, 1.0);
    let [logistic, ridge, nearest, correlation] = kinds();
    let one = Labels::new(&[5; 24]).unwrap();
    let short = Labels::new(&[0, 1, 0]).unwrap();
    says(probe(&x, &one, &folds, &nearest), &["probe_nearest_centroid", "at least 2 classes"]);
    says(probe(&x, &short, &folds, &nearest), &["3 labels", "24 stimuli"]);
    says(probe(&x, &labels, &k_fold(20, 4, None).unwrap(), &ridge), &["folds of 20", "24 stimuli"]);
    says(probe(&x, &labels, &k_fold(24, 2, None).unwrap(), &logistic), &["at least 3 folds"]);
    says(probe(&x, &labels, &folds, &ProbeKind::Logistic { cs: vec![] }), &["C", "empty"]);
    says(
        probe(&x, &labels, &folds, &ProbeKind::Ridge { alphas: vec![1.0, -1.0] }),
        &["alpha", "number 1", "-1"],
    );
    says(probe(&x, &labels, &leave_one_group_out(&labels).unwrap(), &nearest), &["class 0", "fold 0"]);
    let flat = change(&x, |stimulus, _, v| if stimulus == 7 { 0.1 } else { v });
    says(probe(&flat, &labels, &folds, &correlation), &["stimulus 7", "no pattern"]);
    says(logistic_regression(&x, &labels, 0.0), &["C", "above 0"]);
    says(logistic_regression(&x, &one, 1.0), &["at least 2 classes"]);
    let fitted = logistic_regression(&x, &labels, 1.0).unwrap();
    says(fitted.log_probabilities(&normal(14, 3, 5, 1.0, 0.0)), &["4 units", "5 units"]);
    let huge = Activations::new(vec![1e200, -1e200, 3e200, 0.0], 4, 1).unwrap();
    says(logistic_regression(&huge, &Labels::new(&[0, 1, 0, 1]).unwrap(), 1.0), &["1e308"]);
    let none = probe_permutation(&x, &labels, &folds, &nearest, (0, Shuffle::Everywhere, 1));
    says(none, &["no permutation"]);
    let each = Labels::new(&(0..24).collect::<Vec<_>>()).unwrap();
    says(control_task(&labels, &each, 1), &["24 stimuli", "by heart"]);
    says(control_task(&labels, &one, 1), &["seed 1", "another seed"]);
    says(control_task(&one, &labels, 1), &["at least 2 classes"]);
    says(control_task(&labels, &short, 1), &["3 labels"]);
    says(codelength(&x, &labels, &[0.5, 0.2, 1.0], 1.0, None), &["rise"]);
    says(codelength(&x, &labels, &[0.5], 1.0, None), &["exactly 1"]);
    says(codelength(&x, &labels, &[], 1.0, None), &["exactly 1"]);
    says(codelength(&x, &labels, &[0.1, 1.0], 1.0, None), &["class 2", "first 2 stimuli", "infinite"]);
}

#[test]
fn every_decoder_and_encoder_has_a_card_with_nothing_left_out() {
    for name in [
        "ridge_encoding_r2_pooled",
        "ridge_encoding_pearson_pooled",
        "probe_logistic",
        "probe_ridge",
        "probe_nearest_centroid",
        "probe_correlation",
        "probe_selectivity",
        "codelength_online_bits",
        "codelength_compression",
        "banded_ridge_encoding_r2_pooled",
        "noise_ceiling_r2_of_mean",
        "explainable_variance_corrected",
        "variance_partition_r2_pooled",
        "two_versus_two_cosine",
        "rsa_regression_nnls",
    ] {
        let card = card_of(name).unwrap();
        for text in [card.title, card.formula, card.source, card.range] {
            assert!(!text.is_empty(), "{name}");
        }
        assert!(card.fails.ends_with('.') && !card.unchanged_by.is_empty(), "{name}");
    }
}
