//! Against the standard library's functions in f64, over samples of all f32.

use super::*;

/// erf by its power series (Abramowitz & Stegun 7.1.6), to about 1e-15.
fn erf_f64(x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (x, x, 0.0);
    while x.abs() < 6.0 && term.abs() > 1e-17 * sum.abs() {
        n += 1.0;
        term *= 2.0 * x * x / (2.0 * n + 1.0);
        sum += term;
    }
    if x.abs() < 6.0 { sum * std::f64::consts::FRAC_2_SQRT_PI * (-x * x).exp() } else { x.signum() }
}

/// An error in units of the last place of `exact` in f32.
fn ulps(found: f32, exact: f64) -> f64 {
    let exponent = (exact.abs().log2().floor() as i32).max(-126);
    (f64::from(found) - exact).abs() / 2.0_f64.powi(exponent - 23)
}

/// The largest `error(x)` over every 4093rd f32 from −`bound` to `bound`, but 0; ∞ where one is NaN.
fn worst(bound: f32, error: impl Fn(f32) -> f64) -> f64 {
    let places = (1..bound.to_bits()).step_by(4093).map(f32::from_bits);
    let errors = places.flat_map(|x| [x, -x]).map(error);
    errors.map(|e| if e.is_nan() { f64::INFINITY } else { e }).fold(0.0, f64::max)
}

#[track_caller]
fn assert_ulps(bound: f32, f: fn(f32) -> f32, exact: fn(f64) -> f64, limit: f64) {
    let found = worst(bound, |x| ulps(f(x), exact(f64::from(x))));
    assert!(found <= limit, "{found} ulp, not {limit}");
}

#[test]
fn exponential_and_logarithm_are_right_to_an_ulp() {
    assert_ulps(88.7, exp, f64::exp, 1.0);
    assert!(worst(f32::INFINITY, |x| ulps(ln(x.abs()), f64::from(x.abs()).ln())) <= 0.84);
    assert!((-600..600).all(|k| {
        let x = 1.3_f64.powi(k);
        (ln_f64(x) - x.ln()).abs() <= 2e-13 * x.ln().abs()
    }));
}

#[test]
fn sigmoids_are_right_to_a_few_ulp() {
    assert_ulps(f32::INFINITY, tanh, f64::tanh, 1.4);
    assert_ulps(700.0, sigmoid, |x| 1.0 / (1.0 + (-x).exp()), 2.41);
    assert_ulps(f32::INFINITY, erf, erf_f64, 1.45);
}

#[test]
fn the_error_of_gelu_is_small_beside_x() {
    let exact = |x: f64| 0.5 * x * (1.0 + erf_f64(x * std::f64::consts::FRAC_1_SQRT_2));
    let error = |x: f32| (f64::from(gelu_erf(x)) - exact(f64::from(x))).abs() / f64::from(x.abs());
    // Without denormals, where x / 2 is rounded.
    assert!(worst(f32::MAX, |x| if x.is_normal() { error(x) } else { 0.0 }) <= 1.3e-7);
    // mpmath, 20 digits.
    for (x, exact) in [(-5.0, -1.4332578597e-6), (-9.0, -1.0157295654e-18), (-12.5, -4.6657053736e-35)] {
        assert!((gelu_erf(x) / exact - 1.0).abs() < 2e-5, "{x}: {}", gelu_erf(x));
    }
}

#[test]
fn sine_and_cosine_are_right_to_a_ten_millionth() {
    let error = |x: f32| {
        let (sin_x, cos_x) = f64::from(x).sin_cos();
        (f64::from(sin(x)) - sin_x).abs().max((f64::from(cos(x)) - cos_x).abs())
    };
    assert!(worst(268_435_456.0, error) <= 1e-7);
    assert!(worst(f32::MAX, |x| f64::from(sin(x).abs().max(cos(x).abs()))) <= 1.0);
}

#[test]
fn powers_are_right_to_an_ulp() {
    for step in 0..200_000 {
        // Steps that fill the square evenly (Roberts 2018, the R₂ sequence).
        let (u, v) = (f64::from(step) * 0.754_877_666 % 1.0, f64::from(step) * 0.569_840_29 % 1.0);
        let (x, y) = ((40.0 * u - 8.0) as f32, (50.0 * v - 25.0) as f32);
        let y = if x < 0.0 { y.round() } else { y };
        let exact = f64::from(x).powf(f64::from(y));
        assert!(exact.abs() > f64::from(f32::MAX) || ulps(pow(x, y), exact) <= 1.0, "{x}^{y}: {}", pow(x, y));
    }
}

#[test]
fn special_values_are_those_of_the_standard_library() {
    let inf = f32::INFINITY;
    let special = [0.0, 1.0, 1e-45, 3e-39, 0.5, 2.0, 3.0, 8388609.0, f32::MAX, inf, f32::NAN];
    let special: Vec<f32> = special.into_iter().flat_map(|x| [x, -x]).collect();
    let same = |found: f32, expected: f32| {
        found.to_bits() == expected.to_bits() || (found.is_nan() && expected.is_nan()) || {
            expected.is_normal() && (found - expected).abs() <= 2e-7 * expected.abs()
        }
    };
    for &x in &special {
        assert!(same(exp(x), x.exp()), "exp({x}): {}", exp(x));
        assert!(same(ln(x), x.ln()), "ln({x}): {}", ln(x));
        assert!(same(tanh(x), x.tanh()), "tanh({x}): {}", tanh(x));
        assert!(same(sigmoid(x), 1.0 / (1.0 + (-x).exp())), "sigmoid({x}): {}", sigmoid(x));
        for &y in &special {
            assert!(same(pow(x, y), x.powf(y)), "{x}^{y}: {}", pow(x, y));
        }
    }
    assert!(
        [sin(inf), cos(inf), sin(f32::NAN), erf(f32::NAN), gelu_erf(f32::NAN)].iter().all(|x| x.is_nan())
    );
    assert_eq!([erf(inf), erf(-inf), gelu_erf(inf), gelu_erf(-inf)], [1.0, -1.0, inf, 0.0]);
    assert_eq!([exp(88.8), exp(-104.0), exp(-103.5)], [inf, 0.0, 1e-45]);
    assert!([sin(-0.0), erf(-0.0), gelu_erf(-0.0)].iter().all(|x| x.to_bits() == (-0.0_f32).to_bits()));
}
