//! Comparisons, on all and on chosen stimuli, and noise ceilings, against rsatoolbox.

use super::*;

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
