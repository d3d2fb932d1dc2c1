//! Inputs on which a likeness is undefined are refused with a sentence that says why.

use crate::support::says;
use inscape_analysis::*;

use super::moves::{Layer, layer, noise};

fn by_name(name: &str, x: &Layer, y: &Layer) -> Result<f64> {
    compare(find_measure(name).unwrap(), &x.clone().into(), &y.clone().into())
}

/// 0.1 is no binary fraction: a plain mean would not give it back.
fn dead(n_stimuli: usize, n_units: usize) -> Layer {
    layer(n_stimuli, n_units, |_, unit| 0.1 * (unit + 1) as f64)
}

#[test]
fn layers_of_different_stimuli_are_not_compared() {
    for measure in measures().filter(|measure| measure.takes() == Takes::Activations) {
        let refused = by_name(measure.name, &noise(1, 13, 3), &noise(2, 14, 3));
        says(refused, &["first input has 13 stimuli", "second 14"]);
    }
}

#[test]
fn too_few_stimuli_are_refused_with_how_many_are_needed() {
    for (name, needs) in [
        ("unit_matching_one_to_one", 3),
        ("unit_matching_semi", 3),
        ("soft_matching_distance", 3),
        ("soft_matching_correlation", 3),
        ("procrustes_orthogonal_distance", 2),
        ("procrustes_orthogonal_distance_normalised", 2),
        ("shape_angular", 2),
        ("shape_angular_whitened", 2),
        ("cca_mean", 3),
        ("svcca_99", 3),
        ("pwcca", 3),
        ("cka_rbf_median_biased", 2),
        ("cka_rbf_median_debiased", 4),
        ("mutual_knn_10_cosine", 12),
        ("mutual_knn_10_euclidean", 12),
        ("linear_predictivity_5_fold", 5),
        ("sparse_predictivity_tenth_5_fold", 5),
        ("relative_cosine_all_anchors", 2),
    ] {
        let (x, y) = (noise(3, needs - 1, 2), noise(4, needs - 1, 2));
        says(by_name(name, &x, &y), &[&format!("at least {needs} stimuli")]);
        let (x, y) = (noise(3, needs, 2), noise(4, needs, 2));
        assert!(by_name(name, &x, &y).is_ok(), "{name}: {:?}", by_name(name, &x, &y));
    }
}

#[test]
fn a_dead_layer_is_refused_where_answers_are_centred() {
    let x = noise(5, 12, 4);
    for name in [
        "unit_matching_one_to_one",
        "unit_matching_semi",
        "soft_matching_correlation",
        "procrustes_orthogonal_distance",
        "procrustes_orthogonal_distance_normalised",
        "shape_angular",
        "shape_angular_whitened",
        "cca_mean",
        "svcca_99",
        "pwcca",
        "linear_predictivity_5_fold",
        "sparse_predictivity_tenth_5_fold",
    ] {
        says(by_name(name, &x, &dead(12, 3)), &["second input", "dead layer"]);
        says(by_name(name, &dead(12, 3), &x), &["first input", "dead layer"]);
    }
    assert!(by_name("soft_matching_distance", &x, &dead(12, 3)).is_ok());
}

#[test]
fn answers_too_large_for_f64_are_refused_and_never_become_infinite() {
    let huge = |sign: f64| layer(12, 4, |i, j| if (i + j) % 2 == 0 { 1e308 } else { sign * 1e308 });
    says(by_name("procrustes_orthogonal_distance", &huge(0.5), &noise(6, 12, 4)), &["f64's range"]);
    says(by_name("cca_mean", &huge(-1.0), &noise(6, 12, 4)), &["first input", "too large or too small"]);
    says(by_name("soft_matching_distance", &huge(-1.0), &noise(6, 12, 4)), &["f64's range"]);
    for measure in measures().filter(|measure| measure.takes() == Takes::Activations) {
        for x in [huge(-1.0), huge(0.5), layer(12, 4, |i, j| 1e-308 * (i * j) as f64)] {
            if let Ok(found) = by_name(measure.name, &x, &noise(7, 12, 4)) {
                assert!(found.is_finite(), "{}", measure.name);
            }
        }
    }
}

#[test]
fn parameters_out_of_their_range_are_refused_with_the_range() {
    let x = noise(8, 12, 4);
    for kept in [0.0, 1.5, f64::NAN] {
        says(svcca(&x, &x, kept), &["SVCCA", "more than 0 and at most 1", &kept.to_string()]);
    }
    for fraction in [0.0, -1.0, f64::INFINITY, f64::NAN] {
        says(cka_rbf(&x, &x, fraction, Hsic::Biased), &["fraction of the median distance", "more than 0"]);
    }
    says(mutual_knn(&x, &x, 0, Distance::Cosine), &["at least 1", "it is 0"]);
    says(mutual_knn(&x, &x, 11, Distance::Cosine), &["at least 13 stimuli", "are 12"]);
    says(mutual_knn(&x, &x, usize::MAX, Distance::Cosine), &["are 12"]);
    says(linear_predictivity(&x, &x, 1, 0), &["folds", "at least 2"]);
    says(linear_predictivity(&x, &x, 13, 0), &["at least 13 stimuli"]);
    assert!(linear_predictivity(&x, &x, 12, 0).is_ok());
    for penalty in [0.0, 1.0, f64::NAN] {
        says(sparse_predictivity(&x, &x, penalty, 5, 0), &["penalty", "less than 1"]);
    }
}

#[test]
fn a_kernel_without_a_width_is_refused() {
    let clusters = layer(12, 2, |i, _| f64::from(i == 3));
    let x = noise(9, 12, 3);
    for hsic in [Hsic::Biased, Hsic::Debiased] {
        says(cka_rbf(&x, &clusters, 1.0, hsic), &["second input", "median distance is 0"]);
        says(cka_rbf(&dead(12, 3), &x, 1.0, hsic), &["first input", "median distance is 0"]);
    }
    let corners = layer(6, 6, |i, j| f64::from(i == j));
    says(cka_rbf(&corners, &corners, 1.0, Hsic::Debiased), &["cka_rbf_debiased", "equally far apart"]);
    says(cka_rbf(&x, &x, 1e20, Hsic::Biased), &["cka_rbf_biased", "nothing is left"]);
}

#[test]
fn stimuli_and_layers_without_a_direction_are_refused() {
    let x = noise(10, 12, 3);
    let silent = layer(12, 3, |i, _| if i == 4 { 0.0 } else { 1.0 + i as f64 });
    says(by_name("mutual_knn_10_cosine", &x, &silent), &["stimulus 4"]);
    says(by_name("relative_cosine_all_anchors", &x, &silent), &["stimulus 4"]);
    let zero = layer(12, 3, |_, _| 0.0);
    says(by_name("kernel_alignment_linear", &x, &zero), &["second input", "all units answer 0"]);
    assert_eq!(soft_matching_distance(&zero, &zero).unwrap(), 0.0);
}

#[test]
fn anchors_must_be_stimuli_and_there_must_be_some() {
    let x = noise(11, 5, 3);
    says(relative_representation(&x, &[]), &["there are none"]);
    says(relative_representation(&x, &[0, 5]), &["anchor 5", "5 stimuli"]);
    let corners = layer(3, 3, |i, j| f64::from(i == j));
    says(relative_cosine(&noise(12, 3, 3), &corners, &[1]), &["stimulus 0", "second input", "right angles"]);
}

#[test]
fn the_rdm_of_a_single_label_is_refused() {
    says(label_rdm(&Labels::new(&[3]).unwrap()), &["at least 2 stimuli"]);
}
