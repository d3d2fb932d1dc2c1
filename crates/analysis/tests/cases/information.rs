//! Information, entropy and Dirichlet energies: against `scripts/golden/analysis/information.py`, what
//! must hold whatever the numbers, and what is refused.

use crate::support::references::*;
use crate::support::*;
use InformationUnit::{Bits, Nats};
use inscape_analysis::*;
use serde_json::Value;

const SUMMARY_NAMES: [&str; 6] = [
    "stimulus_information_binned_30_bits",
    "label_information_binned_30_bits",
    "stimulus_information_kde_upper_0_1_nats",
    "stimulus_information_kde_lower_0_1_nats",
    "label_information_kde_upper_0_1_nats",
    "label_information_kde_lower_0_1_nats",
];
const MEASURE_NAMES: [&str; 3] = ["mi_ksg1_3_nats", "mi_ksg2_3_nats", "mi_binned_30_bits"];
const ALGORITHMS: [KsgAlgorithm; 2] = [KsgAlgorithm::One, KsgAlgorithm::Two];

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/information.json")).unwrap()
}

fn summary(name: &str, x: &Activations<f64>, labels: &Labels) -> f64 {
    crate::support::references::summary(name, x, Some(labels)).unwrap()
}

fn measured(name: &str, x: &Activations<f64>, y: &Activations<f64>) -> Result<f64> {
    compare(find_measure(name).unwrap(), &x.clone().into(), &y.clone().into())
}

fn first_unit(x: &Activations<f64>) -> Activations<f64> {
    let data = (0..x.n_stimuli()).map(|i| x.row(i)[0]).collect();
    Activations::new(data, x.n_stimuli(), 1).unwrap()
}

#[track_caller]
fn agrees(what: &str, found: Result<f64>, expected: &Value) {
    match expected.as_f64() {
        None => assert!(found.is_err(), "{what}: found {found:?}, the reference refuses"),
        Some(expected) => {
            let found = found.unwrap_or_else(|error| panic!("{what}: {error}"));
            let error = (found - expected).abs() / expected.abs().max(1e-3);
            assert!(error <= 1e-8, "{what}: found {found}, the reference says {expected}");
        }
    }
}

/// Two layers of `n_units` units, of which those in the same place have correlation `rho`.
fn correlated(seed: u64, n: usize, n_units: usize, rho: f64) -> (Activations, Activations) {
    let (x, noise) = (normal(seed, n, n_units, 1.0, 0.0), normal(seed + 1, n, n_units, 1.0, 0.0));
    let y = change(&x, |i, unit, v| rho * v + (1.0 - rho * rho).sqrt() * f64::from(noise.row(i)[unit]));
    (x, y)
}

#[test]
fn information_of_one_layer_agrees_with_its_references() {
    let worst = assert_summaries_agree(&golden(), |_| 1e-8);
    assert_eq!(worst.len(), SUMMARY_NAMES.len());
    for (name, error) in worst {
        println!("{name}: {error:.1e}");
    }
}

#[test]
fn information_of_two_layers_and_of_single_units_agrees_with_its_references() {
    let golden = golden();
    let mut n_refused = 0;
    for case in golden["layers"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let (x, y) = (activations(case), activations(&case["y"]));
        for measure in MEASURE_NAMES {
            let expected = &case["measures"][measure];
            n_refused += usize::from(expected.is_null());
            agrees(&format!("{measure} of {name}"), measured(measure, &x, &y), expected);
        }
        let (x, y) = (first_unit(&x), first_unit(&y));
        let expected = &case["first_units"];
        for (what, algorithm) in [("ksg1_2", KsgAlgorithm::One), ("ksg2_2", KsgAlgorithm::Two)] {
            let found = ksg_mutual_information(&x, &y, 2, algorithm, Nats);
            agrees(&format!("{what} of {name}"), found, &expected[what]);
        }
        let found = binned_mutual_information(&x, &y, 4, Nats);
        agrees(&format!("binned_4 of {name}"), found, &expected["binned_4"]);
    }
    assert!(n_refused >= 2);
}

#[test]
fn entropies_agree_with_scipy_and_miller_and_madow() {
    for case in golden()["entropies"].as_array().unwrap() {
        let counts: Vec<usize> = case["counts"].as_array().unwrap().iter().map(count).collect();
        for (what, estimator) in
            [("plug_in", EntropyEstimator::PlugIn), ("miller_madow", EntropyEstimator::MillerMadow)]
        {
            agrees(what, entropy_of_counts(&counts, estimator, Nats), &case[what]);
        }
    }
}

#[test]
fn dirichlet_energies_agree_with_traces_of_laplacians() {
    let mut n_nearest = 0;
    for case in golden()["layers"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let (x, y, graph) = (activations(case), activations(&case["y"]), &case["graph"]);
        let edges: Vec<(usize, usize, f64)> = graph["edges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|edge| (count(&edge[0]), count(&edge[1]), edge[2].as_f64().unwrap()))
            .collect();
        let mut graphs = vec![(Graph::new(&edges, x.n_stimuli()).unwrap(), &graph["energies"])];
        if !graph["nearest"].is_null() {
            let distances = rdm(&y, Distance::Euclidean).unwrap();
            graphs.push((Graph::nearest(&distances, 3).unwrap(), &graph["nearest"]));
            n_nearest += 1;
        }
        for (graph, expected) in graphs {
            for line in DIRICHLET_ENERGIES {
                let found = dirichlet_energy(&x, &graph, line.variant).unwrap();
                let expected = expected[line.name].as_f64().unwrap();
                // A trace is a difference of sums as large as the squares of the answers.
                let size: f64 = x.data().iter().map(|v| v * v).sum();
                let allowed = 1e-8 * expected.abs() + 1e-12 * size;
                assert!((found - expected).abs() <= allowed, "{} of {name}: {found} {expected}", line.name);
            }
        }
    }
    assert!(n_nearest >= 10);
}

#[test]
fn each_number_of_one_layer_keeps_to_the_invariances_on_its_card() {
    let n = 24;
    // Whole numbers of 64ths, so that shifts and factors do not move an answer to another bin.
    let x = change(&normal(1, n, 4, 0.6, 0.0), |_, _, v| (64.0 * v).round() / 64.0);
    let moved = order(2, n);
    let classes = |of: &dyn Fn(usize) -> i64| Labels::new(&(0..n).map(of).collect::<Vec<_>>()).unwrap();
    let three = |i: usize| (i % 3) as i64;
    let labels = classes(&three);
    let in_order = classes(&|i| three(moved[i]));
    let changed = [
        ("a rotation or reflection of the units", rotate(3, &x), labels.clone()),
        ("a constant added to any unit", change(&x, |_, unit, v| v + 1.0 + unit as f64), labels.clone()),
        ("a constant added to the layer", change(&x, |_, _, v| v + 2.0), labels.clone()),
        ("a positive factor on the layer", change(&x, |_, _, v| 4.0 * v), labels.clone()),
        ("a reordering of the units", change(&x, |i, unit, _| f64::from(x.row(i)[3 - unit])), labels.clone()),
        ("a reordering of the stimuli", permute(&x, &moved), labels.clone()),
        ("a reordering of the stimuli and their labels", permute(&x, &moved), in_order),
        ("other numbers for the classes", x.clone(), classes(&|i| [7, -3, 40][i % 3])),
    ];
    for name in SUMMARY_NAMES {
        let before = summary(name, &wide(&x), &labels);
        for by in card_of(name).unwrap().unchanged_by {
            let (_, changed, labels) = changed.iter().find(|(what, ..)| what == by).unwrap();
            let difference = (summary(name, &wide(changed), labels) - before).abs() / before.abs();
            // The rotated answers are rounded to f32.
            assert!(difference < 1e-5, "{name} changes by {difference} under {by}");
        }
    }
    let scaled = change(&x, |_, _, v| 4.0 * v);
    for name in SUMMARY_NAMES.into_iter().filter(|name| name.contains("kde")) {
        let (before, after) = (summary(name, &wide(&x), &labels), summary(name, &wide(&scaled), &labels));
        assert!((after - before).abs() > 1e-3, "{name} depends on the scale");
    }
}

#[test]
fn each_measure_of_two_layers_keeps_to_the_invariances_on_its_card_and_to_either_order() {
    let n = 40;
    let (x, y) = correlated(4, n, 2, 0.8);
    let [x, y] = [x, y].map(|layer| change(&layer, |_, _, v| (64.0 * v).round() / 64.0));
    let moved = order(6, n);
    let changed = [
        ("a constant added to any unit", change(&x, |_, unit, v| v + 1.0 + unit as f64), y.clone()),
        ("a constant added to the layer", change(&x, |_, _, v| v + 2.0), y.clone()),
        ("a positive factor on the layer", change(&x, |_, _, v| 4.0 * v), y.clone()),
        ("a reordering of the units", change(&x, |i, unit, _| f64::from(x.row(i)[1 - unit])), y.clone()),
        (
            "the same positive factor on both layers",
            change(&x, |_, _, v| 4.0 * v),
            change(&y, |_, _, v| 4.0 * v),
        ),
    ];
    for name in MEASURE_NAMES {
        let before = measured(name, &wide(&x), &wide(&y)).unwrap();
        assert!((measured(name, &wide(&y), &wide(&x)).unwrap() - before).abs() < 1e-12, "{name}");
        for by in card_of(name).unwrap().unchanged_by {
            if *by == "the same reordering of the stimuli of both" {
                continue;
            }
            let (_, x, y) = changed.iter().find(|(what, ..)| what == by).unwrap();
            let after = measured(name, &wide(x), &wide(y)).unwrap();
            assert!((after - before).abs() < 1e-12, "{name} changes from {before} to {after} under {by}");
        }
    }
    // In answers without ties, since of equally near neighbours the first are taken.
    let (x, y) = correlated(7, n, 2, 0.8);
    for name in MEASURE_NAMES {
        let before = measured(name, &wide(&x), &wide(&y)).unwrap();
        let after = measured(name, &wide(&permute(&x, &moved)), &wide(&permute(&y, &moved))).unwrap();
        assert!((after - before).abs() < 1e-12, "{name}");
    }
}

#[test]
fn nearest_neighbours_find_the_information_of_gaussians() {
    for (rho, allowed) in [(0.0, 0.08), (0.6, 0.08), (0.9, 0.1)] {
        let (x, y) = correlated(10, 700, 1, rho);
        let truth = -0.5 * f64::ln(1.0 - rho * rho);
        for algorithm in ALGORITHMS {
            let found = ksg_mutual_information(&x, &y, 3, algorithm, Nats).unwrap();
            assert!((found - truth).abs() < allowed, "rho {rho}, {algorithm:?}: {found}, not {truth}");
            let bits = ksg_mutual_information(&x, &y, 3, algorithm, Bits).unwrap();
            assert!((bits * std::f64::consts::LN_2 - found).abs() < 1e-14);
        }
    }
    // Two pairs of units share twice as much as one.
    let (x, y) = correlated(20, 700, 2, 0.6);
    let found = ksg_mutual_information(&x, &y, 3, KsgAlgorithm::One, Nats).unwrap();
    assert!((found + f64::ln(1.0 - 0.36)).abs() < 0.1, "{found}");
}

#[test]
fn bins_find_the_information_of_gaussians_about_and_that_of_a_copy_exactly() {
    let (x, y) = correlated(30, 4000, 1, 0.9);
    let found = binned_mutual_information(&x, &y, 15, Nats).unwrap();
    assert!((found + 0.5 * f64::ln(1.0 - 0.81)).abs() < 0.1, "{found}");
    let copy = binned_mutual_information(&x, &x, 15, Bits).unwrap();
    assert!((copy - binned_stimulus_information(&x, 15, Bits).unwrap()).abs() < 1e-12);
    let labels = Labels::new(&(0..4000).map(|i| i64::from(x.row(i)[0] > 0.0)).collect::<Vec<_>>()).unwrap();
    let of_labels = binned_label_information(&x, &labels, 60, Bits).unwrap();
    assert!((0.9..=1.0).contains(&of_labels), "{of_labels}");
    let constant = change(&x, |_, _, _| 3.0);
    assert_eq!(binned_mutual_information(&constant, &x, 15, Bits).unwrap(), 0.0);
}

#[test]
fn bounds_with_noise_lie_between_nothing_and_the_entropy_of_the_stimuli() {
    let x = normal(40, 16, 5, 0.4, 0.0);
    let of = |x: &Activations, bound| kde_stimulus_information(x, 0.1, bound, Nats).unwrap();
    let most = 16f64.ln();
    let (lower, upper) = (of(&x, KdeBound::Lower), of(&x, KdeBound::Upper));
    assert!(0.0 < lower && lower < upper && upper < most, "{lower} {upper}");
    let far = change(&x, |_, _, v| 1e4 * v);
    let same = change(&x, |_, _, _| 0.1);
    for bound in [KdeBound::Lower, KdeBound::Upper] {
        assert!((of(&far, bound) - most).abs() < 1e-12);
        assert_eq!(of(&same, bound), 0.0);
    }
    // Two classes far apart share one bit with the layer, whatever is within them.
    let labels = Labels::new(&(0..16).map(|i| i % 2).collect::<Vec<_>>()).unwrap();
    let apart = change(&x, |i, _, v| v + 100.0 * (i % 2) as f64);
    for bound in [KdeBound::Lower, KdeBound::Upper] {
        let found = kde_label_information(&apart, &labels, 0.1, bound, Bits).unwrap();
        assert!((found - 1.0).abs() < 1e-12, "{found}");
    }
}

#[test]
fn the_information_of_a_gaussian_channel_lies_between_the_bounds_with_noise() {
    // Answers of variance 1 and noise of variance 0.1 have a capacity of ½ ln 11.
    let x = normal(41, 800, 1, 1.0, 0.0);
    let truth = 0.5 * 11f64.ln();
    let lower = kde_stimulus_information(&x, 0.1, KdeBound::Lower, Nats).unwrap();
    let upper = kde_stimulus_information(&x, 0.1, KdeBound::Upper, Nats).unwrap();
    assert!(lower < truth && truth < upper && upper - lower < 1.0, "{lower} {truth} {upper}");
}

#[test]
fn entropies_of_even_counts_are_logarithms_and_millers_correction_takes_bias_away() {
    let plug_in = |counts: &[usize], unit| entropy_of_counts(counts, EntropyEstimator::PlugIn, unit).unwrap();
    assert_eq!(plug_in(&[5, 5, 0, 5, 5], Bits), 2.0);
    assert_eq!(plug_in(&[7], Nats), 0.0);
    let (mut plain, mut corrected) = (0.0, 0.0);
    for run in 0..200 {
        let mut counts = [0; 8];
        for draw in 0..20 {
            counts[(bits(run, draw) % 8) as usize] += 1;
        }
        plain += plug_in(&counts, Nats) / 200.0;
        corrected += entropy_of_counts(&counts, EntropyEstimator::MillerMadow, Nats).unwrap() / 200.0;
    }
    assert!((corrected - 8f64.ln()).abs() < 0.2 * (plain - 8f64.ln()).abs(), "{plain} {corrected}");
}

#[test]
fn dirichlet_energies_have_the_numbers_done_by_hand_and_keep_to_their_cards() {
    let x = Activations::new(vec![0., 1., 3.], 3, 1).unwrap();
    // In either direction: 2 · 1² + ½ · 2².
    let path = Graph::new(&[(2, 1, 0.5), (0, 1, 2.0)], 3).unwrap();
    assert_eq!(path.edges(), [(0, 1, 2.0), (1, 2, 0.5)]);
    assert_eq!(path.degrees(), [2.0, 2.5, 0.5]);
    assert_eq!(dirichlet_energy(&x, &path, DirichletEnergy::Plain).unwrap(), 4.0);
    // √(1 + degree) is what the normalised Laplacian has as its null vector.
    let roots: Vec<f64> = path.degrees().iter().map(|d| (1.0 + d).sqrt()).collect();
    let smooth = Activations::new(roots, 3, 1).unwrap();
    assert!(dirichlet_energy(&smooth, &path, DirichletEnergy::Normalised).unwrap() < 1e-30);

    let x = normal(50, 12, 5, 1.0, 0.0);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let graph = Graph::nearest(&distances, 3).unwrap();
    assert!(graph.degrees().iter().all(|&degree| degree >= 3.0));
    let moved = order(51, 12);
    let place = |i: usize| moved.iter().position(|&from| from == i).unwrap();
    let edges: Vec<_> = graph.edges().iter().map(|&(i, j, w)| (place(i), place(j), w)).collect();
    let of_moved = Graph::new(&edges, 12).unwrap();
    for line in DIRICHLET_ENERGIES {
        let energy = |x: &Activations, graph: &Graph| dirichlet_energy(x, graph, line.variant).unwrap();
        let before = energy(&x, &graph);
        assert_near(&[energy(&rotate(52, &x), &graph)], &[before], 1e-6);
        assert_near(&[energy(&permute(&x, &moved), &of_moved)], &[before], 1e-13);
        let shifted = energy(&change(&x, |_, unit, v| v + unit as f64), &graph);
        let is_unchanged = (shifted - before).abs() < 1e-5 * before;
        assert_eq!(is_unchanged, card_of(line.name).unwrap().unchanged_by.len() == 3, "{}", line.name);
        assert_eq!(line.name.parse(), Ok(line.variant));
    }
}

#[test]
fn graphs_that_are_none_are_refused_and_the_edge_named() {
    let refused = |edges: &[(usize, usize, f64)], parts: &[&str]| says(Graph::new(edges, 3), parts);
    refused(&[(0, 1, 1.0), (1, 3, 1.0)], &["edge 1", "stimulus 3", "no such stimulus"]);
    refused(&[(1, 1, 1.0)], &["edge 0", "same stimulus"]);
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        refused(&[(0, 1, weight)], &["edge 0", "above 0 and finite"]);
    }
    refused(&[(0, 1, 1.0), (1, 2, 1.0), (1, 0, 2.0)], &["edge 2", "an edge already"]);
    let distances = rdm(&normal(53, 5, 3, 1.0, 0.0), Distance::Euclidean).unwrap();
    for k in [0, 5] {
        says(Graph::nearest(&distances, k), &["neighbours", "between 1 and 4"]);
    }
    let graph = Graph::nearest(&distances, 2).unwrap();
    says(
        dirichlet_energy(&normal(54, 6, 3, 1.0, 0.0), &graph, DirichletEnergy::Plain),
        &["dirichlet_energy", "first input has 6", "second 5"],
    );
    let huge = wide(&normal(55, 5, 3, 1.0, 0.0));
    let huge = Activations::new(huge.data().iter().map(|v| v * 1e200).collect::<Vec<f64>>(), 5, 3).unwrap();
    says(dirichlet_energy(&huge, &graph, DirichletEnergy::Plain), &["too large"]);
}

#[test]
fn information_refuses_inputs_on_which_it_is_undefined() {
    let (x, y) = correlated(60, 10, 2, 0.5);
    let short = normal(61, 9, 2, 1.0, 0.0);
    let labels = Labels::new(&[0, 1, 0, 1, 0, 1, 0, 1, 0]).unwrap();
    for algorithm in ALGORITHMS {
        says(ksg_mutual_information(&x, &short, 3, algorithm, Nats), &["10 stimuli", "second 9"]);
        for k in [0, 10] {
            says(ksg_mutual_information(&x, &y, k, algorithm, Nats), &["neighbours", "between 1 and 9"]);
        }
        let repeated = change(&x, |i, _, v| if i < 4 { 1.0 } else { v });
        let found = ksg_mutual_information(&repeated, &repeated, 3, algorithm, Nats);
        says(found, &["stimulus 0", "3 others", "same answers"]);
    }
    says(binned_mutual_information(&x, &short, 3, Bits), &["second 9"]);
    says(binned_mutual_information(&x, &y, 0, Bits), &["0 bins", "at least 1"]);
    says(binned_stimulus_information(&x, 0, Bits), &["0 bins"]);
    says(binned_label_information(&x, &labels, 5, Bits), &["9 labels for 10 stimuli"]);
    says(kde_label_information(&x, &labels, 0.1, KdeBound::Upper, Bits), &["9 labels for 10 stimuli"]);
    for variance in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        says(kde_stimulus_information(&x, variance, KdeBound::Upper, Nats), &["variance", "above 0"]);
    }
    let one = normal(62, 1, 2, 1.0, 0.0);
    says(kde_stimulus_information(&one, 0.1, KdeBound::Lower, Nats), &["at least 2 stimuli"]);
    says(ksg_mutual_information(&one, &one, 3, KsgAlgorithm::One, Nats), &["at least 2 stimuli"]);
    says(entropy_of_counts(&[0, 0], EntropyEstimator::PlugIn, Nats), &["no value was seen"]);
}
