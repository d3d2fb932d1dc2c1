//! Groups of stimuli: against SciPy and scikit-learn (`scripts/golden/analysis/clustering.py`), what must
//! hold whatever the numbers, and what is refused.

use crate::support::references::{activations, count, numbers, plain_rdm};
use crate::support::*;
use inscape_analysis::*;
use serde_json::Value;

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/clustering.json")).unwrap()
}

fn counts(value: &Value) -> Vec<usize> {
    numbers(value).into_iter().map(|number| number as usize).collect()
}

fn labels(groups: &[usize]) -> Labels {
    Labels::new(&groups.iter().map(|&group| group as i64).collect::<Vec<_>>()).unwrap()
}

/// `n_groups` groups of normal stimuli, `apart` standard deviations apart, and who is in which.
fn planted(
    seed: u64,
    n_stimuli: usize,
    n_groups: usize,
    n_units: usize,
    apart: f64,
) -> (Activations, Labels) {
    let x = change(&normal(seed, n_stimuli, n_units, 1.0, 0.0), |i, unit, v| {
        v + apart * gauss(seed + 1, ((i % n_groups) * n_units + unit) as u64)
    });
    (x, labels(&(0..n_stimuli).map(|i| i % n_groups).collect::<Vec<_>>()))
}

#[test]
fn dendrograms_are_scipys_ties_included() {
    let golden = golden();
    let layers = golden["layers"].as_array().unwrap();
    assert!(layers.len() >= 20);
    for case in layers {
        let rdm = plain_rdm(&activations(case));
        for line in LINKAGES {
            let what = format!("{} of {}", line.name, case["name"]);
            let expected = &case["hierarchies"][line.name];
            let tree = hierarchical_clustering(&rdm, line.variant).unwrap();
            let table = numbers(&expected["merges"]);
            assert_eq!(table.len(), 4 * tree.merges().len(), "{what}");
            for (merge, row) in tree.merges().iter().zip(table.chunks_exact(4)) {
                assert_eq!([merge.left, merge.right], [row[0] as usize, row[1] as usize], "{what}");
                assert!(
                    (merge.height - row[2]).abs() <= 1e-11 * row[2].max(1e-3),
                    "{what}: {merge:?} {row:?}"
                );
                assert_eq!(merge.size, row[3] as usize, "{what}");
            }
            assert_eq!(tree.leaf_order(), counts(&expected["leaf_order"]), "{what}");
            for (k, groups) in expected["groups"].as_object().unwrap() {
                let found = tree.groups(k.parse().unwrap()).unwrap();
                assert_eq!(found.classes(), counts(groups), "{what}, {k} groups");
            }
        }
    }
}

#[test]
fn k_means_is_scikit_learns_from_the_same_start() {
    let golden = golden();
    let layers = golden["layers"].as_array().unwrap().iter();
    for case in layers.chain(golden["empty_group"].as_array().unwrap()) {
        let (what, expected) = (&case["name"], &case["k_means"]);
        let settings = KMeansSettings::new(count(&expected["n_groups"]), 0);
        let found = k_means_from(&activations(case), &numbers(&expected["start"]), &settings).unwrap();
        assert_eq!(found.groups, counts(&expected["groups"]), "{what}");
        assert_near(&found.centres, &numbers(&expected["centres"]), 1e-11);
        let inertia = expected["inertia"].as_f64().unwrap();
        assert!((found.inertia - inertia).abs() <= 1e-10 * inertia, "{what}: {} {inertia}", found.inertia);
        assert_eq!(found.n_iterations, count(&expected["n_iterations"]), "{what}");
        assert!(found.has_converged, "{what}");
    }
}

#[test]
fn spectral_embeddings_are_scikit_learns_up_to_signs() {
    let mut compared = 0;
    for case in golden()["layers"].as_array().unwrap() {
        let rdm = plain_rdm(&activations(case));
        let gamma = case["spectral"]["gamma"].as_f64().unwrap();
        for kind in ["nearest", "rbf"] {
            let expected = &case["spectral"][kind];
            if expected.is_null() {
                continue;
            }
            let affinities = match kind {
                "nearest" => Affinities::of_nearest(&rdm, 4),
                _ => Affinities::of_rbf(&rdm, gamma),
            };
            let found = spectral_embedding(&affinities.unwrap(), 2).unwrap();
            assert_eq!(found.n_parts, count(&expected["n_parts"]), "{kind} of {}", case["name"]);
            for (found, expected) in found.eigenvalues.iter().zip(numbers(&expected["eigenvalues"])) {
                assert!((found - expected).abs() < 1e-12, "{kind} of {}: {found} {expected}", case["name"]);
            }
            if expected["coordinates"].is_null() {
                continue;
            }
            compared += 1;
            let reference = numbers(&expected["coordinates"]);
            for column in 0..2 {
                let of = |all: &[f64]| all.iter().skip(column).step_by(2).copied().collect::<Vec<_>>();
                let (found, reference) = (of(&found.coordinates), of(&reference));
                let along: f64 = found.iter().zip(&reference).map(|(a, b)| a * b).sum();
                let turned: Vec<f64> = reference.iter().map(|v| v * along.signum()).collect();
                assert_near(&found, &turned, 1e-8);
            }
        }
    }
    assert!(compared >= 20, "{compared}");
}

#[test]
fn agreements_of_groupings_are_scikit_learns() {
    for case in golden()["agreements"].as_array().unwrap() {
        let [a, b] = ["a", "b"].map(|side| labels(&counts(&case[side])));
        for (name, found) in
            [("rand", adjusted_rand_index(&a, &b)), ("information", adjusted_mutual_information(&a, &b))]
        {
            let (found, expected) = (found.unwrap(), case[name].as_f64().unwrap());
            assert!((found - expected).abs() < 1e-12, "{name} of {case}: {found}");
        }
    }
}

#[test]
fn planted_groups_are_found_by_every_method() {
    let (x, truth) = planted(1, 60, 4, 10, 6.0);
    let rdm = rdm(&x, Distance::Euclidean).unwrap();
    let settings = KMeansSettings::new(4, 3);
    let mut found = vec![labels(&k_means(&x, &settings).unwrap().groups)];
    found.extend(
        LINKAGES.iter().map(|line| hierarchical_clustering(&rdm, line.variant).unwrap().groups(4).unwrap()),
    );
    for affinities in [Affinities::of_nearest(&rdm, 8), Affinities::of_rbf(&rdm, 0.05)] {
        found.push(spectral_clustering(&affinities.unwrap(), &settings).unwrap());
    }
    assert_eq!(found.len(), 7);
    for (method, groups) in found.iter().enumerate() {
        assert_eq!(adjusted_rand_index(groups, &truth).unwrap(), 1.0, "method {method}");
        assert_eq!(adjusted_mutual_information(groups, &truth).unwrap(), 1.0, "method {method}");
    }
}

#[test]
fn spectral_clustering_parts_two_rings_that_k_means_cuts_across() {
    let ring = |i: usize| {
        let (angle, radius) = (i as f32 * 0.2, if i < 32 { 1.0 } else { 4.0 });
        [radius * angle.cos(), radius * angle.sin()]
    };
    let x = Activations::new((0..64).flat_map(ring).collect(), 64, 2).unwrap();
    let truth = labels(&(0..64).map(|i| i / 32).collect::<Vec<_>>());
    let affinities = Affinities::of_nearest(&rdm(&x, Distance::Euclidean).unwrap(), 3).unwrap();
    let settings = KMeansSettings::new(2, 1);
    let spectral = spectral_clustering(&affinities, &settings).unwrap();
    let means = labels(&k_means(&x, &settings).unwrap().groups);
    assert_eq!(adjusted_rand_index(&spectral, &truth).unwrap(), 1.0);
    assert!(adjusted_rand_index(&means, &truth).unwrap() < 0.3);
}

#[test]
fn a_tree_holds_the_same_groups_in_another_order_and_unit_and_under_a_rising_function() {
    let x = normal(5, 14, 6, 1.0, 0.0);
    let (before, order) = (rdm(&x, Distance::Euclidean).unwrap(), order(6, 14));
    let moved = rdm(&permute(&x, &order), Distance::Euclidean).unwrap();
    let map = |change: fn(f64) -> f64| {
        Rdm::from_upper(before.upper().iter().map(|&d| change(d)).collect(), 14).unwrap()
    };
    for line in LINKAGES {
        let tree = hierarchical_clustering(&before, line.variant).unwrap();
        let heights = |tree: &Dendrogram| tree.merges().iter().map(|m| m.height).collect::<Vec<_>>();
        assert!(heights(&tree).is_sorted(), "{}", line.name);
        let other = hierarchical_clustering(&moved, line.variant).unwrap();
        assert_near(&heights(&other), &heights(&tree), 1e-12);
        let scaled = hierarchical_clustering(&map(|d| 1e-3 * d), line.variant).unwrap();
        assert_near(&heights(&scaled), &heights(&tree).iter().map(|h| 1e-3 * h).collect::<Vec<_>>(), 1e-12);
        let risen = hierarchical_clustering(&map(|d| d.powi(5)), line.variant).unwrap();
        for k in 1..=14 {
            let groups = tree.groups(k).unwrap();
            assert_eq!(groups.n_classes(), k);
            assert_eq!(scaled.groups(k).unwrap(), groups);
            let there: Vec<usize> = order.iter().map(|&i| groups.classes()[i]).collect();
            assert_eq!(adjusted_rand_index(&other.groups(k).unwrap(), &labels(&there)).unwrap(), 1.0);
            if matches!(line.variant, Linkage::Single | Linkage::Complete) {
                assert_eq!(risen.groups(k).unwrap(), groups, "{}", line.name);
            }
        }
        let mut leaves = tree.leaf_order();
        leaves.sort_unstable();
        assert_eq!(leaves, (0..14).collect::<Vec<_>>());
        assert_eq!(line.variant.to_string().parse(), Ok(line.variant));
    }
}

#[test]
fn k_means_does_not_change_under_rotation_shift_and_scale() {
    let (x, _) = planted(8, 40, 3, 5, 2.0);
    let settings = KMeansSettings::new(3, 9);
    let before = k_means(&x, &settings).unwrap();
    assert_eq!(k_means(&x, &settings).unwrap(), before, "the same seed gives the same groups");
    let moved = change(&rotate(10, &x), |_, unit, v| 2.0 * v + unit as f64);
    let after = k_means(&moved, &settings).unwrap();
    assert_eq!(after.groups, before.groups);
    assert!((after.inertia - 4.0 * before.inertia).abs() < 1e-4 * after.inertia);
}

#[test]
fn more_starts_and_more_groups_never_leave_more_inertia() {
    let x = normal(11, 30, 4, 1.0, 0.0);
    let mut least = f64::INFINITY;
    for n_groups in 1..=30 {
        let few = KMeansSettings { n_starts: 1, ..KMeansSettings::new(n_groups, 2) };
        let many = KMeansSettings { n_starts: 20, ..few };
        let (few, many) = (k_means(&x, &few).unwrap(), k_means(&x, &many).unwrap());
        assert!(many.inertia <= few.inertia);
        assert!(many.inertia <= least * 1.02, "{n_groups} groups: {} {least}", many.inertia);
        least = many.inertia;
    }
    assert_eq!(least, 0.0, "with a group for each stimulus nothing is left");
}

#[test]
fn spectral_methods_do_not_change_with_order_and_scale_of_affinities() {
    let (x, _) = planted(12, 24, 2, 4, 1.5);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let affinities = Affinities::of_rbf(&distances, 0.1).unwrap();
    let order = order(13, 24);
    let square = |factor: f64, order: &[usize]| {
        let values = order.iter().flat_map(|&i| order.iter().map(move |&j| (i, j)));
        Affinities::from_square(values.map(|(i, j)| factor * affinities.get(i, j)).collect(), 24).unwrap()
    };
    let plain: Vec<usize> = (0..24).collect();
    let before = spectral_embedding(&affinities, 2).unwrap();
    let scaled = spectral_embedding(&square(9.0, &plain), 2).unwrap();
    assert_near(&scaled.eigenvalues, &before.eigenvalues, 1e-12);
    assert_near(&scaled.coordinates.iter().map(|v| 3.0 * v).collect::<Vec<_>>(), &before.coordinates, 1e-9);
    let moved = spectral_embedding(&square(1.0, &order), 2).unwrap();
    let there: Vec<f64> = order.iter().flat_map(|&i| before.coordinates[2 * i..2 * i + 2].to_vec()).collect();
    assert_near(&moved.coordinates, &there, 1e-9);
    let settings = KMeansSettings::new(2, 1);
    let groups = spectral_clustering(&affinities, &settings).unwrap();
    assert_eq!(spectral_clustering(&square(9.0, &plain), &settings).unwrap(), groups);
}

#[test]
fn agreement_is_symmetric_blind_to_numbers_and_zero_by_chance() {
    let draw = |seed: u64, n_groups: f64| {
        Labels::new(&(0..60).map(|i| (uniform(seed, i) * n_groups) as i64).collect::<Vec<_>>()).unwrap()
    };
    for measure in [adjusted_rand_index, adjusted_mutual_information] {
        let mut mean = 0.0;
        for run in 0..60 {
            let (a, b) = (draw(run, 3.0), draw(100 + run, 5.0));
            let value = measure(&a, &b).unwrap();
            assert!((value - measure(&b, &a).unwrap()).abs() < 1e-12);
            let renamed =
                Labels::new(&a.classes().iter().map(|&c| 7 - 3 * c as i64).collect::<Vec<_>>()).unwrap();
            assert!((measure(&renamed, &b).unwrap() - value).abs() < 1e-12);
            assert_eq!(measure(&a, &renamed).unwrap(), 1.0);
            mean += value / 60.0;
        }
        assert!(mean.abs() < 0.01, "{mean}");
    }
}

#[test]
fn what_cannot_be_grouped_is_refused_in_a_sentence() {
    #[track_caller]
    fn refused<T: std::fmt::Debug>(found: Result<T>, words: &str) {
        let sentence = found.unwrap_err().to_string();
        assert!(sentence.contains(words), "{sentence}");
    }
    let x = normal(14, 5, 2, 1.0, 0.0);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let tree = hierarchical_clustering(&distances, Linkage::Average).unwrap();
    refused(tree.groups(0), "between 1 and 5");
    refused(tree.groups(6), "asked for 6 groups");
    let negative = Rdm::from_upper(vec![1.0, 2.0, -0.5], 3).unwrap();
    refused(
        hierarchical_clustering(&negative, Linkage::Ward),
        "stimuli 1 and 2 (counted from 0) are -0.5 apart",
    );
    refused("ward".parse::<Linkage>(), "did you mean linkage_ward");

    let settings = KMeansSettings::new(2, 0);
    refused(k_means(&x, &KMeansSettings::new(0, 0)), "between 1 and 5");
    refused(k_means(&x, &KMeansSettings::new(6, 0)), "asked for 6 groups");
    refused(k_means(&x, &KMeansSettings { n_starts: 0, ..settings }), "n_starts of 1 and more");
    refused(k_means(&x, &KMeansSettings { max_iterations: 0, ..settings }), "max_iterations of 1 and more");
    refused(k_means(&x, &KMeansSettings { tolerance: f64::NAN, ..settings }), "tolerance of 0 and more");
    refused(k_means_from(&x, &[0.0; 3], &settings), "2 × 2 numbers");
    refused(k_means_from(&x, &[0.0, 1.0, f64::NAN, 0.0], &settings), "1 of them NaN");
    let huge = Activations::new(vec![1e200, -1e200, 0.0], 3, 1).unwrap();
    refused(k_means(&huge, &settings), "squared distances are infinite");
    let two_places = Activations::new(vec![1.0, 1.0, 2.0, 2.0, 1.0], 5, 1).unwrap();
    refused(
        k_means(&two_places, &KMeansSettings::new(3, 0)),
        "between 1 and 2 (the number of stimuli that differ)",
    );

    refused(Affinities::of_nearest(&distances, 5), "n_neighbours from 1 to 4");
    refused(Affinities::of_rbf(&distances, 0.0), "gamma above 0");
    refused(Affinities::of_rbf(&negative, 1.0), "-0.5 apart");
    refused(Affinities::from_square(vec![1.0; 3], 2), "3 numbers were given");
    refused(Affinities::from_square(vec![1.0, 2.0, 3.0, 1.0], 2), "entry (0, 1) is 2 and (1, 0) is 3");
    refused(Affinities::from_square(vec![1.0, -2.0, -2.0, 1.0], 2), "entry (0, 1) is -2");
    let affinities = Affinities::of_nearest(&distances, 2).unwrap();
    refused(spectral_embedding(&affinities, 5), "n_components from 1 to 4");
    refused(spectral_clustering(&affinities, &KMeansSettings::new(6, 0)), "asked for 6 groups");

    for measure in [adjusted_rand_index, adjusted_mutual_information] {
        refused(measure(&labels(&[0, 1]), &labels(&[0, 1, 1])), "first has 2 stimuli and the second 3");
        refused(measure(&labels(&[0]), &labels(&[0])), "at least 2 stimuli");
    }
}
