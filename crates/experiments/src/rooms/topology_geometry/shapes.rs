//! Shapes of known topology under smooth distortions: which distances still find the one of the same kind?

use std::f64::consts::TAU;

use analysis::{Activations, Distance, Rdm, rdm};
use draws::Draws;
use recipe::Result;

use super::noise::failed;
use super::transform::{near_and_far, ranks, ways};

/// Points of a shape.
pub const N_POINTS: usize = 60;
/// Queries, each with distortions of its own.
pub const N_TRIALS: usize = 100;
/// Waves that a distortion is the sum of, and their frequency.
const N_WAVES: u64 = 6;
const FREQUENCY: f64 = 1.2;
/// Thresholds of the near-and-far transform here.
const NEAR: [f64; 2] = [0.0, 0.3];

/// What the shapes are called; the first two are of one kind.
pub const SHAPES: [&str; 5] = ["ring", "twisted ring", "figure eight", "two rings", "sphere"];
/// What is compared.
pub const MEASURES: [&str; 3] = ["distances (RDM)", "near and far (RGTM)", "ways along neighbours (RGDM)"];

/// Shares of queries that find the shape of their kind, by [`MEASURES`].
pub struct Paired {
    pub found: [f64; 3],
    /// The same where the query's points are in random order.
    pub scrambled: [f64; 3],
}

/// A point of a shape, `at` from 0 to 1.
pub fn point(shape: usize, at: f64) -> [f64; 3] {
    let (sine, cosine) = (TAU * at).sin_cos();
    match shape {
        0 => [cosine, sine, 0.0],
        1 => {
            let (twice, twice_cosine) = (2.0 * TAU * at).sin_cos();
            [cosine * (1.0 + 0.3 * twice_cosine), sine * (1.0 + 0.3 * twice_cosine), 0.5 * twice]
        }
        2 => [sine, sine * cosine, 0.0],
        3 => {
            let (own, own_cosine) = (2.0 * TAU * at).sin_cos();
            let side = if at < 0.5 { -1.2 } else { 1.2 };
            [0.8 * own_cosine + side, 0.8 * own, 0.0]
        }
        _ => {
            // A spiral from pole to pole that leaves no large gap.
            let height = 2.0 * at - 1.0;
            let radius = (1.0 - height * height).max(0.0).sqrt();
            let (sine, cosine) = (7.0 * TAU * at).sin_cos();
            [radius * cosine, radius * sine, height]
        }
    }
}

/// A shape's points, moved by waves of `strength`.
fn distorted(shape: usize, strength: f64, draws: Draws) -> Result<Rdm> {
    let mut data = Vec::with_capacity(3 * N_POINTS);
    for k in 0..N_POINTS {
        let at = (k as f64 + 0.5) / N_POINTS as f64;
        let own = point(shape, at);
        let mut moved = own;
        for wave in 0..N_WAVES {
            let of = draws.stream(wave);
            let phase: f64 = (0..3).map(|axis| FREQUENCY * of.normal(axis as u64) * own[axis]).sum();
            let height = (phase + TAU * of.unit(100)).sin() / (N_WAVES as f64).sqrt();
            for (axis, value) in moved.iter_mut().enumerate() {
                *value += strength * of.normal(10 + axis as u64) * height;
            }
        }
        data.extend(moved);
    }
    let x = Activations::new(data, N_POINTS, 3).map_err(failed)?;
    rdm(&x, Distance::Euclidean).map_err(failed)
}

/// What is compared of a shape, by [`MEASURES`].
fn measured(rdm: &Rdm, neighbours: Option<usize>) -> Result<[Vec<f64>; 3]> {
    let plain = ranks(rdm)?;
    let near = near_and_far(&plain, NEAR).collect();
    let along = match neighbours {
        Some(neighbours) => ways(rdm.upper(), N_POINTS, neighbours)?,
        None => plain.clone(),
    };
    Ok([plain, near, along])
}

/// A ring in `N_TRIALS` distortions looks for its kind among the other four shapes in distortions of their own. Without
/// `neighbours` the third measure is the first: a deliberate fake.
pub fn pairing(strength: f64, neighbours: Option<usize>, draws: Draws) -> Result<Paired> {
    let mut paired = Paired { found: [0.0; 3], scrambled: [0.0; 3] };
    for trial in 0..N_TRIALS {
        let own = draws.stream(trial as u64);
        let ring = distorted(0, strength, own.stream(0))?;
        let order = own.stream(9).permutation(N_POINTS);
        let mixed: Vec<f64> = (0..N_POINTS)
            .flat_map(|i| (i + 1..N_POINTS).map(move |j| (i, j)))
            .map(|(i, j)| ring.get(order[i], order[j]))
            .collect();
        let mixed = Rdm::from_upper(mixed, N_POINTS).map_err(failed)?;
        let others = (1..SHAPES.len())
            .map(|shape| measured(&distorted(shape, strength, own.stream(shape as u64))?, neighbours))
            .collect::<Result<Vec<_>>>()?;
        for (query, sums) in [(&ring, &mut paired.found), (&mixed, &mut paired.scrambled)] {
            let query = measured(query, neighbours)?;
            for (measure, sum) in sums.iter_mut().enumerate() {
                let off = |other: &[Vec<f64>; 3]| -> f64 {
                    query[measure].iter().zip(&other[measure]).map(|(a, b)| (a - b).powi(2)).sum()
                };
                let nearest = others.iter().map(off).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
                *sum += f64::from(u8::from(nearest.is_some_and(|(place, _)| place == 0)));
            }
        }
    }
    for shares in [&mut paired.found, &mut paired.scrambled] {
        shares.iter_mut().for_each(|count| *count /= N_TRIALS as f64);
    }
    Ok(paired)
}
