//! Seeded numbers and small matrix helpers for the tests: a counter-based generator, so that a
//! number depends only on its seed and place.

pub mod references;

use inscape_analysis::{Activations, Rdm, Result};

/// Panics unless the message of a refusal holds each of `parts`.
#[track_caller]
pub fn says<T: std::fmt::Debug>(result: Result<T>, parts: &[&str]) {
    let message = result.unwrap_err().to_string();
    for part in parts {
        assert!(message.contains(part), "\"{message}\" lacks \"{part}\"");
    }
}

/// The 64 bits at place `i` of stream `seed` (SplitMix64's finaliser, Steele, Lea & Flood 2014).
pub fn bits(seed: u64, i: u64) -> u64 {
    let mut z = (seed << 40).wrapping_add(i.wrapping_add(1)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Uniform on (0, 1).
pub fn uniform(seed: u64, i: u64) -> f64 {
    ((bits(seed, i) >> 11) as f64 + 0.5) / (1u64 << 53) as f64
}

/// Standard normal, by Box and Muller.
pub fn gauss(seed: u64, i: u64) -> f64 {
    let (u, v) = (uniform(seed, 2 * i), uniform(seed, 2 * i + 1));
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// Independent normal activations.
pub fn normal(seed: u64, n_stimuli: usize, n_units: usize, scale: f64, offset: f64) -> Activations {
    let data = (0..n_stimuli * n_units).map(|i| (offset + scale * gauss(seed, i as u64)) as f32).collect();
    Activations::new(data, n_stimuli, n_units).unwrap()
}

/// The same activations after a change of each value, told its stimulus and unit.
pub fn change(x: &Activations, change: impl Fn(usize, usize, f64) -> f64) -> Activations {
    let n_units = x.n_units();
    let data = x
        .data()
        .iter()
        .enumerate()
        .map(|(k, &value)| change(k / n_units, k % n_units, f64::from(value)) as f32)
        .collect();
    Activations::new(data, x.n_stimuli(), n_units).unwrap()
}

/// The activations times a random orthogonal matrix: a product of Householder reflections.
pub fn rotate(seed: u64, x: &Activations) -> Activations {
    let n_units = x.n_units();
    let mut rows: Vec<Vec<f64>> =
        (0..x.n_stimuli()).map(|i| x.row(i).iter().map(|&value| f64::from(value)).collect()).collect();
    for reflection in 0..4 {
        let normal: Vec<f64> = (0..n_units).map(|j| gauss(seed, (reflection * n_units + j) as u64)).collect();
        let length: f64 = normal.iter().map(|v| v * v).sum();
        for row in &mut rows {
            let along: f64 = row.iter().zip(&normal).map(|(x, v)| x * v).sum();
            for (x, v) in row.iter_mut().zip(&normal) {
                *x -= 2.0 * along / length * v;
            }
        }
    }
    let data = rows.concat().into_iter().map(|value| value as f32).collect();
    Activations::new(data, x.n_stimuli(), n_units).unwrap()
}

/// The stimuli in another order.
pub fn permute(x: &Activations, order: &[usize]) -> Activations {
    let data = order.iter().flat_map(|&i| x.row(i).to_vec()).collect();
    Activations::new(data, order.len(), x.n_units()).unwrap()
}

/// A seeded order of `n` things.
pub fn order(seed: u64, n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|&i| bits(seed, i as u64));
    order
}

/// An RDM with seeded entries on (0, 1), cut to `levels` values so that there are ties.
pub fn tied_rdm(seed: u64, n_stimuli: usize, levels: f64) -> Rdm {
    let upper = (0..n_stimuli * (n_stimuli - 1) / 2)
        .map(|i| (uniform(seed, i as u64) * levels).floor() / levels)
        .collect();
    Rdm::from_upper(upper, n_stimuli).unwrap()
}

/// Panics unless the numbers agree to `tolerance` of the largest expected one.
#[track_caller]
pub fn assert_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    let largest = expected.iter().fold(0.0_f64, |most, v| most.max(v.abs()));
    for (place, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!(
            (found - expected).abs() <= tolerance * largest,
            "at {place}: found {found}, expected {expected}"
        );
    }
}
