//! Banded ridge, noise ceilings, variance partitioning, two-versus-two accuracy and RSA regression against
//! their references, their laws and refusals; `scripts/golden/analysis/encoding_extras.py` makes the file.

use crate::support::references::{assert_agrees, count, numbers};
use crate::support::*;
use inscape_analysis::*;
use serde_json::Value;

const ALPHAS: [f64; 3] = [0.1, 10.0, 300.0];

fn weights() -> Vec<Vec<f64>> {
    [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5], [0.9, 0.1], [0.2, 0.8]].map(Vec::from).to_vec()
}

fn golden(part: &str) -> Vec<Value> {
    let golden: Value = serde_json::from_str(include_str!("../golden/encoding_extras.json")).unwrap();
    let cases = golden[part].as_array().unwrap();
    assert!(cases.len() >= 6);
    cases.clone()
}

fn matrix(value: &Value, n: &Value, columns: &Value) -> Activations<f64> {
    Activations::new(numbers(value), count(n), count(columns)).unwrap()
}

/// The feature spaces, the targets and the folds of a case.
fn spaces(case: &Value) -> (Vec<Activations<f64>>, Activations<f64>, Folds) {
    let widths = case["p"].as_array().unwrap();
    let all = case["spaces"].as_array().unwrap().iter().zip(widths);
    let folds = case["folds"].as_array().unwrap().iter().map(|fold| fold.as_i64().unwrap());
    let folds = leave_one_group_out(&Labels::new(&folds.collect::<Vec<_>>()).unwrap()).unwrap();
    let all = all.map(|(space, width)| matrix(space, &case["n"], width)).collect();
    (all, matrix(&case["y"], &case["n"], &case["t"]), folds)
}

/// Two spaces, of which mostly the first makes the two targets, and five folds.
fn example(seed: u64) -> (Activations, Activations, Activations, Folds) {
    let (a, b) = (normal(seed, 30, 4, 1.0, 0.0), normal(seed + 1, 30, 6, 1.0, 0.0));
    let y = change(&normal(seed + 2, 30, 2, 0.5, 0.0), |i, target, noise| {
        noise + f64::from(a.row(i)[target]) * 2.0 - f64::from(a.row(i)[3]) + 0.6 * f64::from(b.row(i)[target])
    });
    (a, b, y, k_fold(30, 5, Some(seed)).unwrap())
}

#[test]
fn banded_ridge_agrees_with_scikit_learn_on_scaled_spaces() {
    for case in golden("spaces") {
        let (spaces, y, _) = spaces(&case);
        let spaces: Vec<_> = spaces.iter().collect();
        let expected = &case["banded"];
        let found = banded_ridge(&spaces, &y, &numbers(&expected["alphas"])).unwrap();
        for (found, expected) in found.coefficients.iter().zip(expected["coefficients"].as_array().unwrap()) {
            assert_agrees("coefficients", found, &numbers(expected), 1e-8, 1e-11);
        }
        assert_agrees("intercepts", &found.intercepts, &numbers(&expected["intercepts"]), 1e-8, 1e-10);
    }
}

#[test]
fn banded_ridge_encoding_agrees_with_himalaya() {
    let mut compared = 0;
    for case in golden("spaces") {
        let (spaces, y, folds) = spaces(&case);
        let spaces: Vec<_> = spaces.iter().collect();
        for (way, per_target) in [("per_target", true), ("common", false)] {
            let expected = &case[way];
            if expected.is_null() {
                continue;
            }
            compared += 1;
            let search = (weights(), ALPHAS);
            let found =
                banded_ridge_encoding(&spaces, &y, (&search.0, &search.1), &folds, per_target).unwrap();
            let agrees = |what: &str, found: &[f64], floor: f64| {
                let what_of = format!("{what} of {}, {way}", case["name"]);
                assert_agrees(&what_of, found, &numbers(&expected[what]), 1e-8, floor);
            };
            agrees("weights", &found.weights, 0.0);
            agrees("alphas", &found.encoding.alphas, 0.0);
            agrees("predictions", found.encoding.predictions.data(), 1e-9);
            agrees("r2_pooled", &found.encoding.r2_pooled, 1e-9);
        }
    }
    assert!(compared >= 16);
}

#[test]
fn variance_partitions_agree_with_scikit_learn_and_sum_to_the_whole() {
    for case in golden("spaces") {
        let (spaces, y, folds) = spaces(&case);
        let spaces: Vec<_> = spaces.iter().collect();
        let found = variance_partition(&spaces, &y, &ALPHAS, &folds, true).unwrap();
        assert_agrees("r2", &found.r2, &numbers(&case["partition"]["r2"]), 1e-8, 1e-9);
        assert_agrees("parts", &found.parts, &numbers(&case["partition"]["parts"]), 1e-7, 1e-8);
        let whole = &found.r2[found.r2.len() - found.n_targets..];
        for (target, &whole) in whole.iter().enumerate() {
            let sum: f64 = found.parts.iter().skip(target).step_by(found.n_targets).sum();
            assert!((sum - whole).abs() <= 1e-12 * (1.0 + whole.abs()) * 10.0, "{sum} {whole}");
        }
    }
}

#[test]
fn noise_ceilings_agree_with_the_formulas() {
    let cases = golden("ceilings");
    assert!(cases.len() >= 20);
    for case in cases {
        let repeats = case["repeats"].as_array().unwrap().iter();
        let repeats: Vec<_> = repeats.map(|repeat| matrix(repeat, &case["n"], &case["t"])).collect();
        let found = repeat_ceiling(&repeats.iter().collect::<Vec<_>>()).unwrap();
        for (what, found) in [
            ("noise_variance", &found.noise_variance),
            ("signal_variance", &found.signal_variance),
            ("r2_of_one_repeat", &found.r2_of_one_repeat),
            ("r2_of_mean", &found.r2_of_mean),
            ("explainable_variance_corrected", &found.explainable_variance_corrected),
        ] {
            assert_agrees(what, found, &numbers(&case[what]), 1e-8, 1e-12);
        }
        let squares: Vec<f64> = found.pearson_of_mean.iter().map(|r| r * r).collect();
        assert_agrees("pearson_of_mean", &squares, &found.r2_of_mean, 1e-12, 0.0);
    }
}

#[test]
fn two_versus_two_accuracies_agree_with_the_formula() {
    for case in golden("two_versus_two") {
        let [y, p] = ["y", "p"].map(|what| matrix(&case[what], &case["n"], &case["t"]));
        let found = two_versus_two(&y, &p).unwrap();
        assert_agrees("accuracy", &[found.accuracy], &[case["accuracy"].as_f64().unwrap()], 1e-12, 0.0);
        assert_eq!(found.n_pairs, found.n_stimuli * (found.n_stimuli - 1) / 2);
    }
}

#[test]
fn rsa_regressions_agree_with_scipy() {
    for case in golden("rsa") {
        let n = count(&case["n"]);
        let rdm = Rdm::from_upper(numbers(&case["rdm"]), n).unwrap();
        let models = case["models"].as_array().unwrap().iter();
        let models: Vec<_> = models.map(|model| Rdm::from_upper(numbers(model), n).unwrap()).collect();
        let found = rsa_regression(&rdm, &models.iter().collect::<Vec<_>>()).unwrap();
        assert_agrees("weights", &found.weights, &numbers(&case["weights"]), 1e-8, 1e-10);
        assert_agrees("residual", &[found.residual], &[case["residual"].as_f64().unwrap()], 1e-8, 1e-10);
        match case["pearson"].as_f64() {
            Some(expected) => assert_agrees("pearson", &[found.pearson.unwrap()], &[expected], 1e-8, 1e-10),
            None => assert_eq!(found.pearson, None),
        }
    }
}

#[test]
fn banded_ridge_encoding_finds_the_space_and_is_unchanged_by_what_its_card_names() {
    let (a, b, y, folds) = example(1);
    let noise = normal(50, 30, 20, 1.0, 0.0);
    let search = [vec![1.0, 0.0], vec![0.0, 1.0], vec![0.5, 0.5]];
    let found = banded_ridge_encoding(&[&noise, &a], &y, (&search, &ALPHAS), &folds, true).unwrap();
    assert!(found.weights.chunks(2).all(|w| *w == [0.0, 1.0]), "{:?}", found.weights);

    let weights = simplex_weights(2, 4, 3);
    let run = |spaces: &[&Activations], y: &Activations, weights: &[Vec<f64>]| {
        let found = banded_ridge_encoding(spaces, y, (weights, &ALPHAS), &folds, true).unwrap();
        found.encoding.r2_pooled
    };
    let expected = run(&[&a, &b], &y, &weights);
    assert!(expected.iter().all(|r2| *r2 > 0.5));
    let swapped: Vec<Vec<f64>> = weights.iter().map(|w| vec![w[1], w[0]]).collect();
    let shifted = change(&b, |_, unit, v| v + unit as f64);
    for found in [
        run(&[&rotate(5, &a), &b], &y, &weights),
        run(&[&a, &shifted], &y, &weights),
        run(&[&a, &b], &change(&y, |_, target, v| v + 3.0 * target as f64), &weights),
        run(&[&b, &a], &y, &swapped),
    ] {
        assert_near(&found, &expected, 1e-5);
    }
}

#[test]
fn banded_ridge_with_equal_alphas_is_ridge_regression() {
    let (a, _, y, _) = example(2);
    let plain = &ridge(&a, &y, &[7.0]).unwrap()[0];
    let banded = banded_ridge(&[&a], &y, &[7.0]).unwrap();
    assert_near(&banded.coefficients[0], &plain.coefficients, 1e-12);
    assert_near(&banded.intercepts, &plain.intercepts, 1e-12);
}

#[test]
fn simplex_weights_sum_to_one_and_depend_on_the_seed_alone() {
    let weights = simplex_weights(3, 200, 7);
    assert_eq!(weights.len(), 204);
    assert_eq!(weights[1], [0.0, 1.0, 0.0]);
    for w in &weights {
        assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-12 && w.iter().all(|w| *w >= 0.0));
    }
    let mean = weights[4..].iter().map(|w| w[0]).sum::<f64>() / 200.0;
    assert!((0.27..0.40).contains(&mean), "{mean}");
    assert_eq!(weights, simplex_weights(3, 200, 7));
    assert_ne!(weights, simplex_weights(3, 200, 8));
    assert!(simplex_weights(0, 5, 1).is_empty());
}

#[test]
fn variance_partitions_are_unchanged_by_what_their_card_names() {
    let (a, b, y, folds) = example(3);
    let run = |spaces: &[&Activations], y: &Activations| {
        variance_partition(spaces, y, &ALPHAS, &folds, true).unwrap().parts
    };
    let expected = run(&[&a, &b], &y);
    assert!(expected[0] > 0.3 && expected[1] > 0.3, "{expected:?}");
    assert_near(&run(&[&rotate(6, &a), &b], &y), &expected, 1e-5);
    let moved = change(&y, |_, target, v| v + target as f64);
    assert_near(&run(&[&change(&a, |_, unit, v| v + unit as f64), &b], &moved), &expected, 1e-5);
    let swapped = run(&[&b, &a], &y);
    assert_near(&[&swapped[2..4], &swapped[..2], &swapped[4..]].concat(), &expected, 1e-9);
    // The same space twice shares everything.
    let twice = variance_partition(&[&a, &a], &y, &[1e-6], &folds, true).unwrap();
    assert!(twice.parts[..4].iter().all(|unique| unique.abs() < 1e-5), "{:?}", twice.parts);
}

#[test]
fn noise_ceilings_are_unchanged_by_what_their_cards_name_and_bound_perfect_models() {
    let signal = normal(10, 200, 2, 1.0, 0.0);
    let repeat = |seed: u64| {
        let noise = normal(seed, 200, 2, 1.0, 0.0);
        change(&signal, |i, target, v| v + f64::from(noise.row(i)[target]))
    };
    let repeats: Vec<Activations> = (11..15).map(repeat).collect();
    let run = |repeats: &[Activations]| repeat_ceiling(&repeats.iter().collect::<Vec<_>>()).unwrap();
    let expected = run(&repeats);
    for target in 0..2 {
        assert!((expected.r2_of_mean[target] - 0.8).abs() < 0.06, "{:?}", expected.r2_of_mean);
        assert!((expected.r2_of_one_repeat[target] - 0.5).abs() < 0.09);
        assert!((expected.explainable_variance_corrected[target] - 0.5).abs() < 0.09);
    }
    let each =
        |change_of: &dyn Fn(&Activations) -> Activations| repeats.iter().map(change_of).collect::<Vec<_>>();
    let reversed: Vec<Activations> = repeats.iter().rev().cloned().collect();
    for found in [
        run(&each(&|x| change(x, |_, _, v| 4.0 * v))),
        run(&each(&|x| change(x, |_, target, v| v + 2.0 * target as f64))),
        run(&reversed),
        run(&each(&|x| permute(x, &order(1, 200)))),
    ] {
        assert_near(&found.r2_of_mean, &expected.r2_of_mean, 1e-6);
        assert_near(&found.explainable_variance_corrected, &expected.explainable_variance_corrected, 1e-6);
    }
}

#[test]
fn two_versus_two_is_one_for_perfect_predictions_and_unchanged_by_what_its_card_names() {
    let y = normal(20, 12, 5, 1.0, 0.0);
    assert_eq!(two_versus_two(&y, &y).unwrap().accuracy, 1.0);
    let noise = normal(21, 12, 5, 1.5, 0.0);
    let p = change(&y, |i, target, v| v + f64::from(noise.row(i)[target]));
    let expected = two_versus_two(&y, &p).unwrap();
    assert!((0.55..0.99).contains(&expected.accuracy), "{expected:?}");
    let scaled = change(&p, |i, _, v| v * (1 + i) as f64);
    assert_eq!(two_versus_two(&y, &scaled).unwrap(), expected);
    assert_eq!(two_versus_two(&rotate(22, &y), &rotate(22, &p)).unwrap(), expected);
    let order = order(2, 12);
    assert_eq!(two_versus_two(&permute(&y, &order), &permute(&p, &order)).unwrap(), expected);
    let same = change(&p, |_, target, _| f64::from(p.row(0)[target]));
    assert_eq!(two_versus_two(&y, &same).unwrap().accuracy, 0.5);
}

#[test]
fn rsa_regression_finds_its_mixture_and_is_unchanged_by_what_its_card_names() {
    let models: Vec<Rdm> = (0..3).map(|seed| tied_rdm(30 + seed, 7, 1e9)).collect();
    let mix = |weights: [f64; 3], models: &[Rdm]| {
        let entry = |k: usize| models.iter().zip(weights).map(|(m, w)| w * m.upper()[k]).sum();
        Rdm::from_upper((0..21).map(entry).collect(), 7).unwrap()
    };
    let all: Vec<&Rdm> = models.iter().collect();
    let found = rsa_regression(&mix([0.5, 0.0, 2.0], &models), &all).unwrap();
    assert_near(&found.weights, &[0.5, 0.0, 2.0], 1e-10);
    assert!(found.residual < 1e-12 && found.pearson.unwrap() > 1.0 - 1e-12);

    let noisy = tied_rdm(40, 7, 1e9);
    let expected = rsa_regression(&noisy, &all).unwrap();
    let reversed = rsa_regression(&noisy, &[all[2], all[1], all[0]]).unwrap();
    assert_near(&[reversed.weights[2], reversed.weights[1], reversed.weights[0]], &expected.weights, 1e-10);
    let doubled = Rdm::from_upper(models[0].upper().iter().map(|d| 2.0 * d).collect(), 7).unwrap();
    let found = rsa_regression(&noisy, &[&doubled, all[1], all[2]]).unwrap();
    assert_near(&[2.0 * found.weights[0], found.weights[1], found.weights[2]], &expected.weights, 1e-10);
    let order = order(3, 7);
    let permuted = |rdm: &Rdm| {
        let square: Vec<f64> =
            order.iter().flat_map(|&i| order.iter().map(move |&j| rdm.get(i, j))).collect();
        Rdm::from_square(&square, 7).unwrap()
    };
    let turned: Vec<Rdm> = models.iter().map(permuted).collect();
    let found = rsa_regression(&permuted(&noisy), &turned.iter().collect::<Vec<_>>()).unwrap();
    assert_near(&found.weights, &expected.weights, 1e-10);
    // A model twice over is weighed once in all.
    let twice = rsa_regression(&noisy, &[all[0], all[1], all[2], all[0]]).unwrap();
    assert_near(&[twice.residual], &[expected.residual], 1e-10);
}

#[test]
fn the_extras_refuse_what_is_impossible() {
    let (a, b, y, folds) = example(4);
    says(banded_ridge(&[&a, &b], &y, &[1.0]), &["2 spaces", "1 penalties"]);
    says(banded_ridge::<f32>(&[], &y, &[1.0]), &["0 spaces"]);
    says(banded_ridge(&[&a, &b], &y, &[1.0, 0.0]), &["above 0", "number 1"]);
    says(banded_ridge(&[&a, &normal(5, 29, 2, 1.0, 0.0)], &y, &[1.0, 1.0]), &["30 stimuli", "29"]);
    let search =
        |weights: &[Vec<f64>]| banded_ridge_encoding(&[&a, &b], &y, (weights, &ALPHAS), &folds, true);
    says(search(&[]), &["weights", "simplex_weights"]);
    says(search(&[vec![0.0, 0.0]]), &["not all 0"]);
    says(search(&[vec![-1.0, 2.0]]), &["from 0"]);
    says(search(&[vec![1.0]]), &["2 spaces", "1 penalties or weights"]);
    let two = k_fold(30, 2, None).unwrap();
    says(banded_ridge_encoding(&[&a, &b], &y, (&weights(), &ALPHAS), &two, true), &["at least 3 folds"]);
    says(repeat_ceiling(&[&a]), &["at least 2 repeats", "there is 1"]);
    says(repeat_ceiling::<f32>(&[]), &["there are none"]);
    says(repeat_ceiling(&[&a, &b]), &["4 units", "6 units"]);
    says(repeat_ceiling(&[&a, &normal(6, 29, 4, 1.0, 0.0)]), &["30 stimuli", "29"]);
    says(repeat_ceiling(&[&normal(7, 1, 4, 1.0, 0.0); 2]), &["at least 2 stimuli"]);
    let flat = change(&a, |_, unit, v| if unit == 2 { 0.1 } else { v });
    says(repeat_ceiling(&[&flat, &flat]), &["noise ceiling", "target 2"]);
    says(variance_partition(&[&a], &y, &ALPHAS, &folds, true), &["2 or 3", "there is 1"]);
    says(variance_partition(&[&a; 4], &y, &ALPHAS, &folds, true), &["there are 4"]);
    let zero = change(&a, |stimulus, _, v| if stimulus == 3 { 0.0 } else { v });
    says(two_versus_two(&a, &zero), &["stimulus 3", "second input", "no direction"]);
    says(two_versus_two(&a, &b), &["4 units", "6 units"]);
    says(two_versus_two(&a, &normal(8, 29, 4, 1.0, 0.0)), &["30 stimuli"]);
    says(two_versus_two(&normal(9, 1, 4, 1.0, 0.0), &normal(9, 1, 4, 1.0, 0.0)), &["at least 2 stimuli"]);
    let (rdm, zeros) = (tied_rdm(1, 5, 1e9), Rdm::from_upper(vec![0.0; 10], 5).unwrap());
    says(rsa_regression(&rdm, &[]), &["at least one model"]);
    says(rsa_regression(&rdm, &[&tied_rdm(2, 6, 1e9)]), &["first input has 5", "second 6"]);
    says(rsa_regression(&rdm, &[&zeros]), &["RSA regression", "second RDM"]);
    says(rsa_regression(&zeros, &[&rdm]), &["first RDM"]);
}
