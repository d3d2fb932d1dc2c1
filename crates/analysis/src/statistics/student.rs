//! Student's t: the probability of a value as far from 0, and the 97.5 % point.

/// P(|t| ≥ |value|) for a whole number of degrees of freedom ν, at least 1: the regularised incomplete
/// beta function I_x(ν/2, 1/2) at x = ν / (ν + t²) (Abramowitz & Stegun 1964, 26.7.1 and 26.5.27).
pub(super) fn two_sided_p(value: f64, degrees_of_freedom: usize) -> f64 {
    let freedom = degrees_of_freedom as f64;
    let squared = value * value;
    // 1 − x on its own: near t = 0 it would lose its digits.
    incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + squared), squared / (freedom + squared))
}

/// The value that t exceeds in 2.5 % of cases, by bisection.
pub(super) fn quantile_975(degrees_of_freedom: usize) -> f64 {
    // ν = 1 has the largest, 12.7.
    let (mut low, mut high) = (0.0, 16.0);
    // Each halving gains a binary digit; f64 has 53, and the range has 4 before the point.
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if two_sided_p(middle, degrees_of_freedom) > 0.05 {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// I_x(a, b), with `y` = 1 − x.
fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x == 0.0 || y == 0.0 {
        return if x == 0.0 { 0.0 } else { 1.0 };
    }
    let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = (a * x.ln() + b * y.ln() - log_beta).exp();
    // The fraction converges fast on the side of the mean a / (a + b) away from 1; the other
    // side follows from I_x(a, b) = 1 − I_y(b, a).
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, y) / b
    }
}

/// The continued fraction of Abramowitz & Stegun 1964, 26.5.8, by Lentz's method (Lentz 1976, "Generating
/// Bessel functions in Mie scattering calculations using continued fractions", Applied Optics 15(3)).
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    // No denominator may be exactly 0; far smaller than any that matters.
    const TINY: f64 = 1e-300;
    let away_from_0 = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_0(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    // About √max(a, b) terms are needed: enough for a million degrees of freedom.
    for step in 1..10_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = fraction;
        for numerator in [even, odd] {
            d = 1.0 / away_from_0(1.0 + numerator * d);
            c = away_from_0(1.0 + numerator / c);
            fraction *= c * d;
        }
        if (fraction - before).abs() <= f64::EPSILON * fraction.abs() {
            break;
        }
    }
    fraction
}
