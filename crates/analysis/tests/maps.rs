//! Maps of stimuli: against scikit-learn and umap-learn (`scripts/golden/analysis/maps.py`), what must hold
//! whatever the numbers, and what is refused.
#![allow(clippy::unwrap_used)]

mod support;

use inscape_analysis::*;
use serde_json::Value;
use support::*;

fn golden() -> Value {
    serde_json::from_str(include_str!("golden/maps.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn layer(value: &Value) -> Activations<f64> {
    Activations::new(numbers(&value["data"]), count(&value["n_stimuli"]), count(&value["n_units"])).unwrap()
}

/// Euclidean distances summed unit by unit, as SciPy's.
fn plain_rdm(x: &Activations<f64>) -> Rdm {
    let distance = |i: usize, j: usize| {
        x.row(i).iter().zip(x.row(j)).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    };
    let n = x.n_stimuli();
    let upper = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).map(|(i, j)| distance(i, j));
    Rdm::from_upper(upper.collect(), n).unwrap()
}

/// The Euclidean RDM of a map's coordinates.
fn rdm_of(coordinates: &[f64], n_stimuli: usize) -> Rdm {
    let k = coordinates.len() / n_stimuli;
    plain_rdm(&Activations::new(coordinates.to_vec(), n_stimuli, k).unwrap())
}

/// The Euclidean RDM of `n_groups` groups of normal stimuli, `apart` standard deviations apart.
fn planted(seed: u64, n_stimuli: usize, n_groups: usize, n_units: usize, apart: f64) -> Rdm {
    let x = change(&normal(seed, n_stimuli, n_units, 1.0, 0.0), |i, unit, v| {
        v + apart * gauss(seed + 1, ((i % n_groups) * n_units + unit) as u64)
    });
    rdm(&x, Distance::Euclidean).unwrap()
}

fn map(rdm: &Rdm, change: impl Fn(f64) -> f64) -> Rdm {
    Rdm::from_upper(rdm.upper().iter().map(|&d| change(d)).collect(), rdm.n_stimuli()).unwrap()
}

fn permuted(rdm: &Rdm, order: &[usize]) -> Rdm {
    let n = order.len();
    let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
    Rdm::from_upper(pairs.map(|(i, j)| rdm.get(order[i], order[j])).collect(), n).unwrap()
}

/// The same rows in another order.
fn rows(coordinates: &[f64], order: &[usize]) -> Vec<f64> {
    order.iter().flat_map(|&i| coordinates[2 * i..2 * i + 2].to_vec()).collect()
}

fn for_each_layer(check: impl Fn(&str, &Rdm, &Value)) {
    let golden = golden();
    let layers = golden["layers"].as_array().unwrap();
    assert!(layers.len() >= 20);
    for case in layers {
        check(case["name"].as_str().unwrap(), &plain_rdm(&layer(case)), case);
    }
}

#[track_caller]
fn assert_close(what: &str, found: f64, expected: f64, relative: f64, floor: f64) {
    let allowed = relative * expected.abs() + floor;
    assert!((found - expected).abs() <= allowed, "{what}: found {found}, the reference says {expected}");
}

#[test]
fn classical_maps_are_scikit_learns_up_to_signs() {
    for_each_layer(|name, rdm, case| {
        let found = classical_mds(rdm, 2).unwrap();
        let expected = numbers(&case["classical"]["eigenvalues"]);
        for (found, expected_one) in found.eigenvalues.iter().zip(&expected) {
            assert_close(name, *found, *expected_one, 1e-10, 1e-12 * expected[0]);
        }
        assert_eq!(found.negative_part, 0.0, "{name}");
        if case["classical"]["coordinates"].is_null() {
            return;
        }
        let reference = numbers(&case["classical"]["coordinates"]);
        for column in 0..2 {
            let of = |all: &[f64]| all.iter().skip(column).step_by(2).copied().collect::<Vec<_>>();
            let (found, reference) = (of(&found.coordinates), of(&reference));
            let along: f64 = found.iter().zip(&reference).map(|(a, b)| a * b).sum();
            assert_near(&found, &reference.iter().map(|v| v * along.signum()).collect::<Vec<_>>(), 1e-8);
        }
    });
}

#[test]
fn smacof_is_scikit_learns_from_the_same_start() {
    for_each_layer(|name, rdm, case| {
        for line in MDS_KINDS {
            let Some(expected) = case[line.name].as_array() else {
                assert!(rdm.upper().contains(&0.0), "{name}");
                continue;
            };
            for expected in expected {
                let settings = SmacofSettings {
                    start: MapStart::Given(numbers(&case["start"])),
                    max_iterations: count(&expected["max_iterations"]),
                    ..SmacofSettings::new(line.variant)
                };
                let what = format!("{} of {name}, {} steps", line.name, settings.max_iterations);
                let found = smacof(rdm, &settings).unwrap();
                assert_eq!(found.n_iterations, count(&expected["n_iterations"]), "{what}");
                // scikit-learn's distances of points that lie close keep fewer digits.
                assert_near(&found.coordinates, &numbers(&expected["coordinates"]), 1e-4);
                let floor = 1e-10 * rdm.upper().iter().map(|d| d * d).sum::<f64>();
                assert_close(&what, found.raw_stress, expected["raw"].as_f64().unwrap(), 1e-6, floor);
                assert_close(&what, found.stress_1, expected["stress_1"].as_f64().unwrap(), 1e-6, 1e-6);
            }
        }
    });
}

#[test]
fn joint_probabilities_are_scikit_learns_and_sum_to_one() {
    for_each_layer(|name, rdm, case| {
        let perplexity = case["tsne"]["perplexity"].as_f64().unwrap();
        let found = joint_probabilities(rdm, perplexity).unwrap();
        assert!((2.0 * found.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{name}");
        for (found, expected) in found.iter().zip(numbers(&case["tsne"]["joint"])) {
            // scikit-learn rounds squared distances to f32.
            assert_close(name, *found, expected, 2e-5, 1e-9);
            assert!((found - expected).abs() < 1e-6);
        }
    });
}

#[test]
fn tsne_goes_scikit_learns_way() {
    for_each_layer(|name, rdm, case| {
        let settings = TsneSettings {
            start: MapStart::Given(numbers(&case["start"]).iter().map(|v| 1e-2 * v).collect()),
            learning_rate: case["tsne"]["learning_rate"].as_f64(),
            ..TsneSettings::new(case["tsne"]["perplexity"].as_f64().unwrap())
        };
        for expected in case["tsne"]["maps"].as_array().unwrap() {
            let n_steps = count(&expected["n_steps"]);
            let n_early = n_steps.min(250);
            let early_exaggeration = expected["early_exaggeration"].as_f64().unwrap();
            let settings = TsneSettings { n_early, n_steps, early_exaggeration, ..settings.clone() };
            let mut found = Tsne::new(rdm, settings).unwrap();
            found.run();
            assert_eq!(found.n_done(), n_steps, "{name}");
            let kl = expected["kl"].as_f64().unwrap();
            assert_close(&format!("{name}, {n_steps} steps"), found.kl_divergence(), kl, 1e-3, 1e-3);
            if !expected["coordinates"].is_null() {
                assert_near(found.coordinates(), &numbers(&expected["coordinates"]), 1e-3);
            }
        }
    });
}

#[test]
fn fuzzy_graphs_are_umap_learns() {
    for_each_layer(|name, rdm, case| {
        let n = rdm.n_stimuli();
        let graph = fuzzy_graph(rdm, count(&case["umap"]["n_neighbours"])).unwrap();
        let mut found = vec![0.0; n * n];
        graph.edges.iter().for_each(|edge| found[edge.from * n + edge.to] = edge.weight);
        let upper = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        for ((i, j), expected) in upper.zip(numbers(&case["umap"]["graph"])) {
            assert_eq!(found[i * n + j], found[j * n + i]);
            assert_close(&format!("{name} ({i}, {j})"), found[i * n + j], expected, 0.0, 1e-5);
        }
    });
}

#[test]
fn umaps_curves_are_umap_learns() {
    for case in golden()["curves"].as_array().unwrap() {
        let value = |key: &str| case[key].as_f64().unwrap();
        let curve = umap_curve(value("min_distance"), value("spread")).unwrap();
        for (found, expected) in [curve.a, curve.b].iter().zip(numbers(&case["ab"])) {
            assert_close(&case.to_string(), *found, expected, 1e-5, 0.0);
        }
    }
}

#[test]
fn qualities_of_maps_are_scikit_learns() {
    for_each_layer(|name, rdm, case| {
        let expected = &case["quality"];
        let other = rdm_of(&numbers(&expected["map"]), rdm.n_stimuli());
        let found = map_quality(rdm, &other, count(&expected["n_neighbours"])).unwrap();
        assert_close(name, found.scaled_stress, expected["scaled_stress"].as_f64().unwrap(), 1e-10, 0.0);
        for (what, found) in [("trustworthiness", found.trustworthiness), ("continuity", found.continuity)] {
            if let Some(expected) = expected[what].as_f64() {
                assert_close(&format!("{what} of {name}"), found, expected, 1e-12, 0.0);
            }
        }
    });
}

#[test]
fn classical_maps_and_starts_are_principal_components() {
    let x = normal(1, 30, 6, 1.0, 3.0);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let scores = pca(&x, 2).unwrap().scores;
    assert_near(&classical_mds(&distances, 2).unwrap().coordinates, &scores, 1e-9);
    // A start is found by iteration, and not to the last digit.
    let planted = planted(2, 60, 4, 10, 5.0);
    let start = SmacofSettings { max_iterations: 1, ..SmacofSettings::new(MdsKind::Metric) };
    let exact = classical_mds(&planted, 2).unwrap().coordinates;
    let given = SmacofSettings { start: MapStart::Given(exact), ..start.clone() };
    let [a, b] = [start, given].map(|settings| smacof(&planted, &settings).unwrap().coordinates);
    assert_near(&a, &b, 1e-4);
}

#[test]
fn distances_that_no_map_has_show_as_negative_eigenvalues() {
    // One stimulus in the middle of three that are further from each other than twice that.
    let odd = Rdm::from_upper(vec![1.0, 1.0, 1.0, 3.0, 3.0, 3.0], 4).unwrap();
    let found = classical_mds(&odd, 3).unwrap();
    assert!(found.negative_part > 0.01 && found.eigenvalues[3] < -0.1, "{found:?}");
    assert!(found.eigenvalues.is_sorted_by(|a, b| a >= b));
}

#[test]
fn mds_finds_a_flat_layout_again_in_any_order_and_unit() {
    let flat = normal(3, 25, 2, 1.0, 0.0);
    let distances = rdm(&flat, Distance::Euclidean).unwrap();
    let order = order(4, 25);
    for kind in [MdsKind::Metric, MdsKind::NonMetric] {
        let settings = SmacofSettings::new(kind);
        assert!(smacof(&distances, &settings).unwrap().stress_1 < 1e-3, "{kind}");
        let start: Vec<f64> = (0..50).map(|i| gauss(5, i)).collect();
        let from = |start: Vec<f64>| SmacofSettings { start: MapStart::Given(start), ..settings.clone() };
        let before = smacof(&distances, &from(start.clone())).unwrap();
        let moved = smacof(&permuted(&distances, &order), &from(rows(&start, &order))).unwrap();
        assert_near(&moved.coordinates, &rows(&before.coordinates, &order), 1e-6);
        let scaled = smacof(&map(&distances, |d| 100.0 * d), &from(start)).unwrap();
        let scale = if kind == MdsKind::Metric { 100.0 } else { 1.0 };
        let there: Vec<f64> = before.coordinates.iter().map(|v| scale * v).collect();
        assert_near(&scaled.coordinates, &there, 1e-6);
        assert_eq!(kind.to_string().parse(), Ok(kind));
    }
    for (changed, order_of) in
        [(permuted(&distances, &order), &order), (map(&distances, |d| 8.0 * d), &(0..25).collect())]
    {
        let before = classical_mds(&distances, 2).unwrap().coordinates;
        let scale = changed.get(0, 1) / distances.get(order_of[0], order_of[1]);
        let there: Vec<f64> = rows(&before, order_of).iter().map(|v| scale * v).collect();
        assert_near(&classical_mds(&changed, 2).unwrap().coordinates, &there, 1e-9);
    }
}

#[test]
fn stress_falls_with_every_step_and_is_what_it_is_called() {
    let distances = planted(6, 20, 3, 8, 2.0);
    let mut last = f64::INFINITY;
    for max_iterations in 1..30 {
        let start = MapStart::Random { seed: 7 };
        let settings =
            SmacofSettings { start, max_iterations, tolerance: 0.0, ..SmacofSettings::new(MdsKind::Metric) };
        let found = smacof(&distances, &settings).unwrap();
        assert!(found.raw_stress <= last);
        last = found.raw_stress;
        let on_map = rdm_of(&found.coordinates, 20);
        let pairs = || on_map.upper().iter().zip(distances.upper());
        let raw: f64 = pairs().map(|(a, b)| (a - b).powi(2)).sum();
        assert!((raw - found.raw_stress).abs() < 1e-9 * raw);
        let size: f64 = pairs().map(|(a, _)| a * a).sum();
        assert!(((raw / size).sqrt() - found.stress_1).abs() < 1e-9);
    }
}

#[test]
fn nonmetric_mds_sees_the_order_of_distances_alone() {
    let flat = rdm(&normal(8, 15, 2, 1.0, 0.0), Distance::Euclidean).unwrap();
    let bent = map(&flat, |d| d.powi(3));
    let stress = |kind| smacof(&bent, &SmacofSettings::new(kind)).unwrap().stress_1;
    assert!(stress(MdsKind::NonMetric) < 0.02, "{}", stress(MdsKind::NonMetric));
    assert!(stress(MdsKind::Metric) > 0.1, "{}", stress(MdsKind::Metric));
    // Equal distances stay equal, also those of 0.
    let tied = tied_rdm(9, 12, 3.0);
    assert!(smacof(&tied, &SmacofSettings::new(MdsKind::NonMetric)).unwrap().stress_1.is_finite());
}

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

/// That a map of stimuli in four groups in turn keeps neighbours and groups.
#[track_caller]
fn assert_groups(coordinates: &[f64], distances: &Rdm) {
    let n = distances.n_stimuli();
    let on_map = rdm_of(coordinates, n);
    let trust = trustworthiness(distances, &on_map, 10).unwrap();
    assert!(trust > 0.9, "{trust}");
    let groups = hierarchical_clustering(&on_map, Linkage::Average).unwrap().groups(4).unwrap();
    let truth = Labels::new(&(0..n as i64).map(|i| i % 4).collect::<Vec<_>>()).unwrap();
    let agreement = adjusted_rand_index(&groups, &truth).unwrap();
    assert!(agreement > 0.99, "{agreement}");
}

#[test]
fn tsne_of_many_goes_scikit_learns_way_when_nothing_is_grouped() {
    let golden = golden();
    let case = &golden["many"];
    let settings = TsneSettings {
        start: MapStart::Given(numbers(&case["start"])),
        learning_rate: case["learning_rate"].as_f64(),
        n_steps: count(&case["n_steps"]),
        ..TsneSettings::new(case["perplexity"].as_f64().unwrap())
    };
    let mut found = Tsne::of_many(&layer(case), settings, 0.0).unwrap();
    found.run();
    // scikit-learn computes this in f32.
    assert_near(found.coordinates(), &numbers(&case["coordinates"]), 1e-3);
    assert_close("divergence", found.kl_divergence(), case["kl"].as_f64().unwrap(), 1e-3, 0.0);
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

#[test]
fn umap_keeps_planted_groups_apart_from_every_start() {
    let distances = planted(16, 80, 4, 10, 5.0);
    let starts = [
        UmapStart::Spectral,
        UmapStart::Placed(MapStart::Classical),
        UmapStart::Placed(MapStart::Random { seed: 3 }),
        UmapStart::Placed(MapStart::Given((0..160).map(|i| gauss(17, i)).collect())),
    ];
    for start in starts {
        let settings = UmapSettings { n_epochs: 200, start, ..UmapSettings::new(25, 5) };
        let run = || {
            let mut umap = Umap::new(&distances, settings.clone()).unwrap();
            umap.run();
            umap
        };
        let umap = run();
        assert_eq!(umap.coordinates(), run().coordinates(), "the same seed gives the same map");
        assert_eq!((umap.n_done(), umap.shape()), (200, (80, 2)));
        assert!(umap.coordinates().iter().all(|value| value.is_finite()));
        assert_groups(umap.coordinates(), &distances);
    }
}

#[test]
fn a_spectral_start_lays_a_ring_out_as_a_ring() {
    let ring = (0..40).flat_map(|i| {
        let angle = f64::from(i) * std::f64::consts::TAU / 40.0;
        [angle.cos(), angle.sin(), 0.0]
    });
    let distances = plain_rdm(&Activations::new(ring.collect(), 40, 3).unwrap());
    let umap = Umap::new(&distances, UmapSettings::new(7, 1)).unwrap();
    assert_eq!(umap.graph().n_parts(), 1);
    let on_map = rdm_of(umap.coordinates(), 40);
    assert!(trustworthiness(&distances, &on_map, 4).unwrap() > 0.99);
    assert!(compare_rdms(&distances, &on_map, RdmComparison::Pearson).unwrap() > 0.99);
}

#[test]
fn umaps_graph_does_not_change_with_unit_and_order() {
    let distances = planted(18, 30, 3, 6, 1.0);
    let order = order(19, 30);
    let before = fuzzy_graph(&distances, 8).unwrap();
    let scaled = fuzzy_graph(&map(&distances, |d| 3.0 * d), 8).unwrap();
    let moved = fuzzy_graph(&permuted(&distances, &order), 8).unwrap();
    assert_eq!(scaled.edges.len(), before.edges.len());
    for (scaled, before) in scaled.edges.iter().zip(&before.edges) {
        assert_eq!((scaled.from, scaled.to), (before.from, before.to));
        assert!((scaled.weight - before.weight).abs() < 2e-5, "{scaled:?} {before:?}");
    }
    let mut there: Vec<_> = moved.edges.iter().map(|e| (order[e.from], order[e.to], e.weight)).collect();
    there.sort_by_key(|&(from, to, _)| (from, to));
    for ((from, to, weight), before) in there.into_iter().zip(&before.edges) {
        assert_eq!((from, to), (before.from, before.to));
        assert!((weight - before.weight).abs() < 1e-12);
    }
}

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
fn what_cannot_be_mapped_is_refused_in_a_sentence() {
    #[track_caller]
    fn refused<T: std::fmt::Debug>(found: Result<T>, words: &str) {
        let sentence = found.unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
    let good = rdm(&normal(24, 8, 3, 1.0, 0.0), Distance::Euclidean).unwrap();
    let negative = map(&good, |d| d - 1.5);
    let nothing = map(&good, |_| 0.0);
    let mds = SmacofSettings::new(MdsKind::Metric);
    let tsne = TsneSettings::new(3.0);
    let umap = UmapSettings::new(4, 0);

    refused(classical_mds(&good, 0), "n_components from 1 to 7");
    refused(classical_mds(&good, 8), "n_components from 1 to 7");
    refused(classical_mds(&negative, 2), "cannot be negative");
    refused(classical_mds(&nothing, 2), "all 8 stimuli are 0 apart");

    refused(smacof(&good, &SmacofSettings { n_components: 0, ..mds.clone() }), "n_components from 1 to 7");
    refused(smacof(&good, &SmacofSettings { max_iterations: 0, ..mds.clone() }), "max_iterations of 1");
    refused(smacof(&good, &SmacofSettings { tolerance: -1.0, ..mds.clone() }), "tolerance of 0 and more");
    refused(smacof(&negative, &mds), "cannot be negative");
    refused(smacof(&nothing, &mds), "all 8 stimuli are 0 apart");
    let given = |start: Vec<f64>| MapStart::Given(start);
    refused(smacof(&good, &SmacofSettings { start: given(vec![0.0; 3]), ..mds.clone() }), "8 × 2 numbers");
    for kind in [MdsKind::Metric, MdsKind::NonMetric] {
        let settings = SmacofSettings { start: given(vec![0.0; 16]), ..SmacofSettings::new(kind) };
        refused(smacof(&good, &settings), "is undefined");
    }

    let far = map(&good, |d| 1e200 * d);
    refused(classical_mds(&far, 2), "from 0 to 1e150");
    refused(classical_mds(&map(&good, |d| 1e-200 * d), 2), "nothing to lay out");
    refused(Tsne::new(&far, tsne.clone()), "from 0 to 1e150");
    refused(Tsne::new(&good, TsneSettings { learning_rate: Some(1e9), ..tsne.clone() }), "at most 1000000");

    refused(joint_probabilities(&good, 8.0), "perplexity from 1 to below 8");
    refused(joint_probabilities(&good, f64::NAN), "perplexity from 1 to below 8");
    refused(Tsne::new(&negative, tsne.clone()), "cannot be negative");
    refused(Tsne::new(&nothing, tsne.clone()), "all 8 stimuli are 0 apart");
    refused(Tsne::new(&good, TsneSettings { n_components: 8, ..tsne.clone() }), "n_components from 1 to 7");
    refused(
        Tsne::new(&good, TsneSettings { learning_rate: Some(0.0), ..tsne.clone() }),
        "learning_rate above 0",
    );
    refused(
        Tsne::new(&good, TsneSettings { early_exaggeration: 0.0, ..tsne.clone() }),
        "early_exaggeration above 0",
    );
    refused(
        Tsne::new(&good, TsneSettings { start: given(vec![f64::NAN; 16]), ..tsne.clone() }),
        "16 of them NaN",
    );

    let x = normal(24, 8, 3, 1.0, 0.0);
    refused(Tsne::of_many(&x, TsneSettings { n_components: 3, ..tsne.clone() }, 0.5), "n_components of 2");
    refused(
        Tsne::of_many(&x, TsneSettings { perplexity: 7.0, ..tsne.clone() }, 0.5),
        "perplexity from 1 to below 7",
    );
    refused(
        Tsne::of_many(&x, TsneSettings { start: given(vec![0.0]), ..tsne.clone() }, 0.5),
        "8 × 2 numbers",
    );
    refused(Tsne::of_many(&x, tsne.clone(), 1.5), "theta from 0 to 1");
    let huge = Activations::new((0..16).map(|i| 1e200 * gauss(26, i)).collect(), 8, 2).unwrap();
    refused(Tsne::of_many(&huge, tsne.clone(), 0.5), "squared distances are infinite");
    refused(Tsne::of_many(&change(&x, |_, _, _| 1.0), tsne, 0.5), "all 8 stimuli are 0 apart");

    refused(fuzzy_graph(&good, 1), "n_neighbours (the stimulus itself among them) from 2 to 8");
    refused(fuzzy_graph(&good, 9), "from 2 to 8");
    refused(umap_curve(-0.1, 1.0), "min_distance from 0 to 3");
    refused(umap_curve(0.1, 0.0), "spread above 0");
    refused(Umap::new(&negative, umap.clone()), "cannot be negative");
    refused(Umap::new(&nothing, umap.clone()), "all 8 stimuli are 0 apart");
    refused(Umap::new(&good, UmapSettings { n_components: 8, ..umap.clone() }), "n_components from 1 to 7");
    refused(Umap::new(&good, UmapSettings { n_epochs: 0, ..umap.clone() }), "n_epochs above 0");
    refused(
        Umap::new(&good, UmapSettings { negative_samples: 0, ..umap.clone() }),
        "negative_samples above 0",
    );
    refused(Umap::new(&good, UmapSettings { learning_rate: -1.0, ..umap.clone() }), "learning_rate above 0");
    refused(Umap::new(&good, UmapSettings { repulsion: f64::NAN, ..umap.clone() }), "repulsion above 0");
    let placed = UmapStart::Placed(given(vec![1.0; 2]));
    refused(Umap::new(&good, UmapSettings { start: placed, ..umap }), "8 × 2 numbers");

    let small = rdm(&normal(25, 5, 3, 1.0, 0.0), Distance::Euclidean).unwrap();
    for measure in [trustworthiness, continuity] {
        refused(measure(&good, &small, 2), "has 8 stimuli and the second 5");
        refused(measure(&good, &good, 4), "n_neighbours from 1 to below 4");
        refused(measure(&good, &good, 0), "n_neighbours from 1 to below 4");
    }
    refused(scaled_stress(&good, &nothing), "all entries of the second RDM are 0");
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
