//! How often 95 % intervals of measures on activations hold the truth, in simulated sets whose truth is known: the mean
//! over sets of as many stimuli of the same kind.

use crate::support::references::wide;
use crate::support::*;
use inscape_analysis::*;

/// What must be held of 100 sets, as for RDMs. Of 400 that hold 95 of 100, the part varies by 1.1 of 100.
const LEAST: f64 = 0.92;
const N_SETS: u64 = 400;
/// The fewest that an interval is made of in a page.
const N_GROUPS: usize = 10;
/// A measure that is the same in each set, as saturated ones are, is held but for rounding.
const ROUNDING: f64 = 1e-9;

type Layers = (Activations<f64>, Activations<f64>);

/// Six normal features, and the same with other weights and noise.
fn features(seed: u64, n_stimuli: usize, noise: f64) -> Layers {
    let x = normal(seed, n_stimuli, 6, 1.0, 0.5);
    let weights = [1.5, 1.0, 1.0, 0.5, 0.5, 0.2];
    let of_noise = |i: usize, j: usize| gauss(seed + 500_000, (6 * i + j) as u64);
    (wide(&x), wide(&change(&x, |i, j, v| weights[j] * v + noise * of_noise(i, j))))
}

/// Six normal features of stimuli in 40 units, and in 40 others, with noise: more units than stimuli.
fn many_units(seed: u64, n_stimuli: usize, noise: f64) -> Layers {
    let features = normal(seed, n_stimuli, 6, 1.0, 0.0);
    let [first, second] = [0, 1].map(|layer: u64| {
        let weights: Vec<f64> = (0..240).map(|place| gauss(77 + layer, place)).collect();
        let unit = |i: usize, unit: usize| {
            let row = features.row(i).iter().zip(&weights[6 * unit..]);
            let of_noise = gauss(seed + 500_000 * (1 + layer), (40 * i + unit) as u64);
            row.map(|(&feature, weight)| f64::from(feature) * weight).sum::<f64>() + noise * of_noise
        };
        let data = (0..40 * n_stimuli).map(|k| unit(k / 40, k % 40)).collect();
        Activations::new(data, n_stimuli, 40).unwrap()
    });
    (first, second)
}

/// One unit, and it again with noise, both cut to whole numbers: what can be binned.
fn one_unit(seed: u64, n_stimuli: usize, noise: f64) -> Layers {
    let x = normal(seed, n_stimuli, 1, 1.0, 0.0);
    let y = change(&x, |i, _, v| v + noise * gauss(seed + 500_000, i as u64));
    let [x, y] = [x, y].map(|x| wide(&change(&x, |_, _, v| v.round())));
    (x, y)
}

fn value(measure: &Measure, (x, y): &Layers) -> f64 {
    compare(measure, &x.clone().into(), &y.clone().into()).unwrap()
}

/// Asserts coverage at each level of noise of every measure that is chosen.
#[track_caller]
fn assert_held(
    layers: fn(u64, usize, f64) -> Layers,
    (n_stimuli, n_groups): (usize, usize),
    is_chosen: impl Fn(&str) -> bool,
) {
    for (level, noise) in [0.2, 0.7, 2.0].into_iter().enumerate() {
        let seed = 1_000_000 * (1 + level as u64);
        let sets: Vec<Layers> = (0..N_SETS).map(|set| layers(seed + set, n_stimuli, noise)).collect();
        let others: Vec<Layers> =
            (0..2 * N_SETS).map(|set| layers(seed + 100_000 + set, n_stimuli, noise)).collect();
        for measure in measures().filter(|m| m.takes() == Takes::Activations && is_chosen(m.name)) {
            let truth = others.iter().map(|set| value(measure, set)).sum::<f64>() / others.len() as f64;
            let holds = |(set, (x, y)): (u64, &Layers)| {
                let found = jackknife_stimuli(measure, x, y, n_groups, set).unwrap();
                found.low - ROUNDING <= truth && truth <= found.high + ROUNDING
            };
            let held = (0..).zip(&sets).filter(|set| holds(*set)).count() as f64 / N_SETS as f64;
            let what =
                format!("{} of {n_stimuli} stimuli in {n_groups} groups with noise {noise}", measure.name);
            println!("{what}: {held:.3}");
            assert!(held >= LEAST, "{what}: {held}");
        }
    }
}

#[test]
fn intervals_of_every_measure_hold_the_truth_in_92_of_100_sets_of_24_stimuli() {
    assert_held(features, (24, N_GROUPS), |name| name != "mi_binned_30_bits");
}

/// What takes activations as they are in networks; canonical correlations and regressions need more stimuli than units.
#[test]
fn with_more_units_than_stimuli_intervals_hold_the_truth_in_92_of_100_sets_of_12_stimuli() {
    let chosen = ["cka", "kernel_alignment", "relative_cosine"];
    assert_held(many_units, (12, N_GROUPS), |name| chosen.iter().any(|part| name.starts_with(part)));
}

#[test]
fn intervals_of_binned_information_hold_the_truth_in_92_of_100_sets_where_bins_are_shared() {
    assert_held(one_unit, (24, N_GROUPS), |name| name == "mi_binned_30_bits");
}

/// More groups are smaller, and a measure that jumps from one number of components to the next may move in none.
#[test]
fn intervals_of_20_groups_hold_the_truth_in_92_of_100_sets_for_a_measure_that_jumps() {
    assert_held(features, (24, 20), |name| name == "svcca_99");
}

/// With as many units as stimuli all but one tell, canonical correlations of fewer stimuli are 1.
#[test]
fn an_interval_is_refused_where_fewer_stimuli_cannot_tell_layers_apart() {
    let x = wide(&normal(1, 12, 6, 1.0, 0.0));
    let y = wide(&normal(2, 12, 6, 1.0, 0.0));
    let measure = find_measure("cca_mean").unwrap();
    says(jackknife_stimuli(measure, &x, &y, 2, 1), &["cca_mean", "without any of them it is exactly 1"]);
    let of_itself = jackknife_stimuli(find_measure("cka_linear_biased").unwrap(), &x, &x, 6, 1).unwrap();
    assert_eq!((of_itself.low, of_itself.high), (of_itself.estimate, of_itself.estimate));
}

/// As where the Gram matrices are there already.
#[test]
fn intervals_of_linear_cka_are_the_same_from_gram_matrices() {
    for seed in 0..20 {
        let (x, mut y) = many_units(seed, 12, 0.7);
        if seed == 3 {
            // Twins, and a layer that tells apart only two of the stimuli.
            let data = (0..12).flat_map(|i| [if i == 5 { 2.0 } else { 1.0 }, 0.0]).collect();
            y = Activations::new(data, 12, 2).unwrap();
        }
        for variant in [Cka::LinearBiased, Cka::LinearDebiased] {
            let measure = find_measure(variant.name()).unwrap();
            let expected = jackknife_stimuli(measure, &x, &y, 10, seed);
            let found = jackknife_grams(variant, &gram(&x), &gram(&y), 10, seed);
            let (Ok(found), Ok(expected)) = (&found, &expected) else {
                assert_eq!(found, expected);
                continue;
            };
            assert_near(&found.without_each, &expected.without_each, 1e-9);
            assert_near(&[found.low, found.high], &[expected.low, expected.high], 1e-9);
        }
    }
}
