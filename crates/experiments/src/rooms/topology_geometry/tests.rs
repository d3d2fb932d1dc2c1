//! The experiment comes out as described, its parts are what they say, and deliberate fakes fail.

use analysis::{Rdm, geo_topological, rank_transformed};
use draws::Draws;

use super::identify::products;
use super::readings::betti;
use super::shapes::pairing;
use super::transform::{PLAIN, cells, near_and_far, ranks, ways};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "topology-geometry";
/// Smaller than the default.
const SMALL: [(&str, &str); 2] = [("nets", "5"), ("stimuli", "30")];

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
fn layers_of_random_names_and_straight_ways_turn_a_claim_to_fails_that_holds_without() {
    use ClaimVerdict::{Fails, Holds};
    for (fake, expected) in [
        (None, &[("binary", Holds), ("shapes", Holds)][..]),
        (Some("shuffled_labels"), &[("binary", Fails)][..]),
        (Some("no_geodesic"), &[("shapes", Fails)][..]),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        for (id, verdict) in expected {
            let claim = report.claims.iter().find(|claim| claim.id == *id).unwrap();
            assert_eq!(claim.verdict, *verdict, "{fake:?}: {} {}", claim.measured, claim.control_measured);
        }
    }
}

fn drawn(n: usize) -> Rdm {
    let draws = Draws::new(5);
    Rdm::from_upper((0..n * (n - 1) / 2).map(|at| draws.unit(at as u64)).collect(), n).unwrap()
}

#[test]
fn the_fast_transform_is_that_of_the_engine_on_ranks() {
    let rdm = drawn(12);
    let own = ranks(&rdm).unwrap();
    let engine = rank_transformed(&rdm).unwrap();
    assert_eq!(cells()[PLAIN], [0.0, 1.0]);
    for cell in cells() {
        let expected = geo_topological(&engine, cell[0], cell[1]).unwrap();
        let found: Vec<f64> = near_and_far(&own, cell).collect();
        assert!(found.iter().zip(expected.upper()).all(|(a, b)| (a - b).abs() < 1e-9), "{cell:?}");
    }
    let binary: Vec<f64> = near_and_far(&own, [0.1, 0.1]).collect();
    assert_eq!(binary.iter().filter(|&&far| far == 0.0).count(), 7);
    assert!(ways(&own, 12, 3).unwrap().iter().all(|way| (0.0..=1.0).contains(way)));
}

#[test]
fn matrices_of_two_kinds_are_told_apart_and_distances_follow_from_products() {
    // Three networks of two layers: the second's matrices lie 10 away.
    let sets: Vec<f32> = (0..6).flat_map(|k| [(k % 2) as f32 * 10.0 + k as f32 * 0.1, 1.0]).collect();
    let found = pollster::block_on(products(sets, 3, 2, 2)).unwrap();
    assert_eq!(found[0].shares(), [1.0; 3]);
    assert!((found[0].squared(0, 1) - 10.1 * 10.1).abs() < 1e-3);
}

#[test]
fn betti_numbers_are_those_of_the_shapes() {
    assert_eq!(betti(0).unwrap(), (1, 1));
    assert_eq!(betti(2).unwrap(), (1, 2));
    assert_eq!(betti(3).unwrap(), (2, 2));
}

#[test]
fn without_distortion_every_ring_finds_its_kind_in_place_and_few_scrambled() {
    let paired = pairing(0.0, Some(4), Draws::new(1)).unwrap();
    assert_eq!(paired.found[2], 1.0);
    assert!(paired.scrambled[2] < 0.6);
}
