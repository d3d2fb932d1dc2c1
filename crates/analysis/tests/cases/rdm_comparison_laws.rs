//! What must hold of a comparison of RDMs whatever the numbers.

use crate::support::*;
use inscape_analysis::*;

fn value(a: &Rdm, b: &Rdm, comparison: RdmComparison) -> f64 {
    compare_rdms(a, b, comparison).unwrap()
}

fn map(a: &Rdm, change: impl Fn(f64) -> f64) -> Rdm {
    let upper = a.upper().iter().map(|&d| change(d)).collect();
    Rdm::from_upper(upper, a.n_stimuli()).unwrap()
}

#[test]
fn an_rdm_is_wholly_like_itself() {
    let a = tied_rdm(1, 12, 1e9);
    for line in RDM_COMPARISONS {
        assert_eq!(value(&a, &a, line.variant), 1.0, "{}", line.name);
    }
}

#[test]
fn the_order_of_two_rdms_does_not_matter() {
    let (a, b) = (tied_rdm(2, 12, 7.0), tied_rdm(3, 12, 1e9));
    for line in RDM_COMPARISONS {
        let (ab, ba) = (value(&a, &b, line.variant), value(&b, &a, line.variant));
        assert!((ab - ba).abs() < 1e-15, "{}", line.name);
    }
}

#[test]
fn the_order_of_stimuli_does_not_matter_when_both_follow_it() {
    let (x, y) = (normal(4, 10, 8, 1.0, 0.0), normal(5, 10, 8, 1.0, 0.0));
    let order = order(6, 10);
    let of = |x: &Activations| rdm(x, Distance::Euclidean).unwrap();
    for line in RDM_COMPARISONS {
        let before = value(&of(&x), &of(&y), line.variant);
        let after = value(&of(&permute(&x, &order)), &of(&permute(&y, &order)), line.variant);
        assert!((before - after).abs() < 1e-12, "{}", line.name);
    }
}

#[test]
fn rank_comparisons_do_not_change_under_a_rising_function_and_turn_under_a_falling_one() {
    let (a, b) = (tied_rdm(7, 14, 9.0), tied_rdm(8, 14, 11.0));
    for comparison in [RdmComparison::Spearman, RdmComparison::KendallTauA, RdmComparison::RhoA] {
        let before = value(&a, &b, comparison);
        let rising = value(&map(&a, |d| (5.0 * d).exp()), &map(&b, |d| d.powi(3)), comparison);
        let falling = value(&map(&a, |d| 1.0 / (1.0 + d)), &b, comparison);
        assert!((before - rising).abs() < 1e-14);
        assert!((before + falling).abs() < 1e-14);
    }
}

#[test]
fn pearson_does_not_change_under_a_line_and_cosine_not_under_a_scale() {
    let (a, b) = (tied_rdm(9, 14, 1e9), tied_rdm(10, 14, 1e9));
    let line = map(&a, |d| 1e3 + 2e-3 * d);
    for comparison in [RdmComparison::Pearson, RdmComparison::WhitenedPearson] {
        let (before, after) = (value(&a, &b, comparison), value(&line, &b, comparison));
        assert!((before - after).abs() < 1e-9, "{comparison}");
    }
    for comparison in [RdmComparison::Cosine, RdmComparison::WhitenedCosine] {
        for scale in [1e-200, 1e-12, 1e250] {
            let scaled = map(&a, |d| scale * d);
            let (before, after) = (value(&a, &b, comparison), value(&scaled, &b, comparison));
            assert!((before - after).abs() < 1e-14, "{comparison} {scale}");
        }
    }
}

#[test]
fn rho_a_of_tied_rdms_is_what_spearman_gives_on_average_when_ties_are_broken_at_random() {
    let (a, b) = (tied_rdm(17, 7, 3.0), tied_rdm(18, 7, 4.0));
    let b = Rdm::from_upper(a.upper().iter().zip(b.upper()).map(|(a, b)| a + 2.0 * b).collect(), 7).unwrap();
    let n_orders = 4000;
    let broken = |rdm: &Rdm, seed| {
        let mut place = 0;
        map_in_order(rdm, |d| {
            place += 1;
            d + 1e-6 * uniform(seed, place)
        })
    };
    let sum: f64 = (0..n_orders)
        .map(|run| value(&broken(&a, 1000 + 2 * run), &broken(&b, 1001 + 2 * run), RdmComparison::Spearman))
        .sum();
    let (mean, found) = (sum / n_orders as f64, value(&a, &b, RdmComparison::RhoA));
    assert!((mean - found).abs() < 0.01, "{mean} {found}");
    assert!(value(&a, &b, RdmComparison::Spearman) - found > 0.02, "the ties make a difference");
}

fn map_in_order(a: &Rdm, change: impl FnMut(f64) -> f64) -> Rdm {
    Rdm::from_upper(a.upper().iter().copied().map(change).collect(), a.n_stimuli()).unwrap()
}

#[test]
fn a_comparison_on_all_stimuli_in_another_order_is_the_comparison_itself() {
    let (a, b) = (tied_rdm(19, 11, 6.0), tied_rdm(20, 11, 1e9));
    for line in RDM_COMPARISONS {
        let found = compare_rdms_on(&a, &b, line.variant, &order(21, 11)).unwrap();
        assert!((found - value(&a, &b, line.variant)).abs() < 1e-12, "{}", line.name);
    }
}

#[test]
fn a_comparison_on_chosen_stimuli_is_that_of_the_smaller_rdms() {
    let (x, y) = (normal(22, 12, 6, 1.0, 0.0), normal(23, 12, 5, 1.0, 0.0));
    let of = |x: &Activations| rdm(x, Distance::SquaredEuclideanPerUnit).unwrap();
    let chosen = [7, 0, 3, 11, 5];
    for line in RDM_COMPARISONS {
        let found = compare_rdms_on(&of(&x), &of(&y), line.variant, &chosen).unwrap();
        let expected = value(&of(&permute(&x, &chosen)), &of(&permute(&y, &chosen)), line.variant);
        assert!((found - expected).abs() < 1e-12, "{}", line.name);
    }
}

#[test]
fn kendalls_tau_a_by_merge_sort_equals_all_pairs_counted() {
    for (seed, levels) in [(11, 2.0), (12, 5.0), (13, 40.0), (14, 1e9)] {
        for n_stimuli in [3, 4, 7, 16, 25] {
            let a = tied_rdm(seed, n_stimuli, levels);
            let b = tied_rdm(seed + 100, n_stimuli, 6.0);
            let (found, expected) =
                (value(&a, &b, RdmComparison::KendallTauA), tau_a_of_all_pairs(a.upper(), b.upper()));
            assert_eq!(found, expected, "{n_stimuli} stimuli, {levels} levels");
        }
    }
}

fn tau_a_of_all_pairs(a: &[f64], b: &[f64]) -> f64 {
    let (mut balance, mut pairs) = (0, 0);
    let sign = |d: f64| i64::from(d > 0.0) - i64::from(d < 0.0);
    for i in 0..a.len() {
        for j in 0..i {
            balance += sign(a[i] - a[j]) * sign(b[i] - b[j]);
            pairs += 1;
        }
    }
    balance as f64 / f64::from(pairs)
}

#[test]
fn a_zero_is_tied_with_a_minus_zero() {
    let a = Rdm::from_upper(vec![0.0, -0.0, 1.0], 3).unwrap();
    let b = Rdm::from_upper(vec![0.0, 0.0, 1.0], 3).unwrap();
    let c = Rdm::from_upper(vec![3.0, 1.0, 2.0], 3).unwrap();
    for comparison in [RdmComparison::Spearman, RdmComparison::KendallTauA] {
        assert_eq!(value(&a, &c, comparison), value(&b, &c, comparison));
    }
}

#[test]
fn a_constant_rdm_agrees_and_disagrees_with_nothing_by_tau_a_and_rho_a() {
    let (a, constant) = (tied_rdm(15, 6, 1e9), tied_rdm(16, 6, 1.0));
    assert_eq!(value(&a, &constant, RdmComparison::KendallTauA), 0.0);
    assert_eq!(value(&a, &constant, RdmComparison::RhoA), 0.0);
}
