//! Classes and single units: against `scripts/golden/analysis/classes.py`, what must hold whatever the
//! numbers, and what is refused.

use crate::support::references::*;
use crate::support::*;
use inscape_analysis::*;

const NAMES: [&str; 11] = [
    "gdv",
    "class_separation_r2",
    "silhouette",
    "within_between_ratio",
    "nc1",
    "nearest_class_mean_accuracy",
    "class_selectivity_index",
    "d_prime_preferred_class",
    "auc_best_class",
    "lifetime_sparseness",
    "population_sparseness",
];

fn try_value(name: &str, x: &Activations, labels: &Labels) -> Result<f64> {
    summary(name, &wide(x), Some(labels))
}

#[track_caller]
fn value(name: &str, x: &Activations, labels: &Labels) -> f64 {
    try_value(name, x, labels).unwrap()
}

fn takes_labels(name: &str) -> bool {
    matches!(find_summary(name).unwrap().kind, SummaryKind::Labelled(_))
}

fn classes(of: impl Fn(usize) -> i64, n_stimuli: usize) -> Labels {
    Labels::new(&(0..n_stimuli).map(of).collect::<Vec<_>>()).unwrap()
}

fn three(i: usize) -> i64 {
    (i % 3) as i64
}

/// Answers from 0 up, in which each class has units of its own.
fn answers(seed: u64, n_stimuli: usize, n_units: usize) -> Activations {
    change(&normal(seed, n_stimuli, n_units, 0.7, 0.0), |i, unit, v| {
        (v + 2.5 + 0.8 * f64::from(u8::from(i % 3 == unit % 3))).max(0.1)
    })
}

#[test]
fn numbers_of_classes_and_units_agree_with_their_references() {
    let golden = serde_json::from_str(include_str!("../golden/classes.json")).unwrap();
    let worst = assert_summaries_agree(&golden, |_| 1e-8);
    assert_eq!(worst.len(), NAMES.len());
    for (name, error) in worst {
        println!("{name}: {error:.1e}");
    }
}

#[test]
fn each_number_keeps_to_the_invariances_on_its_card_and_to_no_others() {
    let (n, n_units) = (24, 7);
    let x = answers(1, n, n_units);
    let labels = classes(three, n);
    let moved = order(2, n);
    let in_order = classes(|i| three(moved[i]), n);
    let renamed = classes(|i| [7, -3, 40][i % 3], n);
    let changed = [
        ("a rotation or reflection of the units", rotate(3, &x), &labels),
        ("a positive factor on the layer", change(&x, |_, _, v| 3.5 * v), &labels),
        ("a positive factor on any unit", change(&x, |_, unit, v| (0.2 + unit as f64) * v), &labels),
        ("a positive factor on a stimulus's answers", change(&x, |i, _, v| (0.5 + i as f64) * v), &labels),
        ("a constant added to any unit", change(&x, |_, unit, v| v + 1.0 + unit as f64), &labels),
        ("an increasing function on any unit", change(&x, |_, unit, v| v.powi(1 + unit as i32)), &labels),
        ("a reordering of the stimuli and their labels", permute(&x, &moved), &in_order),
        ("a reordering of the stimuli", permute(&x, &moved), &labels),
        ("other numbers for the classes", x.clone(), &renamed),
    ];
    for name in NAMES {
        let before = value(name, &x, &labels);
        let unchanged_by = card_of(name).unwrap().unchanged_by;
        for by in unchanged_by {
            let (_, changed, labels) = changed.iter().find(|(what, ..)| what == by).unwrap();
            let difference = (value(name, changed, labels) - before).abs() / before.abs();
            // The changed answers are rounded to f32.
            assert!(difference < 1e-4, "{name} changes by {difference} under {by}");
        }
        for (by, changed, labels) in &changed {
            // Rotated answers may fall below 0; a share may stay by luck; labels do not concern those without.
            let cannot_tell =
                name == "nearest_class_mean_accuracy" || (!takes_labels(name) && by.contains("order"));
            let is_listed = unchanged_by.contains(by) || by.contains("numbers") || cannot_tell;
            if let (false, Ok(after)) = (is_listed, try_value(name, changed, labels)) {
                let difference = (after - before).abs() / before.abs();
                assert!(difference > 1e-4, "{name} does not change under {by}, which its card leaves out");
            }
        }
    }
}

#[test]
fn classes_that_are_points_are_perfectly_apart() {
    let points = normal(4, 3, 5, 1.0, 0.0);
    let x = change(&normal(5, 12, 5, 1.0, 0.0), |i, unit, _| f64::from(points.row(i % 3)[unit]));
    let labels = classes(three, 12);
    assert_eq!(value("nc1", &x, &labels), 0.0);
    assert_eq!(value("within_between_ratio", &x, &labels), 0.0);
    for name in ["class_separation_r2", "silhouette", "nearest_class_mean_accuracy", "auc_best_class"] {
        assert!((value(name, &x, &labels) - 1.0).abs() < 1e-12, "{name}");
    }
    // Two points ½ · 2 apart in each of D z-scored units: a distance of √D.
    let two = change(&normal(6, 8, 5, 1.0, 0.0), |i, unit, _| (i % 2) as f64 * (1 + unit) as f64);
    let two_classes = classes(|i| (i % 2) as i64, 8);
    assert!((value("gdv", &two, &two_classes) + 1.0).abs() < 1e-12);
    says(d_prime_preferred_class(&two, &two_classes), &["none of the 5 units", "none varies within classes"]);
}

#[test]
fn labels_by_chance_leave_classes_together() {
    let (n, n_units) = (300, 10);
    let x = normal(7, n, n_units, 1.0, 3.0);
    let labels = classes(three, n);
    for (name, low, high) in [
        ("gdv", -0.03, 0.03),
        ("class_separation_r2", 0.0, 0.03),
        ("silhouette", -0.05, 0.05),
        ("nearest_class_mean_accuracy", 0.2, 0.45),
        ("auc_best_class", 0.5, 0.6),
        ("d_prime_preferred_class", 0.0, 0.35),
    ] {
        let found = value(name, &x, &labels);
        assert!((low..high).contains(&found), "{name}: {found}");
    }
    assert!(value("nc1", &x, &labels) > 10.0);
}

#[test]
fn single_units_have_the_numbers_done_by_hand() {
    // Unit 0 answers class 0 only, unit 1 all alike, unit 2 is dead, unit 3 answers one stimulus.
    let data = vec![2., 1., 0., 0., 4., 1., 0., 0., 0., 1., 0., 6., 0., 1., 0., 0.];
    let x = Activations::new(data, 4, 4).unwrap();
    let labels = Labels::new(&[0, 0, 1, 1]).unwrap();
    let index = class_selectivity_index(&x, &labels).unwrap();
    assert_eq!(index.values, [Some(1.0), Some(0.0), None, Some(1.0)]);
    assert_eq!((index.mean, index.n_undefined), (2.0 / 3.0, 1));
    let auc = auc_best_class(&x, &labels).unwrap();
    assert_eq!(auc.values, [Some(1.0), None, None, Some(0.75)]);
    let lifetime = lifetime_sparseness(&x).unwrap();
    // (1 − (6/4)² / (20/4)) / (1 − 1/4)
    assert_near(&[lifetime.values[0].unwrap()], &[0.55 / 0.75], 1e-15);
    assert_eq!(lifetime.values[1..], [Some(0.0), None, Some(1.0)]);
    assert_eq!(population_sparseness(&x).unwrap().values[3], Some(1.0));
    // Class 0 has mean 3 and variance 2, the rest 0 and 0.
    let d_prime = d_prime_preferred_class(&x, &labels).unwrap();
    assert_near(&[d_prime.values[0].unwrap()], &[3.0], 1e-15);
    assert_eq!((d_prime.values[1], d_prime.values[2], d_prime.n_undefined), (None, None, 2));
}

#[test]
fn a_silhouette_of_each_stimulus_has_the_numbers_done_by_hand() {
    let x = Activations::new(vec![0., 1., 4., 9.], 4, 1).unwrap();
    let found = silhouette(&x, &Labels::new(&[0, 0, 1, 2]).unwrap()).unwrap();
    assert_near(&found.of_stimuli, &[0.75, 2.0 / 3.0, 0.0, 0.0], 1e-15);
    assert_near(&[found.mean], &[(0.75 + 2.0 / 3.0) / 4.0], 1e-15);
}

#[test]
fn labels_that_do_not_fit_are_refused() {
    let x = answers(8, 9, 4);
    for name in NAMES.into_iter().filter(|name| takes_labels(name)) {
        says(try_value(name, &x, &classes(three, 8)), &[name, "8 labels for 9 stimuli"]);
        says(try_value(name, &x, &classes(|_| 5, 9)), &[name, "same label", "at least 2 classes"]);
    }
    let lonely = classes(|i| i64::from(i == 4), 9);
    for name in ["gdv", "nearest_class_mean_accuracy", "d_prime_preferred_class"] {
        says(try_value(name, &x, &lonely), &[name, "at least 2 stimuli of each class", "class 1", "has 1"]);
    }
    says(silhouette(&x, &classes(|i| i as i64, 9)), &["class of its own"]);
}

#[test]
fn answers_on_which_classes_or_units_have_no_number_are_refused() {
    let labels = classes(three, 9);
    let flat = change(&normal(9, 9, 4, 1.0, 0.0), |_, unit, _| 0.1 * (1 + unit) as f64);
    says(gdv(&flat, &labels), &["no variance"]);
    says(class_separation_r2(&flat, &labels), &["one direction"]);
    says(nc1(&flat, &labels), &["mean answers of all classes are the same"]);
    says(within_between_ratio(&flat, &labels), &["mean answers of all classes are the same"]);
    says(auc_best_class(&flat, &labels), &["none of the 4 units", "the same to all stimuli"]);
    let dead = change(&flat, |_, _, _| 0.0);
    says(class_separation_r2(&dead, &labels), &["stimulus 0", "no direction"]);
    says(class_selectivity_index(&dead, &labels), &["answers 0 to all"]);
    says(lifetime_sparseness(&dead), &["answers 0 to all"]);
    says(population_sparseness(&dead), &["none of the 9 stimuli"]);
    let negative = change(&flat, |i, unit, v| if (i, unit) == (5, 2) { -0.5 } else { v });
    says(class_selectivity_index(&negative, &labels), &["unit 2 answers -0.5", "stimulus 5", "rectify"]);
    says(lifetime_sparseness(&negative), &["from 0 up"]);
    says(population_sparseness(&negative), &["from 0 up"]);
    says(lifetime_sparseness(&answers(10, 1, 4)), &["at least 2 stimuli"]);
    says(population_sparseness(&answers(10, 4, 1)), &["single unit"]);
}

#[test]
fn activations_at_the_ends_of_f64_give_numbers_or_refusals() {
    let labels = classes(three, 9);
    for power in [-280, -160, -100, 100, 160, 280] {
        let data = (0..54).map(|place| uniform(40, place) * 10f64.powi(power)).collect();
        let x = Activations::new(data, 9, 6).unwrap();
        for name in NAMES {
            let found = match find_summary(name).unwrap().kind {
                SummaryKind::Activations(measure) => measure(&x),
                SummaryKind::Labelled(measure) => measure(&x, &labels),
            };
            if let Ok(found) = found {
                assert!(found.is_finite(), "{name}, 1e{power}: {found}");
            }
        }
        assert!(class_separation_r2(&x, &labels).is_ok() && lifetime_sparseness(&x).is_ok());
        // What does not depend on the scale is still found.
        let small =
            Activations::new((0..54).map(|place| uniform(40, place)).collect::<Vec<f64>>(), 9, 6).unwrap();
        let (found, expected) = (gdv(&x, &labels).unwrap(), gdv(&small, &labels).unwrap());
        assert!((found / expected - 1.0).abs() < 1e-12, "1e{power}: {found} {expected}");
    }
}

#[test]
fn a_silhouette_of_given_distances_is_that_of_the_answers_and_is_refused_for_other_labels() {
    let x = answers(4, 18, 5);
    let labels = classes(three, 18);
    let distances = rdm(&x, Distance::Euclidean).unwrap();
    let found = silhouette_of_rdm(&distances, &labels).unwrap();
    assert_eq!(found, silhouette(&x, &labels).unwrap());
    says(silhouette_of_rdm(&distances, &classes(three, 17)), &["17", "18"]);
    says(silhouette_of_rdm(&distances, &classes(|_| 0, 18)), &["silhouette"]);
    says(silhouette_of_rdm(&distances, &classes(|i| i as i64, 18)), &["class of its own"]);
}
