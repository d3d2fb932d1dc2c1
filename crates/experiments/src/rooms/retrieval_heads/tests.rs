//! The experiment holds by default, and deliberate fakes fail.

use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "retrieval-heads";
/// Smaller than the default.
const SMALL: [(&str, &str); 1] = [("needles", "1")];

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    println!("{:?}", report.run.times);
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn heads_by_number_and_heads_that_stay_turn_a_claim_to_fails_that_holds_without() {
    for (fake, expected) in [
        (None, ClaimVerdict::Holds),
        (Some("heads_by_number"), ClaimVerdict::Fails),
        (Some("no_mask"), ClaimVerdict::Fails),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        let causal = report.claims.iter().find(|claim| claim.id == "causal").unwrap();
        assert_eq!(causal.verdict, expected, "{fake:?}: {}", causal.measured);
    }
}
