//! The seeded numbers that define the workloads, the same in every engine (tests/bench/README.md):
//! s ← (1664525 s + 1013904223) mod 2³² from s = seed, r = s >> 8.

fn draws(count: usize, seed: u32) -> impl Iterator<Item = u32> {
    let mut state = seed;
    (0..count).map(move |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    })
}

/// `(r / 2²⁴ − ½) · scale`, rounded to f32 before the scale as the definition does.
pub fn fill(count: usize, seed: u32, scale: f32) -> Vec<f32> {
    draws(count, seed).map(|r| (f64::from(r) / 16_777_216.0 - 0.5) as f32 * scale).collect()
}

/// `r mod m`, as f32 since tensors hold nothing else.
pub fn ints(count: usize, seed: u32, m: u32) -> Vec<f32> {
    draws(count, seed).map(|r| (r % m) as f32).collect()
}

/// The fingerprint that outputs are checked by: `√ mean((1 + i mod 7) · out_i²)`.
pub fn fingerprint(values: &[f32]) -> f64 {
    let total: f64 = values.iter().enumerate().map(|(i, &v)| (1 + i % 7) as f64 * f64::from(v).powi(2)).sum();
    (total / values.len() as f64).sqrt()
}
