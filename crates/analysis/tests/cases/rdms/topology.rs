//! Transforms, geodesics and barcodes against rsatoolbox, SciPy and ripser.

use super::*;

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
