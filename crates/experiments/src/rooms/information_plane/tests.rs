//! The experiment comes out by default as its lesson says, its parts are what they say, and deliberate fakes fail.

use super::bottleneck::{bound, curve};
use super::claims::self_test;
use super::information::{Point, information, ruler};
use super::measure::median;
use super::sphere::{N_PATTERNS, N_POINTS, input, rule_values, threshold};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "information-plane";
/// Smaller than the default.
const SMALL: [(&str, &str); 2] = [("nets", "1"), ("epochs", "60")];

#[test]
fn claims_come_out_by_default_as_the_lesson_says() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    // Whether the gradient's mean fades differs from seed to seed.
    for claim in report.claims.iter().filter(|claim| claim.id != "signal") {
        let is_open = ["bottleneck", "depth"].contains(&claim.id.as_str());
        let expected = if is_open { ClaimVerdict::Open } else { ClaimVerdict::Holds };
        assert_eq!(claim.verdict, expected, "{}: {}", claim.id, claim.measured);
    }
}

#[test]
fn labels_of_other_patterns_and_bins_without_end_fail_what_holds_by_default() {
    for (fake, id) in [("shuffled_labels", "labels"), ("no_bins", "compression")] {
        let report = run_fake(SLUG, &SMALL, 1, Some(fake)).unwrap();
        let claim = report.claims.iter().find(|claim| claim.id == id).unwrap();
        assert_eq!(claim.verdict, ClaimVerdict::Fails, "{fake}: {}", claim.measured);
    }
}

#[test]
fn the_input_has_12_bits_and_a_constant_none() {
    let [whole, none] = self_test(30).unwrap();
    assert!((whole - 12.0).abs() < 1e-9 && none == 0.0);
}

#[test]
fn information_is_what_bins_and_labels_share() {
    // Four patterns in two bins, of which one tells the label and the other half of it.
    let found = information(&[-1.0, -0.9, 1.0, 0.9], ([-1.0, 1.0], 2), &[0, 0, 0, 1]).unwrap();
    assert!((found.x - 1.0).abs() < 1e-12);
    // H(Y) = 0.811 bits, H(Y|T) = 0.5 bits.
    assert!((found.y - (0.811_278_124_459_132_8 - 0.5)).abs() < 1e-12, "{found:?}");
    assert_eq!(ruler(&[0.0, 3.0, 1.0], true, 30), ([-1.0, 1.0], 30));
    // A wider layer has more bins, not wider ones.
    assert_eq!(ruler(&[0.0, 3.0, 1.0], false, 4), ([0.0, 3.0], 6));
    assert_eq!(ruler(&[-0.2, 6.0, 1.0], false, 4), ([-0.5, 6.0], 13));
    assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
}

#[test]
fn the_rule_halves_the_patterns_and_does_not_see_a_flip() {
    let values = rule_values();
    let middle = threshold(&values);
    assert_eq!(values.iter().filter(|&&value| value > middle).count(), N_PATTERNS / 2);
    for pattern in [0, 5, 1234] {
        let flipped = N_PATTERNS - 1 - pattern;
        assert!((values[pattern] - values[flipped]).abs() < 1e-9);
        assert!(input(pattern).iter().zip(input(flipped)).all(|(a, b)| *a == -b));
    }
    assert_eq!(input(3)[..3], [1.0, 1.0, -1.0]);
    assert_eq!(input(0).len(), N_POINTS);
}

#[test]
fn the_bottleneck_of_a_label_that_follows_is_reached_by_one_bit() {
    let probabilities: Vec<f64> = (0..512).map(|k| if k < 256 { 0.0 } else { 1.0 }).collect();
    let found = curve(&probabilities);
    let last = found[found.len() - 1];
    assert!((last.y - 1.0).abs() < 0.01, "{last:?}");
    // What is known about the label is at most what is known about the pattern, and the curve rises.
    assert!(found.iter().all(|point| point.y <= point.x + 1e-6));
    assert!(found.windows(2).all(|pair| pair[1].y >= pair[0].y - 1e-6));
    let line = [Point { x: 1.0, y: 0.5 }, Point { x: 2.0, y: 0.7 }];
    assert!((bound(&line, 1.5) - 0.6).abs() < 1e-12);
    assert!((bound(&line, 0.5) - 0.25).abs() < 1e-12 && bound(&line, 9.0) == 0.7);
}
