//! Bootstraps against rsatoolbox's own evaluation on the same draws (`scripts/golden/analysis/rdms_bootstraps.py`), and
//! permutations against its comparisons on the same orders.

use super::*;

/// As many as the script takes.
const N_SAMPLES: usize = 40;

/// Squared distances of features and of noisy ones, all after a change of the features `[n_stimuli, 5]`.
fn related(seed: u64, n: usize, n_subjects: u64, change: impl Fn(&mut [f64])) -> Vec<Vec<f64>> {
    let x = uniforms(seed, 5 * n);
    let noisy = |s| x.iter().zip(uniforms(seed + 1 + s, 5 * n)).map(|(x, noise)| x + noise).collect();
    let all = std::iter::once(x.clone()).chain((0..n_subjects).map(noisy));
    all.map(|mut x| {
        change(&mut x);
        squared_distances(&x, n)
    })
    .collect()
}

/// The last stimulus is the first again, and the one before it the second.
fn with_twins(x: &mut [f64]) {
    let last = x.len() - 5;
    x.copy_within(..5, last);
    x.copy_within(5..10, last - 5);
}

/// Three of five units answer everything alike.
fn with_constant_units(x: &mut [f64]) {
    x.chunks_mut(5).for_each(|row| (row[1], row[2], row[4]) = (0.0, 7.0, -1.0));
}

/// Four units are multiples of the first.
fn without_variety(x: &mut [f64]) {
    x.chunks_mut(5).for_each(|row| {
        [1.0, 2.0, 0.5, -4.0, 0.25].iter().zip(row).fold(None, |first, (factor, unit)| {
            let first = first.unwrap_or(*unit);
            *unit = first * factor;
            Some(first)
        });
    });
}

/// The entries of the model's RDM and of the subjects', as `inputs` of the script makes them.
fn input(case: usize) -> (usize, Vec<Vec<f64>>) {
    let (size, seed) = (case / 8, 5000 + 20 * case as u64);
    let entries = |n, n_subjects: u64| -> Vec<Vec<f64>> {
        (0..=n_subjects).map(|s| uniforms(seed + s, pairs(n))).collect()
    };
    let (n, mut all) = match case % 8 {
        0 => ([6, 9, 15][size], related(seed, [6, 9, 15][size], 4, |_| ())),
        1 => ([6, 8, 12][size], related(seed, [6, 8, 12][size], 3, with_twins)),
        2 => ([3, 4, 5][size], related(seed, [3, 4, 5][size], 3, |_| ())),
        3 => (7, related(seed, 7, [2, 3, 6][size], with_constant_units)),
        4 => ([5, 7, 10][size], entries([5, 7, 10][size], 2)),
        5 => ([5, 8, 11][size], entries([5, 8, 11][size], 5)),
        6 => ([6, 8, 10][size], related(seed, [6, 8, 10][size], 3, without_variety)),
        _ => ([20, 7, 7][size], entries([20, 7, 7][size], [1, 3, 3][size])),
    };
    match (case % 8, size) {
        (4, _) => all.iter_mut().flatten().for_each(|entry| *entry = (4.0 * *entry).floor()),
        (5, _) => {
            all.iter_mut().flatten().for_each(|entry| *entry -= 0.5);
            let (model, subjects) = all.split_first_mut().unwrap();
            subjects
                .iter_mut()
                .flat_map(|of| of.iter_mut().zip(&*model))
                .for_each(|(of, model)| *of += model);
        }
        (6, _) => {
            all[0].iter_mut().for_each(|entry| *entry += 1000.0);
            for (subject, scale) in all[1..].iter_mut().zip([0.001, 1.0, 1000.0]) {
                subject.iter_mut().for_each(|entry| *entry *= scale);
            }
        }
        (7, 1) => all[0].fill(0.25),
        (7, 2) => all[2].fill(0.0),
        _ => (),
    }
    (n, all)
}

/// Asserts that the samples that the reference keeps, and the standard error of all, are the reference's.
#[track_caller]
fn assert_bootstrap(what: &str, found: Result<Bootstrap>, samples: &Value, error: &Value) {
    let Ok(found) = found else { return assert!(error.is_null(), "{what}: {found:?}") };
    assert_number(&format!("error, {what}"), found.standard_error, error.as_f64().unwrap());
    for (found, expected) in found.samples.iter().zip(samples.as_array().unwrap()) {
        assert_eq!(found.is_none(), expected.is_null(), "{what}");
        if let Some(found) = found {
            assert_number(&format!("sample, {what}"), *found, expected.as_f64().unwrap());
        }
    }
}

#[test]
fn bootstraps_agree_with_rsatoolbox_on_the_same_samples_of_24_inputs() {
    let golden: Value = serde_json::from_str(include_str!("../../golden/rdms_bootstraps.json")).unwrap();
    let cases = golden.as_array().unwrap();
    assert_eq!(cases.len(), 24);
    for (seed, case) in cases.iter().enumerate() {
        let (n, mut subjects) = input(seed);
        assert_eq!((n, subjects.len() - 1), (count(&case["n_stimuli"]), count(&case["n_subjects"])));
        let rdm = |upper| Rdm::from_upper(upper, n).unwrap();
        let model = rdm(subjects.remove(0));
        let subjects: Vec<Rdm> = subjects.into_iter().map(rdm).collect();
        for line in RDM_COMPARISONS {
            let what = format!("{} of input {seed}, {}", line.name, case["name"]);
            let expected = &case["methods"][line.name];
            let resampling =
                Resampling::new(&model, &subjects, line.variant, Samples::WithReplacement, seed as u64);
            let Ok(mut resampling) = resampling else {
                assert!(expected.is_null(), "{what}");
                continue;
            };
            resampling.advance(N_SAMPLES);
            let over_stimuli = resampling.over_stimuli();
            if let Ok(found) = &over_stimuli {
                assert_number(&what, found.estimate, expected["estimate"].as_f64().unwrap());
                assert_eq!(found.n_undefined(), count(&expected["n_undefined"]), "{what}");
            }
            assert_bootstrap(&what, over_stimuli, &expected["stimuli"], &expected["error_over_stimuli"]);
            if subjects.len() < 2 {
                continue;
            }
            let over_subjects = bootstrap_subjects(&model, &subjects, line.variant, N_SAMPLES, seed as u64);
            assert_bootstrap(&what, over_subjects, &expected["subjects"], &expected["error_over_subjects"]);
            let Ok(both) = resampling.over_stimuli_and_subjects() else {
                assert!(expected["both"].is_null(), "{what}");
                continue;
            };
            let found = [
                both.variance_of_both,
                both.variance_of_subjects,
                both.variance_of_stimuli,
                both.standard_error,
            ];
            for (found, expected) in found.into_iter().zip(numbers(&expected["both"])) {
                assert_number(&format!("both factors, {what}"), found, expected);
            }
        }
    }
}

#[test]
fn permuted_comparisons_agree_with_rsatoolbox_on_the_same_orders() {
    let (model, subjects) = subjects(2100, 6, 1);
    for case in golden()["permutations"].as_array().unwrap() {
        let name = case["method"].as_str().unwrap();
        let (observed, permuted) = (case["observed"].as_f64().unwrap(), numbers(&case["permuted"]));
        let found =
            rdm_permutation_test(&model, &subjects[0], name.parse().unwrap(), permuted.len(), 9).unwrap();
        assert_number(name, found.observed, observed);
        for (found, expected) in found.permuted.iter().zip(&permuted) {
            assert_number(name, *found, *expected);
        }
        let as_large = permuted.iter().filter(|&&value| value >= observed - 1e-12).count();
        assert_number(name, found.p_value, (1 + as_large) as f64 / (1 + permuted.len()) as f64);
    }
}
