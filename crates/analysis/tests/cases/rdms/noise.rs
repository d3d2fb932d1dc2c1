//! Noise covariances and distances with noise against rsatoolbox.

use super::*;

fn labels(value: &Value) -> Labels {
    Labels::new(&places(value).into_iter().map(|label| label as i64).collect::<Vec<_>>()).unwrap()
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
