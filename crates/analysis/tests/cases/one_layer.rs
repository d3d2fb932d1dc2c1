//! Spectrum, intrinsic dimension and isotropy: against `scripts/golden/analysis/one_layer.py`, what must
//! hold whatever the numbers, and what is refused.

use crate::support::references::*;
use crate::support::*;
use inscape_analysis::*;

const NAMES: [&str; 10] = [
    "effective_rank",
    "stable_rank",
    "components_to_90",
    "spectrum_exponent_all",
    "spectrum_exponent_11_500",
    "intrinsic_dimension_two_nn",
    "intrinsic_dimension_mle_20",
    "mean_cosine_similarity",
    "isoscore",
    "partition_isotropy",
];

fn try_value(name: &str, x: &Activations) -> Result<f64> {
    summary(name, &wide(x), None)
}

#[track_caller]
fn value(name: &str, x: &Activations) -> f64 {
    try_value(name, x).unwrap()
}

/// Whether the card of `name` says that it is unchanged by something.
fn is_unchanged(name: &str, by: &str) -> bool {
    card_of(name).unwrap().unchanged_by.contains(&by)
}

#[test]
fn numbers_of_one_layer_agree_with_their_references() {
    let golden = serde_json::from_str(include_str!("../golden/one_layer.json")).unwrap();
    let worst = assert_summaries_agree(&golden, |_| 1e-8);
    assert_eq!(worst.len(), NAMES.len());
    for (name, error) in worst {
        println!("{name}: {error:.1e}");
    }
}

#[test]
fn each_number_keeps_to_the_invariances_on_its_card_and_to_no_others() {
    let x = change(&normal(1, 30, 14, 0.4, 0.0), |_, unit, v| v + 0.3 + 0.05 * unit as f64);
    let changed = [
        ("a rotation or reflection of the units", rotate(2, &x)),
        ("a positive factor on the layer", change(&x, |_, _, v| 3.5 * v)),
        ("a constant added to any unit", change(&x, |_, unit, v| v + 0.5 * unit as f64)),
        ("a reordering of the stimuli", permute(&x, &order(3, 30))),
        ("a positive factor on a stimulus's answers", change(&x, |i, _, v| v * (0.5 + 0.1 * i as f64))),
    ];
    for name in NAMES {
        let before = value(name, &x);
        for (by, changed) in &changed {
            let difference = (value(name, changed) - before).abs() / before.abs();
            // A factor on the whole layer is one on each stimulus too; what counts components may stay by luck.
            let is_implied = by.contains("on the layer")
                && is_unchanged(name, "a positive factor on a stimulus's answers")
                || name == "components_to_90";
            if is_unchanged(name, by) {
                // The changed answers are rounded to f32.
                assert!(difference < 1e-4, "{name} changes by {difference} under {by}");
            } else if !is_implied {
                assert!(difference > 1e-3, "{name} does not change under {by}, which its card leaves out");
            }
        }
    }
}

#[test]
fn answers_on_a_line_have_one_dimension() {
    let x = change(&normal(4, 12, 6, 1.0, 0.0), |i, unit, _| (i * i) as f64 * (1 + unit) as f64);
    for name in ["effective_rank", "stable_rank", "components_to_90"] {
        assert!((value(name, &x) - 1.0).abs() < 1e-9, "{name}");
    }
    assert_eq!(value("isoscore", &x), 0.0);
    assert_eq!(spectrum(&x).unwrap().rank(), 1);
}

#[test]
fn answers_spread_evenly_have_as_many_dimensions_as_units() {
    // A cross: each unit alone, up and down.
    let x = change(
        &normal(5, 10, 5, 1.0, 0.0),
        |i, unit, _| {
            if i / 2 == unit { 1.0 - 2.0 * (i % 2) as f64 } else { 0.0 }
        },
    );
    assert!((value("effective_rank", &x) - 5.0).abs() < 1e-12);
    assert!((value("stable_rank", &x) - 5.0).abs() < 1e-12);
    assert_eq!(value("components_to_90", &x), 5.0);
    assert!((value("isoscore", &x) - 1.0).abs() < 1e-12);
    assert!((value("partition_isotropy", &x) - 1.0).abs() < 1e-12);
    assert!((value("mean_cosine_similarity", &x) + 1.0 / 9.0).abs() < 1e-12);
    assert!(value("spectrum_exponent_all", &x).abs() < 1e-12);
}

#[test]
fn a_spectrum_that_is_a_power_law_gives_its_exponent_back() {
    // A cross whose arms are rank^(−α/2) long has variances ∝ rank^−α.
    for alpha in [0.5, 1.0, 2.0] {
        let x = change(&normal(6, 40, 20, 1.0, 0.0), |i, unit, _| {
            let arm = ((1 + unit) as f64).powf(-alpha / 2.0);
            if i / 2 == unit { arm - 2.0 * arm * (i % 2) as f64 } else { 0.0 }
        });
        assert!((value("spectrum_exponent_all", &x) - alpha).abs() < 1e-6);
        assert!((value("spectrum_exponent_11_500", &x) - alpha).abs() < 1e-5);
        assert!((spectrum(&x).unwrap().exponent(3, 9).unwrap() - alpha).abs() < 1e-5);
    }
}

#[test]
fn an_effective_rank_hardly_sees_the_rounding_of_a_layer_of_low_rank_to_f32() {
    let (left, right) = (normal(30, 20, 2, 1.0, 0.0), normal(31, 2, 15, 1.0, 0.0));
    let product = |i: usize, unit: usize| -> f64 {
        (0..2).map(|k| f64::from(left.row(i)[k]) * f64::from(right.row(k)[unit])).sum()
    };
    let data = (0..20 * 15).map(|place| product(place / 15, place % 15)).collect();
    let exact = spectrum(&Activations::new(data, 20, 15).unwrap()).unwrap();
    let rounded = spectrum(&change(&normal(32, 20, 15, 1.0, 0.0), |i, unit, _| product(i, unit))).unwrap();
    assert_eq!(exact.rank(), 2);
    assert!((exact.effective_rank() / rounded.effective_rank() - 1.0).abs() < 2e-5);
}

#[test]
fn a_spectrum_sums_to_the_variance_and_its_curve_rises_to_one() {
    let x = normal(7, 15, 6, 2.0, 3.0);
    let found = spectrum(&x).unwrap();
    let of_pca = pca(&x, 6).unwrap();
    assert_near(found.variances(), &of_pca.explained_variance, 1e-12);
    let curve = found.explained();
    assert!(curve.is_sorted() && (curve[5] - 1.0).abs() < 1e-12);
    let m = found.components_for(0.9).unwrap();
    assert!(curve[m - 1] >= 0.9 && (m == 1 || curve[m - 2] < 0.9));
    assert_eq!(found.components_for(1.0).unwrap(), 6);
}

#[test]
fn intrinsic_dimensions_of_a_curved_sheet_are_near_two_although_it_fills_five() {
    // A sheet of uniform points bent into five units.
    let x = change(&normal(8, 600, 5, 1.0, 0.0), |i, unit, _| {
        let (u, v) = (uniform(9, 2 * i as u64), uniform(9, 2 * i as u64 + 1));
        [u, v, (3.0 * u).sin(), (2.0 * v).cos(), u * v][unit]
    });
    assert!(spectrum(&x).unwrap().rank() == 5);
    for name in ["intrinsic_dimension_two_nn", "intrinsic_dimension_mle_20"] {
        let found = value(name, &x);
        assert!((1.7..2.3).contains(&found), "{name}: {found}");
    }
}

#[test]
fn two_nn_says_how_many_stimuli_it_dropped_and_discarded() {
    let x = normal(10, 20, 4, 1.0, 0.0);
    let x = change(&x, |i, unit, v| if i == 7 { f64::from(x.row(3)[unit]) } else { v });
    let found = two_nn(&x, 0.1).unwrap();
    assert_eq!((found.n_dropped, found.n_fitted, found.n_discarded), (2, 16, 2));
    let all = two_nn(&x, 0.0).unwrap();
    assert_eq!((all.n_fitted, all.n_discarded), (17, 1));
}

#[test]
fn too_few_stimuli_and_layers_without_variance_are_refused() {
    for name in NAMES {
        says(try_value(name, &normal(11, 1, 4, 1.0, 0.0)), &["at least", "there is 1"]);
        if !name.contains("cosine") && !name.contains("partition") {
            let flat = change(&normal(12, 5, 4, 1.0, 0.0), |_, unit, _| 0.1 * (1 + unit) as f64);
            assert!(try_value(name, &flat).is_err(), "{name}");
        }
    }
    says(try_value("effective_rank", &change(&normal(12, 5, 4, 1.0, 0.0), |_, _, _| 0.1)), &["no variance"]);
    says(
        try_value("partition_isotropy", &change(&normal(12, 5, 4, 1.0, 0.0), |_, _, _| 0.0)),
        &["answers 0"],
    );
}

#[test]
fn parameters_out_of_range_are_refused_with_the_range() {
    let x = normal(13, 9, 4, 1.0, 0.0);
    let of_x = spectrum(&x).unwrap();
    for share in [0.0, 1.1, f64::NAN] {
        says(of_x.components_for(share), &["share", "at most 1"]);
    }
    for (first, last) in [(0, 3), (3, 3), (2, 5)] {
        says(of_x.exponent(first, last), &["ranks", "at most 4"]);
    }
    says(try_value("spectrum_exponent_11_500", &x), &["rank 11", "there are 4"]);
    for discarded in [-0.1, 1.0, f64::NAN] {
        says(two_nn(&x, discarded), &["discarded part", "below 1"]);
    }
    for k in [0, 1, 9] {
        says(intrinsic_dimension_mle(&x, k), &["neighbours", "between 2 and 8"]);
    }
    says(isoscore(&normal(14, 9, 1, 1.0, 0.0)), &["single unit"]);
}

#[test]
fn same_answers_and_equal_distances_are_refused_by_intrinsic_dimensions() {
    let x = normal(15, 9, 4, 1.0, 0.0);
    let doubled = change(&x, |i, unit, v| if i == 6 { f64::from(x.row(2)[unit]) } else { v });
    says(try_value("intrinsic_dimension_mle_20", &doubled), &["stimuli 2 and 6", "same answers"]);
    let one_unit_each = change(&normal(16, 6, 6, 1.0, 0.0), |i, j, _| if i == j { 0.7 } else { 0.1 });
    says(try_value("intrinsic_dimension_mle_20", &one_unit_each), &["all as far"]);
    says(try_value("intrinsic_dimension_two_nn", &one_unit_each), &["as far as the first"]);
    let alike = change(&x, |_, unit, _| unit as f64);
    says(try_value("intrinsic_dimension_two_nn", &alike), &["0 of 9 stimuli"]);
}

#[test]
fn a_stimulus_without_direction_is_refused_and_named() {
    let x = change(&normal(17, 5, 4, 1.0, 0.0), |i, _, v| if i == 3 { 0.0 } else { v });
    says(mean_cosine_similarity(&x), &["stimulus 3", "no direction"]);
}

#[test]
fn huge_activations_give_numbers_and_no_infinity() {
    let x = normal(18, 9, 4, 1e15, 0.0);
    for name in NAMES.into_iter().filter(|&name| name != "spectrum_exponent_11_500") {
        assert!(value(name, &x).is_finite(), "{name}");
    }
}

#[test]
fn activations_at_the_ends_of_f64_give_numbers_or_refusals() {
    for power in [-280, -160, -100, 100, 160, 280] {
        let data = (0..54).map(|place| gauss(40, place) * 10f64.powi(power)).collect();
        let x = Activations::new(data, 9, 6).unwrap();
        for name in NAMES {
            let SummaryKind::Activations(measure) = find_summary(name).unwrap().kind else {
                panic!("{name}")
            };
            let found = measure(&x);
            if let Ok(found) = found {
                assert!(found.is_finite(), "{name}, 1e{power}: {found}");
            }
        }
        assert!(mean_cosine_similarity(&x).is_ok());
    }
}
