//! Comparisons of RDMs, inference on them, distances with noise, and topology against their Python
//! references; `scripts/golden/analysis/rdms.py` makes the file.
#![allow(clippy::unwrap_used)]

mod support;

use inscape_analysis::*;
use serde_json::Value;
use support::*;

/// What is promised is 1e-5 relative.
const RELATIVE: f64 = 1e-9;

fn golden() -> Value {
    serde_json::from_str(include_str!("golden/rdms.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn places(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(count).collect()
}

/// Asserts that a value agrees with its reference, or is refused where that is null.
#[track_caller]
fn assert_value(what: &str, found: Result<f64>, expected: &Value) {
    match (found, expected.as_f64()) {
        (Err(_), None) => assert!(expected.is_null(), "{what}: there is no reference"),
        (Ok(found), Some(expected)) => assert_number(what, found, expected),
        (found, expected) => panic!("{what}: found {found:?}, the reference says {expected:?}"),
    }
}

/// Coefficients lie between −1 and 1: a small one is a difference of larger numbers.
#[track_caller]
fn assert_number(what: &str, found: f64, expected: f64) {
    let allowed = RELATIVE * expected.abs().max(1e-3);
    assert!((found - expected).abs() <= allowed, "{what}: found {found}, the reference says {expected}");
}

fn uniforms(seed: u64, count: usize) -> Vec<f64> {
    (0..count as u64).map(|i| uniform(seed, i)).collect()
}

fn pairs(n: usize) -> usize {
    n * (n - 1) / 2
}

/// Squared distances between rows `[n, width]`, summed from the first unit on.
fn squared_distances(x: &[f64], n: usize) -> Vec<f64> {
    let width = x.len() / n;
    let mut upper = Vec::with_capacity(pairs(n));
    for i in 0..n {
        for j in i + 1..n {
            upper.push((0..width).map(|u| (x[i * width + u] - x[j * width + u]).powi(2)).sum());
        }
    }
    upper
}

/// The pair of RDMs that `pairs_of_rdms` of the script makes.
fn rdm_case(case: u64, n: usize) -> (Rdm, Rdm) {
    let (seed, m) = (100 + 10 * case, pairs(n));
    let (of_a, of_b) = (uniforms(seed, m), uniforms(seed + 1, m));
    let (a, b) = match case {
        0..6 => {
            let (x, other) = (uniforms(seed, 4 * n), uniforms(seed + 1, 4 * n));
            let y: Vec<f64> = x.iter().zip(other).map(|(x, other)| x + other).collect();
            (squared_distances(&x, n), squared_distances(&y, n))
        }
        6..12 => {
            let a: Vec<f64> = of_a.iter().map(|u| (3.0 * u).floor()).collect();
            let b = a.iter().zip(of_b).map(|(a, u)| (4.0 * u).floor() + a).collect();
            (a, b)
        }
        12..18 => {
            let a: Vec<f64> = of_a.iter().map(|u| u - 0.5).collect();
            let b = a.iter().zip(of_b).map(|(a, u)| u - 0.25 + a).collect();
            (a, b)
        }
        18..22 => {
            let mut x = uniforms(seed, 3 * n);
            x.copy_within(0..3, 3 * (n - 1));
            let y = squared_distances(&uniforms(seed + 1, 2 * n), n);
            (squared_distances(&x, n), y.iter().map(|d| d + 1000.0).collect())
        }
        22 => (vec![0.25; m], of_b),
        _ => (vec![0.0; m], of_b),
    };
    (Rdm::from_upper(a, n).unwrap(), Rdm::from_upper(b, n).unwrap())
}

#[test]
fn all_comparisons_of_rdms_agree_with_rsatoolbox_also_on_repeated_stimuli() {
    let golden = golden();
    let cases = golden["comparisons"].as_array().unwrap();
    assert!(cases.len() >= 20);
    let mut on_repeated = 0;
    for case in cases {
        let (a, b) = rdm_case(case["case"].as_u64().unwrap(), count(&case["n_stimuli"]));
        let chosen = places(&case["chosen"]);
        for line in RDM_COMPARISONS {
            let what = format!("{} of case {}", line.name, case["case"]);
            assert_value(&what, compare_rdms(&a, &b, line.variant), &case["whole"][line.name]);
            if let Some(expected) = case["on_chosen"].get(line.name) {
                on_repeated += 1;
                let found = compare_rdms_on(&a, &b, line.variant, &chosen);
                assert_value(&format!("{what} on {chosen:?}"), found, expected);
            }
        }
    }
    assert!(on_repeated >= 80, "{on_repeated}");
}

/// A model's RDM and noisy ones, as `subject_rdms` of the script makes them.
fn subjects(seed: u64, n_stimuli: usize, n_subjects: u64) -> (Rdm, Vec<Rdm>) {
    let m = pairs(n_stimuli);
    let model = uniforms(seed, m);
    let subject = |s| {
        let noise = uniforms(seed + 1 + s, m);
        let upper = model.iter().zip(noise).map(|(d, noise)| d + 1.5 * noise).collect();
        Rdm::from_upper(upper, n_stimuli).unwrap()
    };
    let subjects = (0..n_subjects).map(subject).collect();
    (Rdm::from_upper(model, n_stimuli).unwrap(), subjects)
}

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
        is("low end", found.low, &case["interval"][0]);
        is("high end", found.high, &case["interval"][1]);

        let of_subjects = bootstrap_subjects(&model, &subjects, comparison, samples.len(), 5).unwrap();
        is("mean of subjects", of_subjects.estimate, &case["mean_of_subjects"]);

        let found = bootstrap_stimuli_and_subjects(&model, &subjects, comparison, samples.len(), 5).unwrap();
        is("mean of subjects", found.estimate, &case["mean_of_subjects"]);
        is("variance of both", found.variance_of_both, &case["variances"][0]);
        is("variance of subjects", found.variance_of_subjects, &case["variances"][1]);
        is("variance of stimuli", found.variance_of_stimuli, &case["variances"][2]);
        is("corrected error", found.standard_error, &case["two_factor_error"]);
        is("reach", found.high - found.estimate, &case["reach"]);
        is("reach", found.estimate - found.low, &case["reach"]);
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

#[test]
fn noise_ceilings_agree_with_rsatoolbox() {
    let golden = golden();
    let cases = golden["noise_ceilings"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let number = case["case"].as_u64().unwrap();
        let n_stimuli = count(&case["n_stimuli"]);
        let (_, mut subjects) = subjects(2200 + 20 * number, n_stimuli, case["n_subjects"].as_u64().unwrap());
        if number >= 15 {
            let tied = |rdm: &Rdm| rdm.upper().iter().map(|d| (4.0 * d).floor()).collect();
            subjects = subjects.iter().map(|rdm| Rdm::from_upper(tied(rdm), n_stimuli).unwrap()).collect();
        }
        for line in RDM_COMPARISONS {
            let found = noise_ceiling(&subjects, line.variant).unwrap();
            let expected = numbers(&case["values"][line.name]);
            let what = format!("{} of case {number}", line.name);
            assert_number(&format!("lower bound of {what}"), found.lower, expected[0]);
            assert_number(&format!("upper bound of {what}"), found.upper, expected[1]);
        }
    }
}

#[test]
fn paired_tests_and_effect_sizes_agree_with_scipy() {
    let golden = golden();
    let cases = golden["paired"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let (number, n) = (case["case"].as_u64().unwrap(), count(&case["n"]));
        let change = |values: Vec<f64>, shift: f64| -> Vec<f64> {
            let values = values.iter();
            if number < 18 {
                values.map(|v| v + shift).collect()
            } else {
                values.map(|v| (4.0 * v).floor()).collect()
            }
        };
        let shift = [0.0, 0.3, 2.0, 0.0][(number / 6) as usize];
        let a = change(uniforms(3000 + 2 * number, n), shift);
        let b = change(uniforms(3001 + 2 * number, n), 0.0);
        let what = |what: &str| format!("{what} of case {number}");
        let t = paired_t_test(&a, &b);
        assert_value(&what("t"), t.clone().map(|test| test.t), &case["t"][0]);
        assert_value(&what("p of t"), t.map(|test| test.p_value), &case["t"][1]);
        assert_value(&what("d"), cohens_d_paired(&a, &b), &case["d"]);
        assert_value(&what("delta"), cliffs_delta(&a, &b), &case["delta"]);
        let ranks = wilcoxon_signed_rank(&a, &b);
        assert_value(&what("rank sum"), ranks.clone().map(|test| test.statistic), &case["signed_rank"][0]);
        assert_value(&what("p of ranks"), ranks.map(|test| test.p_value), &case["signed_rank"][1]);
        if n <= 12 {
            let flips = sign_flip_test(&a, &b, 4096, 1);
            assert!(flips.clone().map_or(true, |test| test.is_exact));
            assert_value(&what("p of flips"), flips.map(|test| test.p_value), &case["flips"]);
        }
    }
}

#[test]
fn students_p_agrees_with_scipy_relative_to_its_size() {
    for case in golden()["student"].as_array().unwrap() {
        let n = count(&case["n"]);
        let shift = case["shift"].as_f64().unwrap();
        let a: Vec<f64> = uniforms(3900, n).iter().map(|v| v + shift).collect();
        let found = paired_t_test(&a, &uniforms(3901, n)).unwrap().p_value;
        let expected = case["p"].as_f64().unwrap();
        assert!((found - expected).abs() <= 1e-8 * expected, "{n} {shift}: {found} {expected}");
    }
}

#[test]
fn corrected_p_values_agree_with_statsmodels() {
    let golden = golden();
    let cases = golden["corrections"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let (number, n) = (case["case"].as_u64().unwrap(), count(&case["n"]));
        let power = 1 + (number % 4) as i32;
        let p = uniforms(3200 + number, n).into_iter().map(|u| u.powi(power));
        let p: Vec<f64> = p.map(|p| if number % 5 == 0 { (10.0 * p).round() / 10.0 } else { p }).collect();
        for (name, correction) in [
            ("Bonferroni", Correction::Bonferroni),
            ("Holm", Correction::Holm),
            ("BenjaminiHochberg", Correction::BenjaminiHochberg),
        ] {
            let found = corrected(&p, correction).unwrap();
            for (found, expected) in found.iter().zip(numbers(&case[name])) {
                assert_number(&format!("{name} of case {number}"), *found, expected);
            }
        }
        assert_eq!(corrected(&p, Correction::None).unwrap(), p);
    }
}

fn labels(value: &Value) -> Labels {
    Labels::new(&places(value).into_iter().map(|label| label as i64).collect::<Vec<_>>()).unwrap()
}

#[track_caller]
fn assert_list(what: &str, found: &[f64], expected: &Value) {
    let expected = numbers(expected);
    assert_eq!(found.len(), expected.len(), "{what}");
    let largest = expected.iter().fold(0.0_f64, |most, v| most.max(v.abs()));
    for (found, expected) in found.iter().zip(&expected) {
        let allowed = 1e-8 * expected.abs() + 1e-11 * largest;
        assert!((found - expected).abs() <= allowed, "{what}: found {found}, the reference says {expected}");
    }
}

#[test]
fn noise_covariances_and_distances_agree_with_rsatoolbox() {
    let golden = golden();
    let cases = golden["noise_distances"].as_array().unwrap();
    assert!(cases.len() >= 20);
    for case in cases {
        let (number, n_units) = (case["case"].as_u64().unwrap(), count(&case["n_units"]));
        let (conditions, partitions) = (labels(&case["conditions"]), labels(&case["partitions"]));
        let n = conditions.n_stimuli();
        let mut x = uniforms(4000 + 2 * number, n * n_units);
        for (row, &condition) in x.chunks_exact_mut(n_units).zip(conditions.classes()) {
            row.iter_mut().for_each(|value| *value += condition as f64);
        }
        let x = Activations::new(x, n, n_units).unwrap();
        let n_residuals = count(&case["n_residuals"]);
        let residuals = uniforms(4001 + 2 * number, n_residuals * n_units);
        let mut residuals: Vec<f64> = residuals.iter().map(|u| u - 0.5).collect();
        if n_units > 1 {
            residuals.chunks_exact_mut(n_units).for_each(|row| row[1] += row[0]);
        }
        let residuals = Activations::new(residuals, n_residuals, n_units).unwrap();

        let plain = crossnobis(&x, &conditions, &partitions, None).unwrap();
        assert_list(&format!("crossnobis of case {number}"), plain.upper(), &case["crossnobis"]);
        for (name, shrinkage) in [
            ("None", Shrinkage::None),
            ("VariancesOnly", Shrinkage::VariancesOnly),
            ("TowardsIdentity", Shrinkage::TowardsIdentity),
            ("TowardsVariances", Shrinkage::TowardsVariances),
        ] {
            let what = |what: &str| format!("{what} with {name} of case {number}");
            let (found, expected) = (noise_covariance(&residuals, shrinkage, None), &case["noise"][name]);
            let Ok(noise) = found else {
                assert!(expected.is_null(), "{}: {found:?}", what("covariance"));
                continue;
            };
            assert_list(&what("covariance"), noise.data(), &expected["covariance"]);
            let found = mahalanobis(&x, &conditions, &noise).unwrap();
            assert_list(&what("mahalanobis"), found.upper(), &expected["mahalanobis"]);
            let found = crossnobis(&x, &conditions, &partitions, Some(&noise)).unwrap();
            assert_list(&what("crossnobis"), found.upper(), &expected["crossnobis"]);
        }
        let found = noise_covariance(&residuals, Shrinkage::VariancesOnly, Some(2)).unwrap();
        assert_list(&format!("case {number}"), found.data(), &case["with_two_degrees_of_freedom"]);
    }
}

/// The distances that `topology_rdm` of the script makes.
fn topology_rdm(case: u64, n: usize) -> Rdm {
    let seed = 5000 + case;
    let entries = || uniforms(seed, pairs(n));
    let upper = match case {
        0..8 => squared_distances(&uniforms(seed, 2 * n), n).into_iter().map(f64::sqrt).collect(),
        8..16 => entries(),
        16..20 => entries().into_iter().map(|u| (6.0 * u).floor() + 1.0).collect(),
        _ => {
            let mut upper = entries();
            let mut place = 0;
            for i in 0..n {
                for j in i + 1..n {
                    upper[place] = (j - i).min(n - (j - i)) as f64 + 0.1 * upper[place];
                    place += 1;
                }
            }
            upper
        }
    };
    Rdm::from_upper(upper, n).unwrap()
}

/// Asserts that an RDM agrees with its reference, or is refused where that is null.
#[track_caller]
fn assert_rdm(what: &str, found: &Result<Rdm>, expected: &Value) {
    match found {
        Ok(found) => assert_list(what, found.upper(), expected),
        Err(_) => assert!(expected.is_null(), "{what}: {found:?}"),
    }
}

#[test]
fn transforms_and_geodesics_agree_with_rsatoolbox_and_scipy() {
    let golden = golden();
    let cases = golden["topology"].as_array().unwrap();
    assert!(cases.len() >= 20);
    let mut nearest = 0;
    for case in cases {
        let rdm = topology_rdm(case["case"].as_u64().unwrap(), count(&case["n_stimuli"]));
        let what = |what: &str| format!("{what} of case {}", case["case"]);
        assert_rdm(&what("ranks"), &rank_transformed(&rdm), &case["ranks"]);
        for (quantiles, expected) in case["geo_topological"].as_object().unwrap() {
            let (lower, upper) = quantiles.split_once(' ').unwrap();
            let found = geo_topological(&rdm, lower.parse().unwrap(), upper.parse().unwrap());
            assert_rdm(&what(quantiles), &found, expected);
        }
        if case["nearest"] != Value::Array(Vec::new()) {
            nearest += 1;
            assert_rdm(&what("nearest"), &geodesic(&rdm, Neighbours::Nearest(2)), &case["nearest"]);
        }
        let below = Neighbours::Below(case["threshold"].as_f64().unwrap());
        assert_rdm(&what("below"), &geodesic(&rdm, below), &case["below"]);
    }
    assert!(nearest >= 15);
    assert!(cases.iter().filter(|case| !case["below"].is_null()).count() >= 10);
}

#[test]
fn barcodes_agree_with_ripser_and_betti_curves_with_ranks_of_boundaries() {
    let mut n_loops = 0;
    for case in golden()["topology"].as_array().unwrap() {
        let rdm = topology_rdm(case["case"].as_u64().unwrap(), count(&case["n_stimuli"]));
        let found = vietoris_rips(&rdm).unwrap();
        // ripser computes in f32.
        assert_near(&found.joins, &numbers(&case["joins"]), 1e-6);
        let loops: Vec<f64> = case["loops"].as_array().unwrap().iter().flat_map(numbers).collect();
        let mut of_found = found.loops.clone();
        of_found.sort_by(|a, b| a.partial_cmp(b).unwrap());
        let of_found: Vec<f64> = of_found.iter().flat_map(|&(closed, filled)| [closed, filled]).collect();
        assert_near(&of_found, &loops, 1e-6);
        n_loops += found.loops.len();

        let betti = case["betti"].as_array().unwrap();
        let largest = rdm.upper().iter().fold(0.0_f64, |most, &d| most.max(d));
        let last = betti.len() - 1;
        let thresholds: Vec<f64> = (0..=last)
            .map(|k| if k == last { largest } else { k as f64 * (largest / last as f64) })
            .collect();
        let curves = found.betti_curves(&thresholds).unwrap();
        for (k, expected) in betti.iter().enumerate() {
            assert_eq!(vec![curves.b0[k], curves.b1[k]], places(expected), "case {} {k}", case["case"]);
        }
    }
    assert!(n_loops >= 15, "{n_loops}");
}
