//! The tangent kernel of a recurrent network, and how far kernels turn.

/// Cosine between two matrices as vectors: Tr(AᵀB) / (‖A‖ ‖B‖).
pub fn alignment(a: &[f64], b: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    if lengths > 0.0 { dot(a, b) / lengths } else { 0.0 }
}

/// Inner products of all pairs of rows `[n_rows, width]`: `[n_rows, n_rows]`.
pub fn gram(rows: &[f32], width: usize) -> Vec<f64> {
    let n = rows.len() / width;
    let row = |at: usize| &rows[at * width..][..width];
    let mut gram = vec![0.0; n * n];
    for a in 0..n {
        for b in 0..=a {
            let dot = row(a).iter().zip(row(b)).map(|(a, b)| f64::from(a * b)).sum::<f64>();
            (gram[a * n + b], gram[b * n + a]) = (dot, dot);
        }
    }
    gram
}

/// The tangent kernel K = J Jᵀ, where J is the gradient of each output of each trial by the recurrent weights. That gradient
/// is a sum of outer products over time, Σₜ δₜ hₜ₋₁ᵀ, so that
/// K[(x, o), (x′, o′)] = Σₜₜ′ (δₜ · δ′ₜ′)(hₜ₋₁ · h′ₜ′₋₁).
///
/// `deltas` are inner products of δ, rows in the order trial, output, time; `states` those of hₜ₋₁, rows in the order trial,
/// time. Gives `[n_trials · n_outputs, n_trials · n_outputs]`, rows in the order trial, output.
pub fn tangent_kernel(deltas: &[f32], states: &[f32], n_outputs: usize, n_times: usize) -> Vec<f64> {
    let n_states = states.len().isqrt();
    let n_deltas = deltas.len().isqrt();
    let n = n_deltas / n_times;
    let mut kernel = vec![0.0; n * n];
    for a in 0..n {
        for b in 0..=a {
            let mut sum = 0.0;
            for time in 0..n_times {
                let of_deltas = &deltas[(a * n_times + time) * n_deltas + b * n_times..][..n_times];
                let row = (a / n_outputs * n_times + time) * n_states + b / n_outputs * n_times;
                let of_states = &states[row..][..n_times];
                sum += of_deltas.iter().zip(of_states).map(|(d, h)| f64::from(d * h)).sum::<f64>();
            }
            (kernel[a * n + b], kernel[b * n + a]) = (sum, sum);
        }
    }
    kernel
}
