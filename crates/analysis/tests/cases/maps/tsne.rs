//! What must hold of t-SNE.

use super::*;

#[test]
fn tsne_keeps_planted_groups_apart_and_its_divergence_falls() {
    let distances = planted(10, 60, 4, 10, 5.0);
    for start in [MapStart::Classical, MapStart::Random { seed: 1 }] {
        let settings = TsneSettings { n_steps: 400, start, ..TsneSettings::new(10.0) };
        let mut tsne = Tsne::new(&distances, settings).unwrap();
        let before = tsne.kl_divergence();
        tsne.run();
        assert!(tsne.kl_divergence() < 0.5 * before, "{} {before}", tsne.kl_divergence());
        assert_eq!((tsne.n_done(), tsne.shape()), (400, (60, 2)));
        assert_groups(tsne.coordinates(), &distances);
    }
}

#[test]
fn tsne_of_many_is_exact_when_all_are_near_and_nothing_is_grouped() {
    let x = normal(30, 14, 3, 1.0, 0.0);
    let start: Vec<f64> = (0..28).map(|i| gauss(31, i / 4 * 4 + i % 2)).collect();
    let settings = TsneSettings { n_steps: 15, start: MapStart::Given(start), ..TsneSettings::new(5.0) };
    let mut exact = Tsne::new(&rdm(&x, Distance::Euclidean).unwrap(), settings.clone()).unwrap();
    let mut many = Tsne::of_many(&x, settings, 0.0).unwrap();
    (0..15).for_each(|_| {
        exact.step();
        many.step();
        assert_near(many.coordinates(), exact.coordinates(), 1e-6);
        assert_close("divergence", many.kl_divergence(), exact.kl_divergence(), 1e-6, 1e-9);
    });
}

#[test]
fn tsne_of_many_keeps_planted_groups_apart_about_as_well_as_the_exact_one() {
    let x = change(&normal(32, 240, 10, 1.0, 0.0), |i, unit, v| {
        v + 5.0 * gauss(33, ((i % 4) * 10 + unit) as u64)
    });
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let settings = TsneSettings { n_steps: 400, ..TsneSettings::new(15.0) };
    let mut exact = Tsne::new(&distances, settings.clone()).unwrap();
    exact.run();
    for start in [MapStart::Classical, MapStart::Random { seed: 2 }] {
        let mut many = Tsne::of_many(&x, TsneSettings { start, ..settings.clone() }, 0.5).unwrap();
        many.run();
        assert_groups(many.coordinates(), &distances);
        let (found, expected) = (many.kl_divergence(), exact.kl_divergence());
        assert!((found - expected).abs() < 0.1 * expected, "{found} {expected}");
    }
}

#[test]
fn a_tsne_gradient_is_the_slope_of_its_divergence() {
    let distances = planted(11, 12, 3, 4, 1.0);
    for n_components in [1, 2, 3] {
        let start: Vec<f64> = (0..12 * n_components as u64).map(|i| gauss(12, i)).collect();
        let kl = |start: Vec<f64>, n_steps: usize, rate: f64| {
            let settings = TsneSettings {
                n_components,
                n_early: 0,
                n_steps,
                learning_rate: Some(rate),
                start: MapStart::Given(start),
                ..TsneSettings::new(3.0)
            };
            let mut tsne = Tsne::new(&distances, settings).unwrap();
            tsne.run();
            (tsne.kl_divergence(), tsne.coordinates().to_vec())
        };
        // The first step is −rate · 0.8 · gradient: the gain shrinks once.
        let (_, moved) = kl(start.clone(), 1, 1.0);
        for place in [0, 5, 12 * n_components - 1] {
            let slope = (start[place] - moved[place]) / 0.8;
            let nudged = |by: f64| {
                let mut there = start.clone();
                there[place] += by;
                kl(there, 0, 1.0).0
            };
            let expected = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
            assert!(
                (slope - expected).abs() < 1e-6 + 1e-5 * expected.abs(),
                "{n_components}: {slope} {expected}"
            );
        }
    }
}

#[test]
fn tsne_takes_the_same_first_steps_in_another_order() {
    let distances = planted(13, 30, 3, 6, 3.0);
    let order = order(14, 30);
    let start: Vec<f64> = (0..60).map(|i| 1e-2 * gauss(15, i)).collect();
    let walk = |rdm: &Rdm, start: Vec<f64>| {
        let settings = TsneSettings { n_steps: 15, start: MapStart::Given(start), ..TsneSettings::new(5.0) };
        let mut tsne = Tsne::new(rdm, settings).unwrap();
        tsne.run();
        tsne.coordinates().to_vec()
    };
    let before = walk(&distances, start.clone());
    assert_eq!(walk(&distances, start.clone()), before);
    assert_near(&walk(&permuted(&distances, &order), rows(&start, &order)), &rows(&before, &order), 1e-6);
}
