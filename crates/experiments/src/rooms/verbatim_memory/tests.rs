//! The experiment holds by default, and deliberate fakes fail.

use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "verbatim-memory";

#[test]
fn all_claims_hold_by_default_but_that_of_the_gist_which_this_lstm_does_not_carry_over() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    println!("{:?}", report.run.times);
    for claim in &report.claims {
        let expected = if claim.id == "gist" { ClaimVerdict::Open } else { ClaimVerdict::Holds };
        assert_eq!(claim.verdict, expected, "{}", claim.id);
    }
}

#[test]
fn a_second_list_that_is_never_the_first_and_a_cache_beside_the_network_turn_claims_to_fails() {
    for (fake, id, expected) in [
        (None, "retrieves", ClaimVerdict::Holds),
        (Some("never_again"), "retrieves", ClaimVerdict::Fails),
        (None, "attention", ClaimVerdict::Holds),
        (Some("copy_cache"), "attention", ClaimVerdict::Fails),
        (Some("copy_cache"), "head", ClaimVerdict::Fails),
    ] {
        let report = run_fake(SLUG, &[("lists", "12")], 1, fake).unwrap();
        let claim = report.claims.iter().find(|claim| claim.id == id).unwrap();
        assert_eq!(claim.verdict, expected, "{fake:?}: {}", claim.measured);
    }
}
