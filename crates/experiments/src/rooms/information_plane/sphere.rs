//! The task: twelve points of a sphere are marked or not, and a rule that does not care how the sphere is turned says yes
//! or no.

/// Points, and numbers of an input.
pub const N_POINTS: usize = 12;
/// All inputs.
pub const N_PATTERNS: usize = 1 << N_POINTS;
/// Weight of each degree of Legendre polynomials in the rule, from degree 1.
const WEIGHTS: [f64; 4] = [0.6, 1.0, -0.7, 0.5];

/// A pattern as an input: 1 where a point is marked, −1 elsewhere.
pub fn input(pattern: usize) -> [f32; N_POINTS] {
    std::array::from_fn(|point| if pattern >> point & 1 == 1 { 1.0 } else { -1.0 })
}

/// The points, as evenly as a spiral puts them (Fibonacci's lattice).
fn points() -> [[f64; 3]; N_POINTS] {
    let golden = std::f64::consts::PI * (3.0 - 5_f64.sqrt());
    std::array::from_fn(|k| {
        let z = 1.0 - 2.0 * (k as f64 + 0.5) / N_POINTS as f64;
        let (sin, cos) = (golden * k as f64).sin_cos();
        let radius = (1.0 - z * z).sqrt();
        [radius * cos, radius * sin, z]
    })
}

/// f = Σₗ wₗ (2l + 1)/4π Σᵢⱼ sᵢ sⱼ Pₗ(cos θᵢⱼ) of every pattern: by the addition theorem a sum of squares of spherical
/// harmonics, so that turning the sphere changes nothing. `[N_PATTERNS]`.
pub fn rule_values() -> Vec<f64> {
    let points = points();
    let mut pairs = [[0.0; N_POINTS]; N_POINTS];
    for (i, a) in points.iter().enumerate() {
        for (j, b) in points.iter().enumerate() {
            let cos: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
            let terms = WEIGHTS.iter().zip(legendre(cos)).enumerate();
            pairs[i][j] = terms
                .map(|(at, (w, p))| w * (2 * (at + 1) + 1) as f64 / (4.0 * std::f64::consts::PI) * p)
                .sum();
        }
    }
    let of = |pattern: usize| {
        let s = input(pattern).map(f64::from);
        let row = |i: usize| s[i] * (0..N_POINTS).map(|j| s[j] * pairs[i][j]).sum::<f64>();
        (0..N_POINTS).map(row).sum()
    };
    (0..N_PATTERNS).map(of).collect()
}

/// Legendre polynomials of degrees 1 to 4.
fn legendre(x: f64) -> [f64; 4] {
    let x2 = x * x;
    [x, (3.0 * x2 - 1.0) / 2.0, (5.0 * x2 - 3.0) * x / 2.0, ((35.0 * x2 - 30.0) * x2 + 3.0) / 8.0]
}

/// The value that halves the patterns.
pub fn threshold(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (sorted[sorted.len() / 2 - 1] + sorted[sorted.len() / 2]) / 2.0
}

/// Probability of yes for a value, 1/(1 + exp(−γ (f − θ))).
pub fn probability(value: f64, threshold: f64, gamma: f64) -> f64 {
    1.0 / (1.0 + (-gamma * (value - threshold)).exp())
}
