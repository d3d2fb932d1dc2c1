//! The experiment holds by default, and deliberate fakes fail.

use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "template";

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds), "{:?}", report.claims);
}

#[test]
fn each_fake_turns_a_claim_to_fails() {
    for fake in ["shuffled_labels", "no_effect"] {
        let report = run_fake(SLUG, &[], 1, Some(fake)).unwrap();
        assert!(report.claims.iter().any(|claim| claim.verdict == ClaimVerdict::Fails), "{fake}");
    }
}
