//! The experiment holds by default, its parts are what they say, and deliberate fakes fail.

use analysis::{MatchedUnits, UnitCorrelations, UnitMatching};

use super::clusters::block_ratio;
use super::sparse::{N_PENALTIES, penalties};
use super::triangles::comes_home;
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "convergent-learning";
/// Smaller than the default.
const SMALL: [(&str, &str); 3] = [("nets", "2"), ("pictures", "2000"), ("epochs", "2")];

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn labels_drawn_at_random_and_pairs_without_matching_turn_a_claim_to_fails_that_holds_without() {
    use ClaimVerdict::{Fails, Holds};
    for (fake, expected) in [
        (None, &[("learned", Holds), ("convergent", Holds)][..]),
        (Some("shuffled_labels"), &[("learned", Fails)][..]),
        (Some("no_matching"), &[("convergent", Fails)][..]),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        for (id, verdict) in expected {
            let claim = report.claims.iter().find(|claim| claim.id == *id).unwrap();
            assert_eq!(claim.verdict, *verdict, "{fake:?}: {} {}", claim.measured, claim.control_measured);
        }
    }
}

#[test]
fn untrained_networks_are_not_judged() {
    let report = run_fake(SLUG, &[("epochs", "0"), ("nets", "2"), ("width", "8")], 1, None).unwrap();
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Open));
}

fn matching(partners: &[usize]) -> UnitMatching {
    let pair = |(first, &second)| MatchedUnits { first, second, correlation: 1.0 };
    UnitMatching { pairs: partners.iter().enumerate().map(pair).collect() }
}

#[test]
fn units_come_home_where_the_way_round_is_the_straight_way() {
    let (ab, bc) = (matching(&[1, 2, 0]), matching(&[2, 0, 1]));
    assert_eq!(comes_home(&ab, &bc, &matching(&[0, 1, 2])), 1.0);
    assert_eq!(comes_home(&ab, &bc, &matching(&[0, 2, 1])), 1.0 / 3.0);
}

#[test]
fn the_block_ratio_is_that_of_the_means_within_and_between() {
    let values = vec![0.8, 0.2, -0.2, 0.4];
    let correlations = UnitCorrelations { first: vec![0, 1], second: vec![0, 1], values };
    assert!((block_ratio(&correlations, &[0, 1], &[0, 1]) - 3.0).abs() < 1e-12);
    assert_eq!(block_ratio(&correlations, &[0, 0], &[0, 0]), 1.0);
}

#[test]
fn penalties_fall_from_nine_tenths() {
    let all = penalties();
    assert!((all[0] - 0.9).abs() < 1e-12 && (all[N_PENALTIES - 1] - 0.003).abs() < 1e-12);
    assert!(all.is_sorted_by(|a, b| a > b));
}
