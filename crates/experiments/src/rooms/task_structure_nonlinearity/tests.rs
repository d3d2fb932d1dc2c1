//! The experiment holds by default, its parts are what they say, and deliberate fakes fail.

use super::geometry::{parallelism, specialised_share};
use super::task::{N_CONDITIONS, N_INPUTS, Target, bits, directions, means};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "task-structure-nonlinearity";
/// Smaller than the default, for a build that is not optimised: fewer networks and no map.
const SMALL: [(&str, &str); 3] = [("nets", "3"), ("steps", "600"), ("map", "false")];

#[test]
fn all_claims_hold_on_a_small_run() {
    let report = run_fake(SLUG, &SMALL, 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn labels_drawn_at_random_and_a_linear_layer_turn_claims_to_fails() {
    for fake in ["shuffled_labels", "no_nonlinearity"] {
        let report = run_fake(SLUG, &SMALL, 1, Some(fake)).unwrap();
        let geometry = report.claims.iter().find(|claim| claim.id == "geometry").unwrap();
        assert_eq!(geometry.verdict, ClaimVerdict::Fails, "{fake}: {}", geometry.measured);
    }
}

#[test]
fn conditions_of_unstructured_inputs_are_orthogonal_and_of_length_1() {
    let drawn = directions(&mut tensor::Random::new(3)).unwrap();
    for structure in [0.0, 0.5, 1.0] {
        let means = means(&drawn, structure);
        let row = |condition: usize| &means[condition * N_INPUTS..][..N_INPUTS];
        let dot = |a: usize, b: usize| row(a).iter().zip(row(b)).map(|(a, b)| f64::from(a * b)).sum::<f64>();
        for a in 0..N_CONDITIONS {
            assert!((dot(a, a) - 1.0).abs() < 1e-5);
            for b in 0..a {
                let alike: f64 = bits(a).iter().zip(bits(b)).map(|(a, b)| a * b).sum();
                assert!((dot(a, b) - (1.0 - structure) * alike / 3.0).abs() < 1e-5);
            }
        }
    }
}

#[test]
fn targets_are_balanced_and_xor_is_the_product_of_the_bits() {
    for (target, _) in Target::ALL {
        assert_eq!((0..N_CONDITIONS).map(|condition| target.of(condition)[0]).sum::<f64>(), 0.0);
    }
    assert!((0..N_CONDITIONS).all(|c| Target::Xor.of(c)[0] == bits(c)[0] * bits(c)[1]));
}

#[test]
fn a_neuron_for_each_bit_is_parallel_and_one_for_each_condition_is_specialised() {
    let of_bits: Vec<f32> = (0..N_CONDITIONS).flat_map(bits).map(|z| z as f32).collect();
    assert!((parallelism(&of_bits, 1) - 1.0).abs() < 1e-9);
    assert_eq!(specialised_share(&of_bits), 0.0);
    let of_conditions: Vec<f32> = (0..N_CONDITIONS * N_CONDITIONS)
        .map(|at| f32::from(u8::from(at % (N_CONDITIONS + 1) == 0)))
        .collect();
    assert!(parallelism(&of_conditions, 1).abs() < 1e-9);
    assert_eq!(specialised_share(&of_conditions), 1.0);
}
