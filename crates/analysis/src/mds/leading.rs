//! The first eigenvectors of a large symmetric matrix, well enough to start a map with.

use draws::Draws;
use faer::{Mat, Side};

/// Vectors carried along beyond those asked for: the more, the sooner the wanted ones stand.
const SPARE: usize = 4;

/// About the `n_vectors` eigenvectors of largest eigenvalue of a symmetric matrix `[n, n]`, each of
/// length 1 (or 0, beyond the matrix's rank), largest eigenvalue first.
///
/// Orthogonal iteration with a Rayleigh–Ritz step (Golub & Van Loan 2013, "Matrix computations", section
/// 8.2.4), `n_rounds` rounds; `multiply` gives the matrix's product with a vector. The matrix should have
/// no large negative eigenvalues. Cost: `n_rounds · (n_vectors + 4)` products.
pub(crate) fn leading(
    n: usize,
    n_vectors: usize,
    n_rounds: usize,
    multiply: impl Fn(&[f64]) -> Vec<f64>,
) -> Vec<Vec<f64>> {
    let width = (n_vectors + SPARE).min(n);
    let draws = Draws::new(0);
    let mut vectors: Vec<Vec<f64>> =
        (0..width as u64).map(|k| (0..n as u64).map(|i| draws.stream(k).normal(i)).collect()).collect();
    orthonormalise(&mut vectors);
    for _ in 0..n_rounds {
        vectors = vectors.iter().map(|vector| multiply(vector)).collect();
        orthonormalise(&mut vectors);
    }
    let products: Vec<Vec<f64>> = vectors.iter().map(|vector| multiply(vector)).collect();
    let small = Mat::from_fn(width, width, |i, j| {
        (dot(&vectors[i], &products[j]) + dot(&vectors[j], &products[i])) / 2.0
    });
    // Without convergence, which finite numbers do not cause, the vectors are good enough as they are.
    let Ok(eigen) = small.self_adjoint_eigen(Side::Lower) else {
        vectors.truncate(n_vectors);
        return vectors;
    };
    let mixed = |k: usize| {
        let mut sum = vec![0.0; n];
        for (j, vector) in vectors.iter().enumerate() {
            let weight = eigen.U()[(j, width - 1 - k)];
            sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += weight * value);
        }
        sum
    };
    (0..n_vectors.min(width)).map(mixed).collect()
}

/// Makes the vectors orthogonal and of length 1 (Gram–Schmidt, twice for its digits); one that is a mix
/// of those before it becomes 0.
fn orthonormalise(vectors: &mut [Vec<f64>]) {
    for k in 0..vectors.len() {
        let (before, rest) = vectors.split_at_mut(k);
        let vector = &mut rest[0];
        for other in before.iter().chain(before.iter()) {
            let along = dot(vector, other);
            vector.iter_mut().zip(other).for_each(|(value, o)| *value -= along * o);
        }
        let length = dot(vector, vector).sqrt();
        let scale = if length > 0.0 { 1.0 / length } else { 0.0 };
        vector.iter_mut().for_each(|value| *value *= scale);
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
