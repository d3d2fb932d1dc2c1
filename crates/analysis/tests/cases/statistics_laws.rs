//! What must hold of inference whatever the numbers: how often tests are wrong, how often intervals
//! hold the truth, and what is refused.

use crate::support::*;
use inscape_analysis::*;

fn distances(x: &Activations) -> Rdm {
    rdm(x, Distance::SquaredEuclideanPerUnit).unwrap()
}

#[test]
fn a_permutation_test_finds_one_in_twenty_of_unrelated_rdms_at_the_five_percent_level() {
    let n_tests = 400;
    for (comparison, seeds) in [(RdmComparison::Spearman, 10_000), (RdmComparison::WhitenedCosine, 20_000)] {
        let is_positive = |run: u64| {
            let [a, b] = [0, 1].map(|side| distances(&normal(seeds + 2 * run + side, 9, 4, 1.0, 0.0)));
            rdm_permutation_test(&a, &b, comparison, 199, run).unwrap().p_value <= 0.05
        };
        let rate = (0..n_tests).filter(|&run| is_positive(run)).count() as f64 / n_tests as f64;
        assert!((0.03..=0.07).contains(&rate), "{comparison}: {rate}");
    }
}

#[test]
fn a_permutation_test_of_cka_finds_one_in_twenty_of_unrelated_layers() {
    let n_tests = 400;
    let is_positive = |run: u64| {
        let (x, y) = (normal(30_000 + 2 * run, 8, 3, 1.0, 0.0), normal(30_001 + 2 * run, 8, 3, 1.0, 0.0));
        let of_x = gram(&x);
        let test = permutation_test(8, 99, run, |order| {
            cka_from_grams(&of_x, &gram(&permute(&y, order)), Cka::LinearDebiased)
        });
        test.unwrap().p_value <= 0.05
    };
    let rate = (0..n_tests).filter(|&run| is_positive(run)).count() as f64 / n_tests as f64;
    assert!((0.03..=0.07).contains(&rate), "{rate}");
}

#[test]
fn a_permutation_test_finds_related_rdms() {
    let x = normal(1, 12, 6, 1.0, 0.0);
    let y = change(&x, |i, j, v| v + 0.5 * gauss(2, (6 * i + j) as u64));
    for line in RDM_COMPARISONS {
        let test = rdm_permutation_test(&distances(&x), &distances(&y), line.variant, 199, 1).unwrap();
        assert_eq!(test.p_value, 1.0 / 200.0, "{}", line.name);
    }
}

/// Two layers of a population of stimuli: six normal features, and the same with other weights and noise.
fn population(seed: u64, n_stimuli: usize) -> (Rdm, Rdm) {
    let x = normal(seed, n_stimuli, 6, 1.0, 0.0);
    let weights = [1.5, 1.0, 1.0, 0.5, 0.5, 0.2];
    let noise = |i: usize, j: usize| 0.7 * gauss(seed + 500_000, (6 * i + j) as u64);
    let y = change(&x, |i, j, v| weights[j] * v + noise(i, j));
    (distances(&x), distances(&y))
}

#[test]
fn the_same_seed_gives_the_same_samples_and_another_seed_others() {
    let (a, b) = population(3, 10);
    let of = |seed| bootstrap_stimuli(&a, &b, RdmComparison::Pearson, 50, seed).unwrap();
    assert_eq!(of(1), of(1));
    assert_ne!(of(1).samples, of(2).samples);
    let of = |seed| rdm_permutation_test(&a, &b, RdmComparison::Pearson, 50, seed).unwrap();
    assert_eq!(of(1), of(1));
    assert_ne!(of(1).permuted, of(2).permuted);
}

#[test]
fn a_bootstrap_of_few_stimuli_counts_the_samples_on_which_nothing_can_be_compared() {
    let (a, b) = (tied_rdm(4, 4, 1e9), tied_rdm(5, 4, 1e9));
    let found = bootstrap_stimuli(&a, &b, RdmComparison::Pearson, 400, 1).unwrap();
    // At most 2 of 4 stimuli: (4 + 6 · 14) of 256 samples, 34 %.
    let part = found.n_undefined() as f64 / 400.0;
    assert!((0.26..0.42).contains(&part), "{part}");
    let (a, b) = (tied_rdm(4, 3, 1e9), tied_rdm(5, 3, 1e9));
    // All of 3 stimuli: 6 of 27 samples.
    says(
        bootstrap_stimuli(&a, &b, RdmComparison::Pearson, 400, 1),
        &["rdm_pearson", "of 400", "more stimuli"],
    );
}

#[test]
fn the_error_of_a_bootstrap_over_subjects_is_that_of_the_mean() {
    let (model, _) = population(6, 10);
    let subjects: Vec<Rdm> = (0..12).map(|s| population(7 + s, 10).0).collect();
    let values: Vec<f64> =
        subjects.iter().map(|s| compare_rdms(&model, s, RdmComparison::Pearson).unwrap()).collect();
    let mean = values.iter().sum::<f64>() / 12.0;
    let error = (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / 11.0 / 12.0).sqrt();
    let found = bootstrap_subjects(&model, &subjects, RdmComparison::Pearson, 4000, 1).unwrap();
    assert!((found.estimate - mean).abs() < 1e-12);
    assert!((found.standard_error / error - 1.0).abs() < 0.05, "{} {error}", found.standard_error);
    assert!((found.mean() - mean).abs() < 0.1 * error);
}

#[test]
fn no_rdm_fits_subjects_better_than_the_upper_bound_of_pearson_cosine_and_rho_a() {
    let subjects: Vec<Rdm> = (0..5).map(|s| population(30 + 2 * (s % 2) + 7 * s, 7).1).collect();
    let fit = |rdm: &Rdm, comparison| {
        subjects.iter().map(|s| compare_rdms(rdm, s, comparison).unwrap() / 5.0).sum::<f64>()
    };
    for comparison in [RdmComparison::Pearson, RdmComparison::Cosine, RdmComparison::RhoA] {
        let ceiling = noise_ceiling(&subjects, comparison).unwrap();
        assert!(ceiling.lower < ceiling.upper, "{comparison}");
        for subject in &subjects {
            assert!(fit(subject, comparison) <= ceiling.upper + 1e-12, "{comparison}");
        }
        for seed in 0..50 {
            assert!(fit(&tied_rdm(50 + seed, 7, 1e9), comparison) <= ceiling.upper, "{comparison}");
        }
    }
}

#[test]
fn subjects_who_agree_have_a_noise_ceiling_of_one() {
    let subject = tied_rdm(60, 8, 1e9);
    for line in RDM_COMPARISONS {
        let ceiling =
            noise_ceiling(&[subject.clone(), subject.clone(), subject.clone()], line.variant).unwrap();
        assert!((ceiling.lower - 1.0).abs() < 1e-12 && (ceiling.upper - 1.0).abs() < 1e-12, "{}", line.name);
    }
}

#[test]
fn paired_tests_change_sign_and_not_their_p_value_with_the_order_of_the_models() {
    let [a, b]: [Vec<f64>; 2] = [70, 71].map(|seed| (0..9).map(|i| gauss(seed, i)).collect());
    let (ab, ba) = (paired_t_test(&a, &b).unwrap(), paired_t_test(&b, &a).unwrap());
    assert!((ab.t + ba.t).abs() < 1e-12 && (ab.p_value - ba.p_value).abs() < 1e-12);
    assert_eq!(wilcoxon_signed_rank(&a, &b), wilcoxon_signed_rank(&b, &a));
    assert_eq!(cohens_d_paired(&a, &b).unwrap(), -cohens_d_paired(&b, &a).unwrap());
    assert_eq!(cliffs_delta(&a, &b).unwrap(), -cliffs_delta(&b, &a).unwrap());
    let flips = |a: &[f64], b: &[f64]| sign_flip_test(a, b, 999, 1).unwrap();
    assert_eq!(flips(&a, &b).p_value, flips(&b, &a).p_value);
}

#[test]
fn random_sign_flips_come_near_to_all_of_them() {
    let [a, b]: [Vec<f64>; 2] = [72, 73].map(|seed| (0..12).map(|i| gauss(seed, i)).collect());
    let a: Vec<f64> = a.iter().map(|v| v + 0.6).collect();
    let (all, some) = (sign_flip_test(&a, &b, 4096, 1).unwrap(), sign_flip_test(&a, &b, 4095, 1).unwrap());
    assert!(all.is_exact && !some.is_exact && all.n_flips == 4096);
    assert!((all.p_value - some.p_value).abs() < 0.02, "{} {}", all.p_value, some.p_value);
    assert!(all.p_value > 0.001 && all.p_value < 0.5);
}

#[test]
fn models_are_compared_pair_by_pair_and_corrected_for_their_number() {
    let model = |shift: f64, seed| (0..20).map(|i| shift + gauss(seed, i)).collect::<Vec<f64>>();
    let values = [model(0.0, 80), model(2.0, 81), model(0.1, 82)];
    let tests = [PairedTest::T, PairedTest::SignedRank, PairedTest::SignFlip { n_flips: 999, seed: 1 }];
    for test in tests {
        let pairs = compare_models(&values, test, Correction::Holm).unwrap();
        assert_eq!(pairs.iter().map(|p| (p.first, p.second)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
        let p: Vec<f64> = pairs.iter().map(|pair| pair.p_value).collect();
        let holm = corrected(&p, Correction::Holm).unwrap();
        assert_eq!(pairs.iter().map(|pair| pair.corrected_p_value).collect::<Vec<_>>(), holm);
        assert!(holm[0] < 0.01 && holm[1] > 0.05 && holm[2] < 0.01, "{test:?} {holm:?}");
        assert!(pairs[0].mean_difference < 0.0 && pairs[0].cohens_d < -0.8);
    }
}

#[test]
fn bootstraps_of_a_good_and_a_bad_model_differ_and_of_two_equal_ones_do_not() {
    let (good, subject) = population(90, 20);
    let bad = tied_rdm(91, 20, 1e9);
    let of = |model: &Rdm| bootstrap_stimuli(model, &subject, RdmComparison::Pearson, 200, 1).unwrap();
    let p = bootstrap_pair_test(&of(&good), &of(&bad)).unwrap();
    assert!(p <= 0.05, "{p}");
    assert_eq!(p, bootstrap_pair_test(&of(&bad), &of(&good)).unwrap());
    says(bootstrap_pair_test(&of(&good), &of(&good)), &["differences are 0"]);
}

#[test]
fn chosen_stimuli_are_different_ones_in_order_and_the_sentence_says_how_many() {
    let choice = choose_stimuli(50, 20, 3).unwrap();
    assert!(choice.stimuli.is_sorted_by(|a, b| a < b) && choice.stimuli[19] < 50);
    assert_eq!(choice, choose_stimuli(50, 20, 3).unwrap());
    assert_ne!(choice.stimuli, choose_stimuli(50, 20, 4).unwrap().stimuli);
    let sentence = "20 of 50 stimuli were used, drawn at random without replacement with seed 3.";
    assert_eq!(choice.to_string(), sentence);
    assert_eq!(choose_stimuli(5, 5, 3).unwrap().to_string(), "All 5 stimuli were used.");
    // Each is as likely.
    let mut times = [0; 10];
    (0..2000)
        .for_each(|seed| choose_stimuli(10, 3, seed).unwrap().stimuli.iter().for_each(|&i| times[i] += 1));
    assert!(times.iter().all(|n| (500..700).contains(n)), "{times:?}");
}

#[test]
fn what_cannot_be_inferred_from_is_refused_with_the_next_step() {
    let (a, b) = population(95, 5);
    let pearson = RdmComparison::Pearson;
    says(bootstrap_stimuli(&a, &b, pearson, 39, 1), &["at least 40 random draws", "39"]);
    says(
        bootstrap_subjects(&a, std::slice::from_ref(&b), pearson, 100, 1),
        &["at least 2 subjects", "there is 1"],
    );
    says(bootstrap_subjects(&a, &[b.clone(), tied_rdm(1, 6, 9.0)], pearson, 100, 1), &["second 6"]);
    says(rdm_permutation_test(&a, &b, pearson, 18, 1), &["at least 19 random draws"]);
    let of_3 = tied_rdm(1, 3, 9.0);
    says(rdm_permutation_test(&of_3, &of_3, pearson, 99, 1), &["at least 4 stimuli", "6 orders"]);
    says(noise_ceiling(std::slice::from_ref(&a), pearson), &["noise ceiling", "there is 1"]);
    says(noise_ceiling(&[a.clone(), tied_rdm(1, 6, 9.0)], pearson), &["first input has 5", "second 6"]);
    says(noise_ceiling(&[a.clone(), tied_rdm(1, 5, 1.0)], pearson), &["second RDM"]);
    says(paired_t_test(&[1.0, 2.0], &[1.0]), &["2 values and 1 values"]);
    says(paired_t_test(&[1.0], &[2.0]), &["at least 2 values"]);
    says(paired_t_test(&[1.1, 2.1], &[1.0, 2.0]), &["all differences are 0.1"]);
    says(cohens_d_paired(&[1.0, 2.0], &[1.0, 2.0]), &["all differences are 0"]);
    says(wilcoxon_signed_rank(&[1.0, f64::NAN], &[1.0, 2.0]), &["place 1", "NaN"]);
    says(wilcoxon_signed_rank(&[1.0], &[1.0]), &["all differences are 0"]);
    says(sign_flip_test(&[1.0], &[1.0], 99, 1), &["all differences are 0"]);
    says(sign_flip_test(&[1.0], &[2.0], 9, 1), &["at least 19"]);
    says(cliffs_delta(&[], &[1.0]), &["Cliff's delta", "there are none"]);
    says(corrected(&[0.1, 1.5], Correction::Holm), &["place 1", "1.5"]);
    says(compare_models(&[vec![1.0, 2.0]], PairedTest::T, Correction::None), &["at least 2 values"]);
    says(choose_stimuli(5, 6, 1), &["6 of 5 stimuli", "from 1 to 5"]);
    says(choose_stimuli(5, 0, 1), &["0 of 5"]);
    says(compare_rdms_on(&a, &b, pearson, &[0, 1, 5]), &["stimulus 5", "there are 5"]);
    says(compare_rdms_on(&a, &b, pearson, &[0, 1, 1]), &["at least 3 stimuli", "are 2"]);
    let zero = tied_rdm(1, 5, 1.0);
    says(compare_rdms_on(&a, &zero, pearson, &[0, 1, 2]), &["rdm_pearson", "chosen stimuli"]);
}
