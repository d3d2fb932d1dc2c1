//! What must hold of an RDM whatever the numbers.

use crate::support::*;
use inscape_analysis::*;

fn upper(x: &Activations, distance: Distance) -> Vec<f64> {
    rdm(x, distance).unwrap().upper().to_vec()
}

#[test]
fn small_rdms_have_the_numbers_done_by_hand() {
    let x = Activations::new(vec![1., 0., 0., 2., 3., 0.], 3, 2).unwrap();
    assert_near(&upper(&x, Distance::SquaredEuclideanPerUnit), &[2.5, 2.0, 6.5], 1e-15);
    assert_near(&upper(&x, Distance::Euclidean), &[5f64.sqrt(), 2.0, 13f64.sqrt()], 1e-15);
    assert_near(&upper(&x, Distance::Cosine), &[1.0, 0.0, 1.0], 1e-15);
    assert_near(&upper(&x, Distance::Correlation), &[2.0, 0.0, 2.0], 1e-15);
}

#[test]
fn an_rdm_equals_the_sums_written_out() {
    // Wider than one block of units, so that blocks are added up.
    let x = normal(1, 40, 7001, 1.5, 2.0);
    let found = rdm(&x, Distance::SquaredEuclideanPerUnit).unwrap();
    for (i, j) in [(0, 1), (3, 39), (38, 39)] {
        let sum: f64 =
            x.row(i).iter().zip(x.row(j)).map(|(&a, &b)| (f64::from(a) - f64::from(b)).powi(2)).sum();
        assert_near(&[found.get(i, j)], &[sum / 7001.0], 1e-12);
    }
}

#[test]
fn euclidean_distances_do_not_change_when_all_answers_are_shifted() {
    let x = change(&normal(2, 9, 20, 1.0, 0.0), |_, _, v| (v * 256.0).round() / 256.0);
    let shifted = change(&x, |_, unit, v| v + 100.0 * unit as f64);
    for distance in [Distance::Euclidean, Distance::SquaredEuclideanPerUnit] {
        assert_near(&upper(&shifted, distance), &upper(&x, distance), 1e-12);
    }
}

#[test]
fn euclidean_and_cosine_distances_do_not_change_when_units_are_rotated() {
    let x = normal(3, 9, 20, 1.0, 0.5);
    let rotated = rotate(4, &x);
    for distance in [Distance::Euclidean, Distance::Cosine] {
        // The rotated answers are rounded to f32.
        assert_near(&upper(&rotated, distance), &upper(&x, distance), 1e-6);
    }
}

#[test]
fn correlation_distances_do_not_change_with_each_stimulus_mean_and_scale() {
    let x = normal(5, 8, 30, 1.0, 0.0);
    let y = change(&x, |i, _, v| 3.0 * i as f64 + (0.5 + i as f64) * v);
    assert_near(&upper(&y, Distance::Correlation), &upper(&x, Distance::Correlation), 1e-6);
}

#[test]
fn cosine_distances_do_not_change_with_each_stimulus_scale() {
    let x = normal(6, 8, 30, 1.0, 1.0);
    let y = change(&x, |i, _, v| 2f64.powi(i as i32 - 3) * v);
    assert_near(&upper(&y, Distance::Cosine), &upper(&x, Distance::Cosine), 1e-14);
}

#[test]
fn permuting_stimuli_permutes_the_rdm() {
    let x = normal(7, 33, 50, 1.0, 10.0);
    let order = order(8, 33);
    let y = permute(&x, &order);
    for line in DISTANCES {
        let (of_x, of_y) = (rdm(&x, line.variant).unwrap(), rdm(&y, line.variant).unwrap());
        for i in 0..33 {
            for j in 0..33 {
                let (found, expected) = (of_y.get(i, j), of_x.get(order[i], order[j]));
                assert!((found - expected).abs() <= 1e-12 * expected.max(1e-3));
            }
        }
    }
}

#[test]
fn stimuli_with_the_same_answers_are_exactly_zero_apart() {
    let x = normal(9, 30, 1237, 1e-3, 1e3);
    let doubled = permute(&x, &[0, 5, 2, 0, 11, 29, 5, 7, 8, 5]);
    for line in DISTANCES {
        let found = rdm(&doubled, line.variant).unwrap();
        for (i, j) in [(0, 3), (1, 6), (1, 9), (6, 9)] {
            assert_eq!(found.get(i, j), 0.0, "{}", line.name);
        }
        assert!(found.get(0, 1) > 0.0, "{}", line.name);
    }
}

#[test]
fn a_small_distance_on_a_large_offset_keeps_its_digits() {
    let x = Activations::new(vec![4096.0, 4096.0, 4096.0, 4096.25, -9e6, 9e6], 3, 2).unwrap();
    assert_eq!(rdm(&x, Distance::Euclidean).unwrap().get(0, 1), 0.25);
}

#[test]
fn a_distance_is_never_negative_and_a_correlation_or_cosine_distance_at_most_two() {
    let x = normal(10, 6, 5, 1.0, 0.0);
    let both = permute(&x, &[0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
    let opposite = change(&both, |i, _, v| if i < 6 { v } else { -v });
    for line in DISTANCES {
        let all = upper(&opposite, line.variant);
        assert!(all.iter().all(|&d| d >= 0.0));
        if matches!(line.variant, Distance::Correlation | Distance::Cosine) {
            assert!(all.iter().all(|&d| d <= 2.0));
        }
    }
}

#[test]
fn square_and_condensed_forms_hold_the_same_entries() {
    let a = tied_rdm(11, 7, 1e6);
    let square = a.square();
    assert_eq!(Rdm::from_square(&square, 7).unwrap(), a);
    for i in 0..7 {
        for j in 0..7 {
            assert_eq!(a.get(i, j), square[i * 7 + j]);
        }
    }
}

#[test]
fn numbers_given_in_f64_keep_all_their_digits() {
    // Differences of 1e-6 on an offset of 1e6 vanish in f32.
    let small: Vec<f64> = (0..12).map(|i| f64::from((i * 7) % 5) * 1e-6).collect();
    let moved = small.iter().map(|value| value + 1e6).collect();
    let near = rdm(&Activations::new(small, 4, 3).unwrap(), Distance::Euclidean).unwrap();
    let far = rdm(&Activations::new(moved, 4, 3).unwrap(), Distance::Euclidean).unwrap();
    // 1e6 + 1e-6 is itself rounded to 1e-10.
    assert!(near.upper().iter().zip(far.upper()).all(|(a, b)| (a - b).abs() < 1e-9));
    assert!(near.upper().iter().all(|&distance| distance > 1e-7));
}
