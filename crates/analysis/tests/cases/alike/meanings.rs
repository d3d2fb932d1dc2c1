//! What single measures say of layers whose likeness is known.

use inscape_analysis::*;

use super::laws::pair;
use super::moves::{layer, noise, related, value};
use crate::support::{gauss, uniform};

#[test]
fn soft_matching_of_equally_many_units_is_the_one_to_one_matching() {
    for seed in 0..6 {
        let (x, y) = (noise(100 + seed, 9, 8), noise(200 + seed, 9, 8));
        let matched = unit_matching(&x, &y, Matching::OneToOne).unwrap();
        let soft = soft_matching_correlation(&x, &y).unwrap();
        assert!((matched.mean_correlation() - soft).abs() < 1e-12);
        let mut partners: Vec<usize> = matched.pairs.iter().map(|pair| pair.second).collect();
        partners.sort_unstable();
        assert_eq!(partners, (0..8).collect::<Vec<_>>());
        // No unit does better with its partner than with the best of all.
        let best = unit_matching(&x, &y, Matching::Semi).unwrap();
        for (matched, best) in matched.pairs.iter().zip(&best.pairs) {
            assert_eq!(matched.first, best.first);
            assert!(matched.correlation <= best.correlation);
        }
    }
}

#[test]
fn a_matching_finds_the_units_again_and_leaves_constant_ones_out() {
    let x = noise(7, 10, 4);
    // Unit 1 of y is constant; the others are x's units 2, 0, 3, 1.
    let of = [2, 9, 0, 3, 1];
    let y = layer(10, 5, |i, j| if j == 1 { 0.1 } else { 2.0 * x.row(i)[of[j]] - 3.0 });
    for matching in [Matching::OneToOne, Matching::Semi] {
        let found = unit_matching(&x, &y, matching).unwrap();
        let pairs: Vec<_> = found.pairs.iter().map(|pair| (pair.first, pair.second)).collect();
        assert_eq!(pairs, [(0, 2), (1, 4), (2, 0), (3, 3)]);
        assert!((found.mean_correlation() - 1.0).abs() < 1e-14);
    }
}

#[test]
fn with_a_unit_less_than_stimuli_any_two_layers_correlate_canonically() {
    let (x, y) = (noise(8, 9, 8), noise(9, 9, 12));
    for name in ["cca_mean", "pwcca"] {
        assert!((value(name, &x, &y) - 1.0).abs() < 1e-9, "{name}");
        assert!((value(name, &noise(10, 9, 2), &y) - 1.0).abs() < 1e-9, "{name}");
    }
    assert!(value("shape_angular_whitened", &x, &y) < 1e-6);
    let all = cca(&x, &y).unwrap();
    assert_eq!((all.correlations.len(), all.ranks), (8, (8, 8)));
}

#[test]
fn svcca_keeps_the_components_that_it_is_asked_for() {
    // Three independent units of variance 100, 1 and 0.01.
    let x = layer(400, 3, |i, j| gauss(11, (i * 3 + j) as u64) * 10f64.powi(1 - j as i32));
    for (kept, n) in [(0.5, 1), (0.98, 1), (0.999, 2), (1.0, 3)] {
        assert_eq!(svcca(&x, &x, kept).unwrap().ranks, (n, n), "{kept}");
    }
}

#[test]
fn a_wide_kernel_gives_linear_cka() {
    let (x, y) = pair();
    for (hsic, linear) in [(Hsic::Biased, Cka::LinearBiased), (Hsic::Debiased, Cka::LinearDebiased)] {
        let (wide, linear) = (cka_rbf(&x, &y, 100.0, hsic).unwrap(), cka(&x, &y, linear).unwrap());
        assert!((wide - linear).abs() < 1e-4, "{wide} {linear}");
    }
    assert!((value("cka_rbf_median_biased", &x, &y) - value("cka_linear_biased", &x, &y)).abs() > 1e-3);
}

#[test]
fn unrelated_layers_have_the_likeness_of_chance() {
    let runs = 30;
    let (mut debiased, mut neighbours, mut explained) = (0.0, 0.0, 0.0);
    for run in 0..runs {
        let (x, y) = (noise(400 + run, 31, 5), noise(500 + run, 31, 6));
        debiased += value("cka_rbf_median_debiased", &x, &y) / runs as f64;
        neighbours += value("mutual_knn_10_euclidean", &x, &y) / runs as f64;
        explained += value("linear_predictivity_5_fold", &x, &y) / runs as f64;
    }
    assert!(debiased.abs() < 0.03, "{debiased}");
    assert!((neighbours - 10.0 / 30.0).abs() < 0.02, "{neighbours}");
    assert!((-0.6..-0.1).contains(&explained), "{explained}");
}

#[test]
fn of_equally_near_neighbours_the_first_ones_count() {
    // On a line, at 0, ±1 and so on: each stimulus has two that are equally near.
    let x = layer(5, 1, |i, _| i as f64 - 2.0);
    let y = layer(5, 1, |i, _| [0.0, 1.0, 9.0, 20.0, 21.0][i]);
    // x: 1, 0, 1, 2, 3; y: 1, 0, 1, 4, 3.
    assert_eq!(mutual_knn(&x, &y, 1, Distance::Euclidean).unwrap(), 4.0 / 5.0);
}

#[test]
fn a_linear_map_is_predicted_wholly_and_each_unit_has_its_r2() {
    let x = noise(12, 30, 4);
    let noisy = related(13, &x, 3, 0.0);
    let y = layer(30, 3, |i, j| match j {
        0 => noisy.row(i)[0] + 5.0,
        1 => 0.7,
        _ => gauss(14, i as u64),
    });
    let found = linear_predictivity(&x, &y, 6, 3).unwrap();
    let [Some(linear), None, Some(unrelated)] = found.r2[..] else { panic!("{:?}", found.r2) };
    assert!((linear - 1.0).abs() < 1e-12 && unrelated < 0.4, "{linear} {unrelated}");
    assert_eq!(found.mean, (linear + unrelated) / 2.0);
    assert_ne!(found, linear_predictivity(&x, &y, 6, 4).unwrap());
}

#[test]
fn a_sparse_map_is_found_with_the_units_it_is_made_of() {
    let x = noise(15, 60, 10);
    let y = layer(60, 3, |i, j| match j {
        0 => 4.0 * x.row(i)[7],
        1 => x.row(i)[2] - x.row(i)[5],
        _ => 0.25,
    });
    let found = sparse_predictivity(&x, &y, 0.2, 5, 0).unwrap();
    assert_eq!(found.units_used[2], 0);
    assert_eq!(found.r2[2], None);
    assert_eq!(found.units_used[0], 1);
    assert!((2..=3).contains(&found.units_used[1]), "{:?}", found.units_used);
    // A single predictor is shrunk by the penalty: 1 − 0.2² is left.
    assert!((found.r2[0].unwrap() - 0.96).abs() < 0.02, "{:?}", found.r2);
}

#[test]
fn a_relative_representation_holds_cosines_to_the_anchors() {
    let x = noise(16, 6, 4);
    let found = relative_representation(&x, &[4, 0]).unwrap();
    assert_eq!((found.n_stimuli(), found.n_units()), (6, 2));
    let cosines = rdm(&x, Distance::Cosine).unwrap();
    for i in 0..6 {
        assert!((found.row(i)[0] - (1.0 - cosines.get(i, 4))).abs() < 1e-14);
        assert!((found.row(i)[1] - (1.0 - cosines.get(i, 0))).abs() < 1e-14);
    }
}

#[test]
fn layers_that_follow_the_classes_are_like_the_rdm_of_labels() {
    let numbers: Vec<i64> = (0..12).map(|i| [10, -4, 7][i % 3]).collect();
    let labels = Labels::new(&numbers).unwrap();
    let model = label_rdm(&labels).unwrap();
    // One unit a class, and a little of its own for each stimulus.
    let x = layer(12, 3, |i, j| f64::from(i % 3 == j) + 0.01 * uniform(17, (i * 3 + j) as u64));
    let of_x = rdm(&x, Distance::Euclidean).unwrap();
    assert!(compare_rdms(&of_x, &model, RdmComparison::Pearson).unwrap() > 0.99);
    let of_noise = rdm(&noise(18, 12, 3), Distance::Euclidean).unwrap();
    assert!(compare_rdms(&of_noise, &model, RdmComparison::Pearson).unwrap() < 0.5);
}
