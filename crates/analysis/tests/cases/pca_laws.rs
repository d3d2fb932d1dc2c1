//! What must hold of PCA and the participation ratio whatever the numbers.

use crate::support::*;
use inscape_analysis::*;

/// Shapes that take either route, through stimuli and through units.
const SHAPES: [(usize, usize); 3] = [(7, 40), (40, 7), (12, 12)];

#[test]
fn all_components_together_keep_every_distance() {
    for (n_stimuli, n_units) in SHAPES {
        let x = normal(1, n_stimuli, n_units, 2.0, 5.0);
        let k = n_units.min(n_stimuli - 1);
        let scores = pca(&x, k).unwrap().scores;
        let distances = rdm(&x, Distance::Euclidean).unwrap();
        for i in 0..n_stimuli {
            for j in 0..i {
                let squared: f64 = (0..k).map(|c| (scores[i * k + c] - scores[j * k + c]).powi(2)).sum();
                assert!((squared.sqrt() - distances.get(i, j)).abs() < 1e-10);
            }
        }
    }
}

#[test]
fn components_are_uncorrelated_centred_and_fall_in_variance() {
    for (n_stimuli, n_units) in SHAPES {
        let found = pca(&normal(2, n_stimuli, n_units, 1.0, 100.0), 4).unwrap();
        let product = |a: usize, b: usize| -> f64 {
            let rows = found.scores.chunks_exact(4);
            rows.map(|row| row[a] * row[b]).sum::<f64>() / (n_stimuli - 1) as f64
        };
        for a in 0..4 {
            let mean: f64 = found.scores.iter().skip(a).step_by(4).sum();
            assert!(mean.abs() < 1e-9);
            assert!((product(a, a) - found.explained_variance[a]).abs() < 1e-11);
            assert!((0..a).all(|b| product(a, b).abs() < 1e-11));
        }
        assert!(found.explained_variance.is_sorted_by(|a, b| a >= b));
    }
}

#[test]
fn all_variance_ratios_sum_to_one() {
    for (n_stimuli, n_units) in SHAPES {
        let x = normal(3, n_stimuli, n_units, 1.0, 0.0);
        let ratios = pca(&x, n_units.min(n_stimuli - 1)).unwrap().explained_variance_ratio;
        assert!((ratios.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn the_largest_score_of_each_component_is_positive() {
    for (n_stimuli, n_units) in SHAPES {
        for seed in 4..9 {
            let found = pca(&normal(seed, n_stimuli, n_units, 1.0, 0.0), 3).unwrap();
            for c in 0..3 {
                let column = found.scores.iter().skip(c).step_by(3);
                let largest = column.max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap();
                assert!(*largest > 0.0);
            }
        }
    }
}

#[test]
fn components_beyond_the_rank_have_no_variance_and_no_scores() {
    for (n_stimuli, n_units) in [(6, 9), (20, 5)] {
        let line = normal(9, 1, n_units, 1.0, 0.0);
        let x = change(&normal(10, n_stimuli, n_units, 1.0, 0.0), |i, unit, _| {
            7.0 + i as f64 * f64::from(line.row(0)[unit].round() + 1.0)
        });
        let found = pca(&x, 3).unwrap();
        assert!((found.explained_variance_ratio[0] - 1.0).abs() < 1e-12);
        assert_eq!(found.explained_variance[1..], [0.0, 0.0]);
        assert!(found.scores.chunks_exact(3).all(|row| row[1..] == [0.0, 0.0]));
    }
}

#[test]
fn the_participation_ratio_lies_between_one_and_the_rank() {
    for (n_stimuli, n_units) in SHAPES {
        let x = normal(11, n_stimuli, n_units, 1.0, 1e3);
        let rank = n_units.min(n_stimuli - 1) as f64;
        let found = participation_ratio(&x).unwrap();
        assert!(found > 1.0 && found < rank, "{found} of {rank}");
        let ratios = pca(&x, n_units.min(n_stimuli - 1)).unwrap().explained_variance_ratio;
        let by_eigenvalues = 1.0 / ratios.iter().map(|r| r * r).sum::<f64>();
        assert!((found - by_eigenvalues).abs() < 1e-9);
    }
}

#[test]
fn the_participation_ratio_is_one_on_a_line_and_the_rank_when_spread_evenly() {
    let line = normal(12, 9, 1, 1.0, 0.0);
    assert_eq!(participation_ratio(&line).unwrap(), 1.0);
    let one_unit_each = (0..36).map(|k| f32::from(u8::from(k % 7 == 0))).collect();
    let even = Activations::new(one_unit_each, 6, 6).unwrap();
    assert!((participation_ratio(&even).unwrap() - 5.0).abs() < 1e-12);
}

#[test]
fn the_participation_ratio_does_not_change_under_rotation_and_scale() {
    let x = normal(13, 10, 8, 1.0, 0.0);
    let moved = change(&rotate(14, &x), |_, _, v| 30.0 * v);
    let (before, after) = (participation_ratio(&x).unwrap(), participation_ratio(&moved).unwrap());
    assert!((before - after).abs() < 1e-5);
}
