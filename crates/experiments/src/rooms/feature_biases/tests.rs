//! The experiment holds by default, its parts are what they say, and deliberate fakes fail.

use super::feature::{Feature, N_INPUTS, all_values};
use super::population::samples;
use super::similarity::{N_STIMULI, Similarity};
use super::variance::{accuracy, explained, values};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "feature-biases";
/// Smaller than the default.
const SMALL: [(&str, &str); 3] = [("nets", "2"), ("order", "false"), ("steps", "500")];

#[test]
fn claims_come_out_by_default_as_the_lesson_says() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    for claim in &report.claims {
        // The order is never judged, and seed 1 is one of those whose difference in likeness is too small.
        let is_open = ["order", "likeness"].contains(&claim.id.as_str());
        let expected = if is_open { ClaimVerdict::Open } else { ClaimVerdict::Holds };
        assert_eq!(claim.verdict, expected, "{}: {}", claim.id, claim.measured);
    }
}

#[test]
fn labels_drawn_at_random_and_training_that_stops_early_turn_a_claim_to_fails_that_holds_without() {
    for (fake, expected) in [
        (None, ClaimVerdict::Holds),
        (Some("shuffled_labels"), ClaimVerdict::Fails),
        (Some("stops_early"), ClaimVerdict::Fails),
    ] {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        let bias = report.claims.iter().find(|claim| claim.id == "bias").unwrap();
        assert_eq!(bias.verdict, expected, "{fake:?}: {}", bias.measured);
    }
}

#[test]
fn nothing_is_judged_where_one_answer_counts_less_often() {
    let words = [("nets", "2"), ("order", "false"), ("steps", "100"), ("width", "16"), ("prevalence", "0.5")];
    let report = run_fake(SLUG, &words, 1, None).unwrap();
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Open));
}

#[test]
fn a_layer_of_three_times_the_easy_and_once_the_hard_feature_has_nine_tenths_of_the_easy() {
    let x = samples(4096, 3);
    let [easy, hard] = [Feature::Easy, Feature::Xor].map(|feature| values(feature, &x));
    let layer: Vec<f32> =
        easy.iter().zip(&hard).flat_map(|(e, h)| [3.0 * e, 1.0 * h + 5.0]).map(|v| v as f32).collect();
    let shares = explained(&layer, &[&easy, &hard]);
    // Independent but for the chance of 4,096 draws.
    assert!((shares[0] - 0.9).abs() < 0.01 && (shares[1] - 0.1).abs() < 0.01, "{shares:?}");
    assert_eq!(explained(&[1.0; 8], &[&[1.0, -1.0, 1.0, -1.0]]), [0.0]);
    assert!((explained(&[1.0, -1.0, 1.0, -1.0], &[&[1.0, -1.0, 1.0, -1.0]])[0] - 1.0).abs() < 1e-12);
    let scores: Vec<f32> = easy.iter().flat_map(|&e| [e as f32, 1.0]).collect();
    assert_eq!(accuracy(&scores, 2, 0, &easy), 1.0);
}

#[test]
fn features_on_the_device_are_those_of_the_test() {
    let x = samples(64, 5);
    let tensor = tensor::Tensor::from_vec(x.clone(), &[2, 32, N_INPUTS], &tensor::Device::Cpu).unwrap();
    let found = pollster::block_on(all_values(&tensor).unwrap().to_vec()).unwrap();
    for (sample, row) in x.chunks_exact(N_INPUTS).enumerate() {
        for feature in Feature::ALL {
            assert_eq!(f64::from(found[sample * Feature::ALL.len() + feature.place()]), feature.of(row));
        }
    }
    assert_eq!(Feature::Parity3.of(&x), Feature::Xor.of(&x) * f64::from(x[3]));
}

#[test]
fn a_model_is_wholly_like_itself_and_like_nothing_when_stimuli_are_shuffled() {
    let mut random = tensor::Random::new(2);
    let mut layer = || (0..N_STIMULI * 8).map(|_| random.normal() as f32).collect::<Vec<f32>>();
    let [a, b] = [layer(), layer()];
    let found = Similarity::new(&[&a, &b, &a], 8, 1).unwrap();
    assert!((found.between(2, 0)[0] - 1.0).abs() < 1e-12);
    assert!(found.between(2, 1)[0].abs() < 0.1 && found.shuffled.abs() < 0.1);
}
