//! What must hold of CKA whatever the numbers.

use crate::support::*;
use inscape_analysis::*;

fn value(x: &Activations, y: &Activations, variant: Cka) -> f64 {
    cka(x, y, variant).unwrap()
}

#[test]
fn a_layer_is_wholly_like_itself() {
    for (n_stimuli, n_units) in [(4, 30), (20, 3), (12, 12)] {
        let x = normal(1, n_stimuli, n_units, 1.0, 3.0);
        for line in CKAS {
            assert!((value(&x, &x, line.variant) - 1.0).abs() < 1e-14, "{}", line.name);
        }
    }
}

#[test]
fn the_order_of_two_layers_does_not_matter() {
    let (x, y) = (normal(2, 11, 7, 1.0, 0.0), normal(3, 11, 19, 1.0, 0.0));
    for line in CKAS {
        let (xy, yx) = (value(&x, &y, line.variant), value(&y, &x, line.variant));
        assert!((xy - yx).abs() < 1e-14, "{}", line.name);
    }
}

#[test]
fn cka_does_not_change_under_rotation_scaling_and_translation() {
    let (x, y) = (normal(4, 11, 15, 1.0, 0.0), normal(5, 11, 9, 1.0, 0.0));
    let y = change(&y, |i, j, v| v + 2.0 * f64::from(x.row(i)[j]));
    let moved = change(&rotate(6, &x), |_, unit, v| 0.03 * v + 0.01 * unit as f64);
    for line in CKAS {
        let (before, after) = (value(&x, &y, line.variant), value(&moved, &y, line.variant));
        // The moved answers are rounded to f32.
        assert!((before - after).abs() < 1e-5, "{}: {before} {after}", line.name);
    }
}

#[test]
fn cka_does_not_change_under_scales_of_f32s_whole_range() {
    let (x, y) = (normal(7, 9, 5, 1.0, 0.0), normal(8, 9, 6, 1.0, 0.0));
    for line in CKAS {
        for power in [-100, 100] {
            let scaled = change(&x, |_, _, v| v * 2f64.powi(power));
            let (before, after) = (value(&x, &y, line.variant), value(&scaled, &y, line.variant));
            assert!((before - after).abs() < 1e-13, "{} {power}", line.name);
        }
    }
}

#[test]
fn cka_does_not_change_when_both_layers_follow_another_order_of_stimuli() {
    let (x, y) = (normal(9, 11, 15, 1.0, 5.0), normal(10, 11, 9, 1.0, 0.0));
    let order = order(11, 11);
    for line in CKAS {
        let before = value(&x, &y, line.variant);
        let after = value(&permute(&x, &order), &permute(&y, &order), line.variant);
        assert!((before - after).abs() < 1e-13, "{}", line.name);
    }
}

#[test]
fn unrelated_layers_are_unlike_when_debiased_and_alike_when_biased() {
    let runs = 40;
    let (mut debiased, mut biased) = (0.0, 0.0);
    for run in 0..runs {
        let (x, y) = (normal(100 + run, 20, 200, 1.0, 0.0), normal(200 + run, 20, 200, 1.0, 0.0));
        debiased += value(&x, &y, Cka::LinearDebiased) / runs as f64;
        biased += value(&x, &y, Cka::LinearBiased) / runs as f64;
    }
    assert!(debiased.abs() < 0.03, "{debiased}");
    assert!(biased > 0.8, "{biased}");
}

#[test]
fn grams_made_once_give_the_same_numbers() {
    let (x, y) = (normal(12, 10, 5000, 1.0, 0.0), normal(13, 10, 6, 1.0, 0.0));
    let (of_x, of_y) = (gram(&x), gram(&y));
    assert_eq!(of_x.n_stimuli(), 10);
    for line in CKAS {
        let found = cka_from_grams(&of_x, &of_y, line.variant).unwrap();
        assert_eq!(found, value(&x, &y, line.variant));
    }
}

#[test]
fn a_gram_matrix_is_symmetric_and_its_rows_sum_to_zero() {
    let of_x = gram(&normal(14, 9, 31, 1.0, 1e4));
    for i in 0..9 {
        let sum: f64 = (0..9).map(|j| of_x.get(i, j)).sum();
        assert!(sum.abs() < 1e-9 * of_x.get(i, i));
        assert!((0..9).all(|j| of_x.get(i, j) == of_x.get(j, i)));
    }
}
