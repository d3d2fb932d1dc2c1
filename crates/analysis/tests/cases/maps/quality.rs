//! What must hold of the quality of a map, and what is written on cards.

use super::*;

#[test]
fn a_perfect_map_has_perfect_quality_and_a_random_one_that_of_chance() {
    let x = normal(19, 60, 2, 1.0, 0.0);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let perfect = map_quality(&distances, &map(&distances, |d| 30.0 * d), 7).unwrap();
    assert_eq!([perfect.trustworthiness, perfect.continuity, perfect.shepard_spearman], [1.0; 3]);
    assert!(perfect.shepard_pearson > 1.0 - 1e-12 && perfect.scaled_stress < 1e-7, "{perfect:?}");
    let random = rdm(&normal(20, 60, 2, 1.0, 0.0), Distance::Euclidean).unwrap();
    let chance = map_quality(&distances, &random, 7).unwrap();
    assert!((chance.trustworthiness - 0.5).abs() < 0.1, "{chance:?}");
    assert!((chance.continuity - 0.5).abs() < 0.1 && chance.shepard_spearman.abs() < 0.2, "{chance:?}");
    assert!(chance.scaled_stress > 0.2 && chance.scaled_stress < 1.0);
}

#[test]
fn the_quality_of_a_map_does_not_change_with_order_and_rising_functions() {
    let x = planted(21, 30, 3, 6, 1.0);
    let on_map = rdm(&normal(22, 30, 2, 1.0, 0.0), Distance::Euclidean).unwrap();
    let order = order(23, 30);
    let before = map_quality(&x, &on_map, 5).unwrap();
    let moved = map_quality(&permuted(&x, &order), &permuted(&on_map, &order), 5).unwrap();
    let risen = map_quality(&map(&x, |d| d.powi(3)), &map(&on_map, f64::sqrt), 5).unwrap();
    for after in [moved, risen] {
        assert!((after.trustworthiness - before.trustworthiness).abs() < 1e-14);
        assert!((after.continuity - before.continuity).abs() < 1e-14);
        assert!((after.shepard_spearman - before.shepard_spearman).abs() < 1e-12);
    }
    assert!((moved.scaled_stress - before.scaled_stress).abs() < 1e-12);
    for (a, b) in [(9.0, 1.0), (1.0, 0.1)] {
        let scaled = scaled_stress(&map(&x, |d| a * d), &map(&on_map, |d| b * d)).unwrap();
        assert!((scaled - before.scaled_stress).abs() < 1e-12);
    }
}

#[test]
fn every_map_grouping_and_quality_has_a_card() {
    let names = ["k_means", "spectral_embedding", "spectral_clustering", "adjusted_rand_index"];
    let more = [
        "adjusted_mutual_information",
        "classical_mds",
        "tsne",
        "umap",
        "trustworthiness",
        "continuity",
        "scaled_stress",
    ];
    let listed = LINKAGES.iter().map(|line| (line.name, line.about));
    for (name, about) in listed.chain(MDS_KINDS.iter().map(|line| (line.name, line.about))) {
        assert!(card_of(name).is_ok() && about.ends_with('.') && about.contains("takes"), "{name}");
    }
    for name in names.into_iter().chain(more) {
        let card = card_of(name).unwrap();
        let texts = [card.title, card.formula, card.source, card.range, card.fails];
        assert!(texts.iter().all(|text| !text.is_empty()) && card.fails.ends_with('.'), "{name}");
    }
}
