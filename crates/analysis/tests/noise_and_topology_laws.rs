//! What must hold of distances with noise and of topology whatever the numbers, and what is refused.
#![allow(clippy::unwrap_used)]

mod support;

use inscape_analysis::*;
use support::*;

/// Asserts that the message holds each of `parts`.
#[track_caller]
fn says<T: std::fmt::Debug>(result: Result<T>, parts: &[&str]) {
    let message = result.unwrap_err().to_string();
    for part in parts {
        assert!(message.contains(part), "\"{message}\" lacks \"{part}\"");
    }
}

/// Four conditions in each of three partitions.
fn conditions_and_partitions() -> (Labels, Labels) {
    let rows = 0..12_i64;
    let conditions: Vec<i64> = rows.clone().map(|row| row % 4).collect();
    let partitions: Vec<i64> = rows.map(|row| row / 4).collect();
    (Labels::new(&conditions).unwrap(), Labels::new(&partitions).unwrap())
}

fn wide(x: &Activations) -> Activations<f64> {
    let data = x.data().iter().map(|&value| f64::from(value)).collect();
    Activations::new(data, x.n_stimuli(), x.n_units()).unwrap()
}

/// Rows times a matrix `[n_units, n_units]`.
fn mapped(x: &Activations<f64>, map: &[f64]) -> Activations<f64> {
    let p = x.n_units();
    let entry = |row: &[f64], j: usize| (0..p).map(|k| row[k] * map[k * p + j]).sum::<f64>();
    let data = (0..x.n_stimuli()).flat_map(|i| (0..p).map(move |j| entry(x.row(i), j))).collect();
    Activations::new(data, x.n_stimuli(), p).unwrap()
}

#[test]
fn distances_with_noise_follow_a_linear_map_of_units_and_noise_alike() {
    let p = 4;
    let x = wide(&normal(1, 12, p, 1.0, 0.0));
    let residuals = wide(&normal(2, 30, p, 1.0, 0.0));
    // A matrix with a strong diagonal, so that it has an inverse.
    let map: Vec<f64> =
        (0..p * p).map(|k| gauss(3, k as u64) * 0.4 + if k % (p + 1) == 0 { 2.0 } else { 0.0 }).collect();
    let noise = |residuals: &Activations<f64>| noise_covariance(residuals, Shrinkage::None, None).unwrap();
    let (before, after) = (noise(&residuals), noise(&mapped(&residuals, &map)));
    let (conditions, partitions) = conditions_and_partitions();
    let y = mapped(&x, &map);
    assert_near(
        mahalanobis(&y, &conditions, &after).unwrap().upper(),
        mahalanobis(&x, &conditions, &before).unwrap().upper(),
        1e-11,
    );
    assert_near(
        crossnobis(&y, &conditions, &partitions, Some(&after)).unwrap().upper(),
        crossnobis(&x, &conditions, &partitions, Some(&before)).unwrap().upper(),
        1e-11,
    );
}

#[test]
fn distances_with_noise_do_not_change_when_units_or_partitions_are_moved() {
    let x = normal(4, 12, 5, 1.0, 0.0);
    let noise = noise_covariance(&normal(5, 30, 5, 1.0, 0.0), Shrinkage::TowardsIdentity, None).unwrap();
    let (conditions, partitions) = conditions_and_partitions();
    let moved = change(&x, |_, unit, v| v + unit as f64);
    // Row / 4 is the partition.
    let drifted = change(&x, |row, unit, v| v + if row / 4 == 1 { 3.0 + unit as f64 } else { 0.0 });
    let found = mahalanobis(&x, &conditions, &noise).unwrap();
    assert_near(mahalanobis(&moved, &conditions, &noise).unwrap().upper(), found.upper(), 1e-5);
    let of = |x: &Activations| crossnobis(x, &conditions, &partitions, Some(&noise)).unwrap();
    for other in [&moved, &drifted] {
        assert_near(of(other).upper(), of(&x).upper(), 1e-5);
    }
}

#[test]
fn crossnobis_of_conditions_that_are_answered_alike_is_zero_on_average_and_mahalanobis_is_not() {
    let (conditions, partitions) = conditions_and_partitions();
    let noise = NoiseCovariance::new(vec![1.0, 0.0, 0.0, 1.0], 2).unwrap();
    let (mut crossed, mut biased) = (0.0, 0.0);
    let n_runs = 400;
    for run in 0..n_runs {
        let x = normal(1000 + run, 12, 2, 1.0, 0.0);
        let mean = |rdm: Rdm| rdm.upper().iter().sum::<f64>() / 6.0 / n_runs as f64;
        crossed += mean(crossnobis(&x, &conditions, &partitions, Some(&noise)).unwrap());
        biased += mean(mahalanobis(&x, &conditions, &noise).unwrap());
    }
    // Two means of three measurements each: 1/3 + 1/3.
    assert!(crossed.abs() < 0.04 && (biased - 2.0 / 3.0).abs() < 0.04, "{crossed} {biased}");
}

#[test]
fn without_covariance_mahalanobis_is_the_squared_euclidean_distance_per_unit() {
    let x = normal(6, 7, 3, 1.0, 0.0);
    let each = Labels::new(&[0, 1, 2, 3, 4, 5, 6]).unwrap();
    let identity = NoiseCovariance::new(vec![1., 0., 0., 0., 1., 0., 0., 0., 1.], 3).unwrap();
    let expected = rdm(&x, Distance::SquaredEuclideanPerUnit).unwrap();
    assert_near(mahalanobis(&x, &each, &identity).unwrap().upper(), expected.upper(), 1e-12);
}

#[test]
fn noise_that_cannot_be_scaled_by_is_refused() {
    says(NoiseCovariance::new(vec![1.0; 3], 2), &["2 units", "2 × 2", "3 were given"]);
    says(NoiseCovariance::new(vec![1.0, 0.5, 0.2, 1.0], 2), &["not symmetric"]);
    says(NoiseCovariance::new(vec![1.0, 1.0, 1.0, 1.0], 2), &["positive definite"]);
    says(NoiseCovariance::new(vec![1.0, f64::NAN, 0.0, 1.0], 2), &["place 1", "NaN"]);
    let x = normal(7, 3, 6, 1.0, 0.0);
    says(noise_covariance(&x, Shrinkage::None, None), &["6 units", "shrink it"]);
    assert!(noise_covariance(&x, Shrinkage::TowardsIdentity, None).is_ok());
    says(noise_covariance(&normal(8, 1, 6, 1.0, 0.0), Shrinkage::None, None), &["at least 2"]);
    says(noise_covariance(&x, Shrinkage::VariancesOnly, Some(0)), &["degrees of freedom"]);
    let dead = change(&x, |_, unit, v| if unit == 2 { 0.1 } else { v });
    says(noise_covariance(&dead, Shrinkage::TowardsVariances, None), &["unit 2", "leave that unit out"]);
}

#[test]
fn labels_that_do_not_fit_distances_with_noise_are_refused() {
    let x = normal(9, 12, 2, 1.0, 0.0);
    let (conditions, partitions) = conditions_and_partitions();
    let noise = NoiseCovariance::new(vec![1.0, 0.0, 0.0, 1.0], 2).unwrap();
    let one = Labels::new(&[0; 12]).unwrap();
    let short = Labels::new(&[0, 1]).unwrap();
    says(mahalanobis(&x, &short, &noise), &["2 labels", "12 stimuli"]);
    says(mahalanobis(&x, &one, &noise), &["at least 2", "two conditions"]);
    says(mahalanobis(&normal(9, 12, 3, 1.0, 0.0), &conditions, &noise), &["2 units", "activations 3"]);
    says(crossnobis(&x, &conditions, &short, None), &["crossnobis", "2 labels"]);
    says(crossnobis(&x, &conditions, &one, None), &["partitions", "there is 1"]);
    says(crossnobis(&x, &partitions, &partitions, None), &["condition 1 is not in partition 0"]);
}
