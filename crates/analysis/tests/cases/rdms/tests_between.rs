//! Tests between models against SciPy and statsmodels.

use super::*;

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
