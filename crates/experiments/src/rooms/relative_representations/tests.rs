//! The experiment comes out as described, its parts are what they say, and deliberate fakes fail.

use analysis::Activations;
use draws::Draws;
use tensor::Random;

use super::anchors::{Choice, of_space};
use super::checkpoints::spearman;
use super::retrieval::retrieve;
use super::space::{Transform, made, procrustes, relative, times};
use super::words::vocabulary;
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "relative-representations";
/// Smaller than the default.
const SMALL: [(&str, &str); 3] = [("nets", "2"), ("steps", "100"), ("words", "700")];

#[test]
fn claims_come_out_as_the_lesson_says() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    for claim in &report.claims {
        assert_eq!(claim.verdict, ClaimVerdict::Holds, "{}: {}", claim.id, claim.measured);
    }
}

#[test]
fn labels_drawn_at_random_and_anchors_of_ones_own_turn_a_claim_to_fails_that_holds_without() {
    use ClaimVerdict::{Fails, Holds};
    for (fake, expected) in [
        (None, &[("words", Holds), ("likeness", Holds)][..]),
        (Some("own_anchors"), &[("words", Fails)][..]),
        (Some("shuffled_labels"), &[("likeness", Fails)][..]),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        for (id, verdict) in expected {
            let claim = report.claims.iter().find(|claim| claim.id == *id).unwrap();
            assert_eq!(claim.verdict, *verdict, "{fake:?}: {} {}", claim.measured, claim.control_measured);
        }
    }
}

fn drawn(n: usize, d: usize) -> Activations<f64> {
    let mut random = Random::new(3);
    made((0..n * d).map(|_| random.normal()).collect(), d).unwrap()
}

#[test]
fn angles_stay_under_rotation_and_scale_and_procrustes_finds_the_rotation() {
    let x = drawn(30, 5);
    let anchors: Vec<usize> = (0..8).collect();
    let before = relative(&x, &anchors).unwrap();
    let turned = pollster::block_on(Transform::Rotation.apply(&x, Random::new(1))).unwrap();
    let after = relative(&turned, &anchors).unwrap();
    assert!(before.data().iter().zip(after.data()).all(|(a, b)| (a - b).abs() < 1e-12));
    let sheared = pollster::block_on(Transform::Shear.apply(&x, Random::new(1))).unwrap();
    let bent = relative(&sheared, &anchors).unwrap();
    assert!(before.data().iter().zip(bent.data()).any(|(a, b)| (a - b).abs() > 0.1));
    let turn = pollster::block_on(procrustes(&x, &turned)).unwrap();
    for row in 0..30 {
        let back = times(turned.row(row), &turn, 5);
        assert!(back.iter().zip(x.row(row)).all(|(a, b)| (a / 3.0 - b).abs() < 1e-4));
    }
}

#[test]
fn the_angles_of_a_point_to_two_anchors_are_those_of_the_exercise() {
    let x = made(vec![2.0, 2.0, 5.0, 0.0, 0.0, -1.0], 2).unwrap();
    let found = relative(&x, &[1, 2]).unwrap();
    assert!(
        (found.row(0)[0] - 0.5_f64.sqrt()).abs() < 1e-12 && (found.row(0)[1] + 0.5_f64.sqrt()).abs() < 1e-12
    );
}

#[test]
fn a_space_finds_itself_and_anchors_are_as_asked() {
    let x = drawn(40, 6);
    let found = pollster::block_on(retrieve(&x, &x)).unwrap();
    assert_eq!((found.mrr, found.jaccard), (1.0, 1.0));
    let pictures = Activations::new(x.data().iter().map(|&v| v as f32).collect(), 40, 6).unwrap();
    for name in ["uniform", "farthest", "means"] {
        let mut chosen = Choice::named(name).rows(&pictures, 12, Draws::new(1)).unwrap();
        chosen.sort_unstable();
        chosen.dedup();
        assert_eq!(chosen.len(), 12, "{name}");
    }
    let first: Vec<usize> = (0..10).collect();
    assert_eq!(of_space(&first, 1000, 0, 1.0, Draws::new(1)), first);
    let other = of_space(&first, 1000, 1, 0.5, Draws::new(1));
    assert_eq!(first.iter().zip(&other).filter(|(a, b)| a == b).count(), 5);
}

#[test]
fn words_are_counted_and_ranks_correlate() {
    assert_eq!(vocabulary("The cat. The dog;\n\nthe cat!", 2), ["the", "cat"]);
    assert!((spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 15.0]) - 0.5).abs() < 1e-12);
}
