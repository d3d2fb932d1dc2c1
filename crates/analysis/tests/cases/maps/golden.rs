//! Against scikit-learn and umap-learn.

use super::*;

fn for_each_layer(check: impl Fn(&str, &Rdm, &Value)) {
    let golden = golden();
    let layers = golden["layers"].as_array().unwrap();
    assert!(layers.len() >= 20);
    for case in layers {
        check(case["name"].as_str().unwrap(), &plain_rdm(&activations(case)), case);
    }
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
fn tsne_of_many_goes_scikit_learns_way_when_nothing_is_grouped() {
    let golden = golden();
    let case = &golden["many"];
    let settings = TsneSettings {
        start: MapStart::Given(numbers(&case["start"])),
        learning_rate: case["learning_rate"].as_f64(),
        n_steps: count(&case["n_steps"]),
        ..TsneSettings::new(case["perplexity"].as_f64().unwrap())
    };
    let mut found = Tsne::of_many(&activations(case), settings, 0.0).unwrap();
    found.run();
    // scikit-learn computes this in f32.
    assert_near(found.coordinates(), &numbers(&case["coordinates"]), 1e-3);
    assert_close("divergence", found.kl_divergence(), case["kl"].as_f64().unwrap(), 1e-3, 0.0);
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
