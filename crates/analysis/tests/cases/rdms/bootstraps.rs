//! Bootstraps and permutations against rsatoolbox on the same draws.

use super::*;

/// The model and the subjects that `inputs` of `rdms_bootstraps.py` makes.
fn bootstrap_case(case: u64) -> (Rdm, Vec<Rdm>) {
    let place = (case % 3) as usize;
    let (n, n_subjects) = ([7, 5, 9][place], [4, 2, 3][place]);
    let (model, subjects) = subjects(if case == 0 { 2000 } else { 5000 + 20 * case }, n, n_subjects);
    let map = |rdm: &Rdm, change: &dyn Fn(f64) -> f64| {
        Rdm::from_upper(rdm.upper().iter().map(|&d| change(d)).collect(), n).unwrap()
    };
    let each = |change: &dyn Fn(f64) -> f64| subjects.iter().map(|rdm| map(rdm, change)).collect();
    match case {
        9..13 => (map(&model, &|d| (4.0 * d).floor()), each(&|d| (2.0 * d).floor())),
        13..16 => (map(&model, &|d| d - 0.5), each(&|d| d - 1.25)),
        16..18 => {
            let scaled = |(s, rdm): (i32, &Rdm)| map(rdm, &|d| d * 10.0_f64.powi(3 * s - 3));
            (map(&model, &|d| d + 1000.0), (0..).zip(&subjects).map(scaled).collect())
        }
        18 => (model.clone(), std::iter::once(model).chain(subjects.into_iter().skip(1)).collect()),
        19 => {
            let unrelated = |s| Rdm::from_upper(uniforms(5900 + s, pairs(n)), n).unwrap();
            (model, (0..n_subjects).map(unrelated).collect())
        }
        20 => (model, each(&|d| 2.0 - d)),
        _ => (model, subjects),
    }
}

#[test]
fn bootstraps_agree_with_rsatoolbox_on_the_same_samples() {
    let golden = golden();
    let cases = golden["bootstraps"].as_array().unwrap();
    assert!(cases.len() >= 20 * RDM_COMPARISONS.len());
    let mut n_undefined = 0;
    for case in cases {
        let (number, name) = (case["case"].as_u64().unwrap(), case["method"].as_str().unwrap());
        let (model, subjects) = bootstrap_case(number);
        let comparison = name.parse().unwrap();
        let n_samples = if number == 0 { 60 } else { 40 };
        let of_stimuli = bootstrap_stimuli(&model, &subjects[0], comparison, n_samples, 5);
        let of_both = bootstrap_stimuli_and_subjects(&model, &subjects, comparison, n_samples, 5);
        if case["undefined"] == true {
            n_undefined += 1;
            assert!(of_stimuli.is_err() || of_both.is_err(), "{name} of case {number}");
            continue;
        }
        let is = |what: &str, found: f64, expected: &Value| {
            let what = format!("{what} of {name} of case {number}");
            assert_number(&what, found, expected.as_f64().unwrap());
        };
        let is_interval = |what: &str, (low, high): (f64, f64), expected: &Value| {
            is(&format!("low {what}"), low, &expected[0]);
            is(&format!("high {what}"), high, &expected[1]);
        };
        let found = of_stimuli.unwrap();
        is("estimate", found.estimate, &case["estimate"]);
        assert_eq!(found.n_undefined(), count(&case["n_undefined"]), "{name} of case {number}");
        for (found, expected) in found.samples.iter().zip(case["samples"].as_array().unwrap()) {
            assert_eq!(found.is_none(), expected.is_null());
            if let Some(found) = found {
                is("sample", *found, expected);
            }
        }
        is("error", found.standard_error, &case["standard_error"]);
        let freedom =
            |found: usize, key: &str| assert_eq!(found, count(&case[key]), "{key}, {name}, {number}");
        freedom(found.degrees_of_freedom, "degrees_of_freedom");
        is_interval("end", (found.low, found.high), &case["interval"]);

        let found = bootstrap_subjects(&model, &subjects, comparison, n_samples, 5).unwrap();
        is("mean of subjects", found.estimate, &case["mean_of_subjects"]);
        is_interval("end over subjects", (found.low, found.high), &case["interval_of_subjects"]);

        let found = of_both.unwrap();
        is("mean of subjects", found.estimate, &case["mean_of_subjects"]);
        is("variance of both", found.variance_of_both, &case["variances"][0]);
        is("variance of subjects", found.variance_of_subjects, &case["variances"][1]);
        is("variance of stimuli", found.variance_of_stimuli, &case["variances"][2]);
        is("corrected error", found.standard_error, &case["two_factor_error"]);
        freedom(found.degrees_of_freedom, "two_factor_degrees_of_freedom");
        is_interval("end over both", (found.low, found.high), &case["two_factor_interval"]);
    }
    assert!(n_undefined < RDM_COMPARISONS.len(), "{n_undefined}");
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
