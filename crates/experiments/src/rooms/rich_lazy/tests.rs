//! The experiment comes out by default as its lesson says, its parts are what they say, and deliberate fakes fail.

use tensor::{Device, Random};

use super::initial::{Family, draw, entropy_rank, norm, singular_values, stable_rank};
use super::kernel::{alignment, tangent_kernel};
use super::linear::{Start, train};
use super::network::{BATCH, Population, Shape};
use super::rank_correlation::{relabelled_band, spearman};
use super::task::{N_OUTPUTS, N_STEPS, Task};
use crate::ClaimVerdict;
use crate::run::run_fake;

const SLUG: &str = "rich-lazy";
/// Smaller than the default.
const SMALL: [(&str, &str); 2] = [("nets", "2"), ("steps", "100")];

#[test]
fn all_claims_hold_by_default() {
    let report = run_fake(SLUG, &[], 1, None).unwrap();
    for claim in &report.claims {
        println!("{}: {:?}. {} Control: {}", claim.id, claim.verdict, claim.measured, claim.control_measured);
    }
    assert!(report.claims.iter().all(|claim| claim.verdict == ClaimVerdict::Holds));
}

#[test]
fn decisions_drawn_at_random_and_weights_that_are_not_rescaled_fail_what_holds_by_default() {
    let verdict = |fake, id: &str| {
        let report = run_fake(SLUG, &SMALL, 1, fake).unwrap();
        let claim = report.claims.iter().find(|claim| claim.id == id).unwrap();
        (claim.verdict, report.claims[0].verdict, report.warnings.join(" "))
    };
    assert_eq!(verdict(Some("shuffled_labels"), "learning").0, ClaimVerdict::Fails);
    let (norm, kernel, warnings) = verdict(Some("no_rescaling"), "norm");
    assert_eq!((norm, kernel), (ClaimVerdict::Fails, ClaimVerdict::Open));
    assert!(warnings.contains("norm"), "{warnings}");
    assert_eq!(verdict(None, "norm").0, ClaimVerdict::Holds);
}

#[test]
fn first_weights_have_the_rank_and_the_norm_that_were_asked_for() {
    let of = |family| {
        let weights = pollster::block_on(draw(family, 20, 1.25, &Random::new(3), true)).unwrap();
        let singular = pollster::block_on(singular_values(&weights, 20)).unwrap();
        let size = norm(&weights.iter().map(|&w| f64::from(w)).collect::<Vec<_>>());
        assert!((size - 1.25 * 20_f64.sqrt()).abs() < 1e-5, "{family:?}: {size}");
        singular
    };
    let three = of(Family::Rank(3));
    assert!(three[2] > 0.1 && three[3] < 1e-5 * three[0]);
    assert!(of(Family::Rank(20))[19] > 0.0);
    let [thin, full] = [1, 20].map(|rank| entropy_rank(&of(Family::Rank(rank))));
    assert!((thin - 1.0).abs() < 1e-3 && full > 10.0);
    assert!(entropy_rank(&of(Family::Dale)) < full && entropy_rank(&of(Family::CellTypes)) < full);
    assert_eq!(stable_rank(&[3.0, 3.0, 0.0, 0.0]), 2.0);
    assert!((entropy_rank(&[3.0, 3.0, 0.0, 0.0]) - 2.0).abs() < 1e-12);
}

/// An entry of the tangent kernel is the inner product of two gradients, here by differences of the loss of one output.
#[test]
fn the_tangent_kernel_is_made_of_the_gradients_of_outputs() {
    let shape = Shape {
        n_nets: 1,
        n: 6,
        gain: 1.25,
        rate: 0.01,
        task: Task::Choice,
        is_rescaled: true,
        is_shuffled: false,
    };
    let population =
        pollster::block_on(Population::new(vec![Family::Rank(6)], shape, 4, &Device::Cpu)).unwrap();
    let found = pollster::block_on(population.gradients()).unwrap();
    let kernel = tangent_kernel(&found.deltas[0], &found.states[0], N_OUTPUTS, N_STEPS - 1);
    let n = BATCH * N_OUTPUTS;
    let gradients = pollster::block_on(population.gradients_by_reverse_mode(&[(0, 1), (5, 2)])).unwrap();
    for (a, left) in [(1, 0), (5 * N_OUTPUTS + 2, 1)] {
        for (b, right) in [(1, 0), (5 * N_OUTPUTS + 2, 1)] {
            let expected: f64 =
                gradients[left].iter().zip(&gradients[right]).map(|(l, r)| f64::from(l * r)).sum();
            assert!((kernel[a * n + b] - expected).abs() < 1e-4 * expected.abs().max(1.0), "{a} {b}");
        }
    }
}

#[test]
fn a_task_has_as_many_answers_of_each_kind_and_evidence_on_their_side() {
    for (task, _) in Task::ALL {
        let (x, right) = task.trials(2000, &mut Random::new(2));
        let second = right.iter().filter(|&&answer| answer == 2.0).count();
        assert!((850..1150).contains(&second), "{task:?}: {second}");
        assert!(right.iter().all(|&answer| answer == 1.0 || answer == 2.0));
        let last = &x[(N_STEPS - 1) * 2000 * task.n_inputs()..];
        assert!(last.iter().all(|&input| input == 0.0));
    }
    let (x, right) = Task::Choice.trials(2000, &mut Random::new(2));
    let difference = |trial: usize| {
        let at = |step: usize, input: usize| x[(step * 2000 + trial) * 3 + input];
        (0..N_STEPS - 1).map(|step| at(step, 2) - at(step, 1)).sum::<f32>()
    };
    let n_agree = (0..2000).filter(|&trial| (difference(trial) > 0.0) == (right[trial] == 2.0)).count();
    assert!(n_agree > 1700, "{n_agree}");
}

#[test]
fn linear_networks_reach_the_loss_and_only_aligned_thin_ones_stay_lazy() {
    let of = |start| train(start, &Random::new(7));
    let (along, full) = (of(Start::Rank1 { degrees: 0.0 }), of(Start::Full));
    let random = of(Start::Random);
    assert!([along, full, random].iter().all(|net| net.loss < 1e-4));
    assert!(along.kernel > 0.95 && full.kernel > random.kernel, "{along:?} {full:?} {random:?}");
}

#[test]
fn alignment_is_a_cosine_and_rank_correlation_knows_ties() {
    assert!((alignment(&[1.0, 2.0], &[2.0, 4.0]) - 1.0).abs() < 1e-12);
    assert_eq!(alignment(&[1.0, 0.0], &[0.0, 3.0]), 0.0);
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[5.0, 6.0, 60.0]), 1.0);
    // SciPy's spearmanr of the same.
    assert!((spearman(&[1.0, 1.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0]) - 0.948_683_298_050_513_8).abs() < 1e-12);
    let band = relabelled_band(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 1);
    assert!((0.6..=0.95).contains(&band), "{band}");
}
