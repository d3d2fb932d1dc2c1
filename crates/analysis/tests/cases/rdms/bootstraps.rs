//! Bootstraps and permutations against rsatoolbox on the same draws.

use super::*;

#[test]
fn bootstraps_agree_with_rsatoolbox_on_the_same_samples() {
    let golden = golden();
    let cases = golden["bootstraps"].as_array().unwrap();
    assert_eq!(cases.len(), RDM_COMPARISONS.len());
    let (model, subjects) = subjects(2000, 7, 4);
    for case in cases {
        let name = case["method"].as_str().unwrap();
        let is = |what: &str, found: f64, expected: &Value| {
            assert_number(&format!("{what} of {name}"), found, expected.as_f64().unwrap());
        };
        let comparison = name.parse().unwrap();
        let samples = case["samples"].as_array().unwrap();
        let found = bootstrap_stimuli(&model, &subjects[0], comparison, samples.len(), 5).unwrap();
        is("estimate", found.estimate, &case["estimate"]);
        for (found, expected) in found.samples.iter().zip(samples) {
            assert_eq!(found.is_none(), expected.is_null());
            if let Some(found) = found {
                is("sample", *found, expected);
            }
        }
        is("error", found.standard_error, &case["standard_error"]);

        let of_subjects = bootstrap_subjects(&model, &subjects, comparison, samples.len(), 5).unwrap();
        is("mean of subjects", of_subjects.estimate, &case["mean_of_subjects"]);

        let found = bootstrap_stimuli_and_subjects(&model, &subjects, comparison, samples.len(), 5).unwrap();
        is("mean of subjects", found.estimate, &case["mean_of_subjects"]);
        is("variance of both", found.variance_of_both, &case["variances"][0]);
        is("variance of subjects", found.variance_of_subjects, &case["variances"][1]);
        is("variance of stimuli", found.variance_of_stimuli, &case["variances"][2]);
        is("corrected error", found.standard_error, &case["two_factor_error"]);
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
