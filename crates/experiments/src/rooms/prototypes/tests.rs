//! The experiment comes out by default as its lesson says, its parts are what they say, and deliberate fakes fail.

use draws::Draws;
use nn::{ParameterList, Parameters};
use tensor::{Device, Tensor};

use super::deform::Deformation;
use super::faithful::Shown;
use super::measures::{Codes, mean_smallest, median, surest};
use super::network::Layers;
use super::population::{accuracy, named};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "prototypes";
#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn shuffled_labels_and_a_loss_without_its_terms_fail_what_holds_by_default() {
    for (fake, ids) in
        [("shuffled_labels", &["accuracy"][..]), ("no_terms", &["realism", "recognised", "coverage"])]
    {
        let report = run_fake(SLUG, &[], 1, Some(fake)).unwrap();
        for claim in report.claims.iter().filter(|claim| ids.contains(&claim.id.as_str())) {
            assert_eq!(claim.verdict, ClaimVerdict::Fails, "{fake}, {}: {}", claim.id, claim.measured);
        }
    }
}

#[test]
fn mean_pictures_of_classes_shown_as_prototypes_are_found_out() {
    for (fake, expected) in [(None, ClaimVerdict::Holds), (Some("class_means"), ClaimVerdict::Fails)] {
        let report = run_fake(SLUG, &[("epochs", "1")], 1, fake).unwrap();
        let claim = report.claims.iter().find(|claim| claim.id == "faithful").unwrap();
        assert_eq!(claim.verdict, expected, "{fake:?}: {} {}", claim.measured, claim.control_measured);
    }
}

#[test]
fn codes_have_forty_numbers_and_pictures_come_back_in_their_size() {
    for side in [14, 28] {
        let mut list = ParameterList::new();
        let layers = Layers::new(&mut list, side, 7).unwrap();
        let p = Parameters::initialise_many(&list, &[1, 2], &Device::Cpu).unwrap();
        let x = Tensor::full(0.5, &[2, 3, 1, side, side], &Device::Cpu).unwrap();
        let codes = layers.encode(&p, &x).unwrap();
        assert_eq!(codes.shape(), [2, 3, 40]);
        assert_eq!(layers.decode(&p, &codes).unwrap().shape(), [2, 3, side * side]);
        assert_eq!(layers.prototypes(&p).unwrap().shape(), [2, 7, 40]);
        let first = pollster::block_on(layers.prototypes(&p).unwrap().to_vec()).unwrap();
        assert!(first.iter().all(|v| (0.0..=1.0).contains(v)), "they start uniform from 0 to 1");
    }
}

#[test]
fn distances_to_the_nearest_are_in_the_units_that_are_said() {
    let codes = Codes { numbers: &[0.0, 0.0, 3.0, 4.0, 0.0, 1.0, 3.0, 3.0], labels: &[0, 1, 0, 1], d: 2 };
    assert!((codes.within_class(4) - 1.0).abs() < 1e-12);
    assert_eq!(codes.nearest(&[0.0, 3.0, 3.0, 6.0]), [4.0, 4.0]);
    // Means 1.5 and 2: squares 4 · 2.25 and 4 + 4 + 1 + 1, over four codes.
    assert!((codes.spread() - (9.0 + 10.0) / 4.0).abs() < 1e-12);
    assert!((mean_smallest(&[3.0, 1.0, 2.0, 5.0], 2) - 1.5).abs() < 1e-12);
    assert_eq!((median(&[3.0, 1.0, 2.0]), median(&[4.0, 1.0])), (2.0, 2.5));
    let (class, p) = surest(&[0.0, 2.0, 0.0]);
    assert!(class == 1 && (p - 1.0 / (1.0 + 2.0 * (-2.0_f64).exp())).abs() < 1e-12);
}

#[test]
fn scores_are_distances_times_weights_and_other_prototypes_give_others() {
    let codes = [1.0, 0.0, 0.0, 2.0];
    let prototypes = [0.0, 0.0, 1.0, 1.0];
    let mut weights = vec![0.0; 20];
    (weights[3], weights[13]) = (-1.0, 0.5);
    // Distances 1 and 1, 4 and 2.
    let mut scores = vec![0.0; 20];
    (scores[3], scores[13]) = (-0.5, -3.0);
    let shown = Shown { codes: &codes, prototypes: &prototypes, weights: &weights, scores: &scores, m: 2 };
    let found = pollster::block_on(shown.test(&prototypes, &Device::Cpu)).unwrap();
    assert!(found.recomputed < 1e-6 && found.removed < 1e-6 && found.moved < 1e-6);
    assert!(found.moved_by > 0.05);
    let others = pollster::block_on(shown.test(&[0.5, 0.0, 1.0, 1.0], &Device::Cpu)).unwrap();
    assert!(others.recomputed > 0.1 && others.removed > 0.1);
    assert_eq!(named(&scores), [0, 0]);
    assert_eq!(accuracy(&[0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], &[1]), 1.0);
}

#[test]
fn a_bent_picture_keeps_most_of_its_ink_and_follows_from_its_draws() {
    let mut picture = vec![0.0; 28 * 28];
    for row in 10..18 {
        picture[row * 28 + 10..row * 28 + 18].fill(1.0);
    }
    let deformation = Deformation::new(28, Draws::new(1));
    let bent = deformation.bend(&picture, Draws::new(2));
    assert_eq!(bent, deformation.bend(&picture, Draws::new(2)));
    assert_ne!(bent, picture);
    let ink = bent.iter().sum::<f32>();
    assert!((32.0..128.0).contains(&ink), "{ink} of 64");
}
