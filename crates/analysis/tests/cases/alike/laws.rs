//! What must hold whatever the numbers.

use inscape_analysis::*;

use super::moves::{Layer, changed, layer, noise, related, value};

const NAMES: &[&str] = &[
    "unit_matching_one_to_one",
    "unit_matching_semi",
    "soft_matching_distance",
    "soft_matching_correlation",
    "procrustes_orthogonal_distance",
    "procrustes_orthogonal_distance_normalised",
    "shape_angular",
    "shape_angular_whitened",
    "cca_mean",
    "svcca_99",
    "pwcca",
    "cka_rbf_median_biased",
    "cka_rbf_median_debiased",
    "kernel_alignment_linear",
    "mutual_knn_10_cosine",
    "mutual_knn_10_euclidean",
    "linear_predictivity_5_fold",
    "sparse_predictivity_tenth_5_fold",
    "relative_cosine_all_anchors",
];

/// Measures whose number depends on which layer comes first.
const NOT_SYMMETRIC: &[&str] =
    &["unit_matching_semi", "pwcca", "linear_predictivity_5_fold", "sparse_predictivity_tenth_5_fold"];

/// Two layers with something in common, of different widths and with means other than 0.
pub fn pair() -> (Layer, Layer) {
    let x = noise(1, 24, 5);
    let x = layer(24, 5, |i, j| x.row(i)[j] * (1.0 + j as f64) + 0.5 * j as f64);
    let y = related(2, &x, 7, 2.0);
    (x, y)
}

#[test]
fn a_layer_is_wholly_like_itself() {
    for x in [pair().0, noise(3, 12, 20)] {
        for &name in NAMES {
            let found = value(name, &x, &x);
            match (name, card_of(name).unwrap().direction) {
                // Nothing is promised with more units than stimuli.
                ("linear_predictivity_5_fold", _) if x.n_units() >= x.n_stimuli() => {}
                // The penalty shrinks.
                ("sparse_predictivity_tenth_5_fold", _) => assert!(found < 0.9999, "{found}"),
                (_, Direction::Distance) => assert!(found.abs() < 1e-13 * 24.0, "{name}: {found}"),
                (_, _) => assert!((found - 1.0).abs() < 1e-12, "{name}: {found}"),
            }
        }
    }
    let x = pair().0;
    assert!(value("sparse_predictivity_tenth_5_fold", &x, &x) > 0.97);
}

#[test]
fn the_order_of_the_layers_matters_only_where_a_card_says_so() {
    let (x, y) = pair();
    for &name in NAMES {
        let (xy, yx) = (value(name, &x, &y), value(name, &y, &x));
        let card = card_of(name).unwrap();
        if NOT_SYMMETRIC.contains(&name) {
            assert!((xy - yx).abs() > 1e-4, "{name}: {xy} {yx}");
            assert!(card.fails.contains("not symmetric"), "{name}");
        } else {
            assert!((xy - yx).abs() < 1e-12 * xy.abs().max(1.0), "{name}: {xy} {yx}");
        }
    }
}

#[test]
fn every_invariance_on_a_card_holds() {
    let (x, y) = pair();
    for &name in NAMES {
        let before = value(name, &x, &y);
        let card = card_of(name).unwrap();
        assert!(card.unchanged_by.len() >= 3, "{name}");
        for change in card.unchanged_by {
            let (moved_x, moved_y) = changed(change, &x, &y);
            let after = value(name, &moved_x, &moved_y);
            assert!(
                (after - before).abs() < 1e-9 * before.abs().max(1.0),
                "{name}, {change}: {before} {after}"
            );
        }
    }
}

#[test]
fn what_no_card_promises_does_change_the_number() {
    let (x, y) = pair();
    for (name, change) in [
        ("unit_matching_one_to_one", "a rotation or reflection of either layer's units"),
        ("unit_matching_one_to_one", "a copy of every unit of a layer beside it"),
        ("unit_matching_semi", "a rotation or reflection of the second layer's units"),
        ("soft_matching_distance", "a constant added to any unit"),
        ("soft_matching_correlation", "a rotation or reflection of either layer's units"),
        ("procrustes_orthogonal_distance", "a positive factor on either layer"),
        ("procrustes_orthogonal_distance_normalised", "an invertible linear map of either layer's units"),
        ("shape_angular", "a positive factor on any unit"),
        ("shape_angular_whitened", "another reordering of the stimuli of each"),
        ("cca_mean", "another reordering of the stimuli of each"),
        ("svcca_99", "a positive factor on a stimulus's answers"),
        ("pwcca", "an invertible linear map of the first layer's units"),
        ("cka_rbf_median_biased", "a positive factor on any unit"),
        ("cka_rbf_median_debiased", "another reordering of the stimuli of each"),
        ("kernel_alignment_linear", "a constant added to any unit"),
        ("mutual_knn_10_cosine", "a constant added to any unit"),
        ("mutual_knn_10_euclidean", "a positive factor on a stimulus's answers"),
        ("linear_predictivity_5_fold", "a rotation or reflection of the second layer's units"),
        ("linear_predictivity_5_fold", "the same reordering of the stimuli of both"),
        ("sparse_predictivity_tenth_5_fold", "a rotation or reflection of the first layer's units"),
        ("relative_cosine_all_anchors", "a constant added to any unit"),
    ] {
        let (moved_x, moved_y) = changed(change, &x, &y);
        let (before, after) = (value(name, &x, &y), value(name, &moved_x, &moved_y));
        assert!((after - before).abs() > 1e-4, "{name}, {change}: {before} {after}");
    }
}

#[test]
fn scales_at_the_ends_of_f64s_range_change_nothing() {
    let (x, y) = pair();
    for name in
        ["unit_matching_one_to_one", "shape_angular", "cca_mean", "pwcca", "linear_predictivity_5_fold"]
    {
        for power in [-700, 700] {
            let scaled = layer(24, 5, |i, j| x.row(i)[j] * 2f64.powi(power));
            let (before, after) = (value(name, &x, &y), value(name, &scaled, &y));
            assert!((before - after).abs() < 1e-12, "{name} {power}: {before} {after}");
        }
    }
}

#[test]
fn distances_obey_the_triangle_inequality() {
    let distances = [
        "soft_matching_distance",
        "procrustes_orthogonal_distance",
        "procrustes_orthogonal_distance_normalised",
        "shape_angular",
        "shape_angular_whitened",
    ];
    for seed in 0..8 {
        let layers = [3, 4, 6].map(|units| noise(300 + 10 * seed + units as u64, 9, units));
        for name in distances {
            let [ab, bc, ac] =
                [(0, 1), (1, 2), (0, 2)].map(|(i, j): (usize, usize)| value(name, &layers[i], &layers[j]));
            assert!(ac <= ab + bc && ab <= ac + bc && bc <= ab + ac, "{name}: {ab} {bc} {ac}");
            assert!(ab > 0.0, "{name}");
        }
    }
}
