//! The functions of the elementwise programs in f32, written so that a loop over a block vectorises
//! (SSE2, wasm simd128): no branches, no tables, no calls. They use only operations that IEEE 754
//! rounds exactly and never a fused multiply-add, so every machine and browser gets the same bits.
//! NaN gives NaN. Errors in ulp, units of the result's last place, are the largest over all 2³² numbers.
#![allow(clippy::excessive_precision, reason = "constants as their sources print them")]

use std::f32::consts::{FRAC_1_SQRT_2, LOG2_E};
use std::f64::consts::{FRAC_2_PI, LN_2};
use std::ops::{Add, Mul};

/// 1.5 · 2²³: once it is added, the last bits hold the nearest whole number (|x| < 2²²).
const ROUND: f32 = 12_582_912.0;
/// 1.5 · 2⁵²: the same in f64, with a whole number's low half in the low 32 bits (|x| < 2⁵¹).
const ROUND_F64: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts (Cody & Waite 1980): multiples of the first are exact. Cephes expf.c.
const LN2_HI: f32 = 0.693359375;
const LN2_LO: f32 = -2.12194440e-4;

/// `c[0] xⁿ + … + c[n]`.
#[inline(always)]
fn polynomial<T: Copy + Mul<Output = T> + Add<Output = T>, const N: usize>(x: T, c: [T; N]) -> T {
    let mut sum = c[0];
    for &next in &c[1..] {
        sum = sum * x + next;
    }
    sum
}

/// `e^r · 2ⁿ` for |r| ≤ ln 2 / 2 and −150 ≤ n ≤ 128. Polynomial: Cephes expf.c.
#[inline(always)]
fn exp_scaled(r: f32, n: i32) -> f32 {
    const P: [f32; 6] = [
        1.9875691500E-4,
        1.3981999507E-3,
        8.3334519073E-3,
        4.1665795894E-2,
        1.6666665459E-1,
        5.0000001201E-1,
    ];
    let power = |n: i32| f32::from_bits((n.wrapping_add(127) << 23) as u32);
    // In two steps, since 2ⁿ alone may be no f32: the first is exact, the second rounds denormals.
    let half = n >> 1;
    (polynomial(r, P) * (r * r) + r + 1.0) * power(half) * power(n.wrapping_sub(half))
}

/// `e^x`: ∞ above 88.72, denormal below −87.33, 0 below −103.97. Error < 1 ulp.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = x.clamp(-104.0, 89.0);
    let shifted = x * LOG2_E + ROUND;
    let n = shifted - ROUND;
    let whole = (shifted.to_bits() as i32).wrapping_sub(ROUND.to_bits() as i32);
    exp_scaled(x - n * LN2_HI - n * LN2_LO, whole)
}

/// `ln x`: NaN below 0, −∞ of 0. x = 2ⁿ (1 + f) with 1 + f in [√½, √2). Polynomial in f, and ln 2 in two
/// parts: Cephes logf.c. Error < 0.84 ulp.
#[inline(always)]
pub(crate) fn ln(x: f32) -> f32 {
    const P: [f32; 9] = [
        7.0376836292E-2,
        -1.1514610310E-1,
        1.1676998740E-1,
        -1.2420140846E-1,
        1.4249322787E-1,
        -1.6668057665E-1,
        2.0000714765E-1,
        -2.4999993993E-1,
        3.3333331174E-1,
    ];
    const START: u32 = FRAC_1_SQRT_2.to_bits();
    // A denormal has no such form; 2²³ times it has.
    let small = x < f32::MIN_POSITIVE;
    let bits = (if small { x * 8_388_608.0 } else { x }).to_bits().wrapping_sub(START);
    let n = ((bits as i32) >> 23) as f32 - if small { 23.0 } else { 0.0 };
    let f = f32::from_bits((bits & 0x007f_ffff).wrapping_add(START)) - 1.0;
    let z = f * f;
    let value = f + (f * z * polynomial(f, P) + n * LN2_LO - 0.5 * z) + n * LN2_HI;
    let below = if x < 0.0 { f32::NAN } else { x };
    let special = if x == 0.0 { f32::NEG_INFINITY } else { below };
    if (x > 0.0) & (x < f32::INFINITY) { value } else { special }
}

/// `ln x` in f64 to 2e-13, relative, for a finite x > 0 that is not denormal. x = 2ᵏ (1 + f) as in [`ln`],
/// and ln(1 + f) = 2 artanh s, s = f / (2 + f). Polynomial in z = s²: Remez exchange in mpmath on
/// (2 artanh(s) / s − 2) / z, z in [0, (3 − 2√2)²].
#[inline(always)]
pub(crate) fn ln_f64(x: f64) -> f64 {
    const P: [f64; 5] = [
        0.19363143313963797,
        0.22191372036239557,
        0.28571755064881561,
        0.39999998794230311,
        0.66666666667377938,
    ];
    const START: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    // 2⁵²: a whole number below it is the last bits of their sum.
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    // 1024 more, so that the exponent is not negative: SSE2 lacks the signed shift of 64 bits.
    let bits = x.to_bits().wrapping_sub(START).wrapping_add(1024 << 52);
    let k = f64::from_bits((bits >> 52) | WHOLE.to_bits()) - (WHOLE + 1024.0);
    let f = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(START)) - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    k * LN_2 + s * (2.0 + z * polynomial(z, P))
}

/// `tanh x`. Below 0.625 the polynomial of Cephes tanhf.c, beyond it `1 − 2 / (e^2x + 1)`.
/// Error < 1.34 ulp.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    const P: [f32; 5] =
        [-5.70498872745E-3, 2.06390887954E-2, -5.37397155531E-2, 1.33314422036E-1, -3.33332819422E-1];
    let (a, z) = (x.abs(), x * x);
    let near = a + a * z * polynomial(z, P);
    let far = 1.0 - 2.0 / (exp(2.0 * a) + 1.0);
    (if a < 0.625 { near } else { far }).copysign(x)
}

/// `1 / (1 + e^−x)`, by an exponential that cannot overflow. Error < 2.41 ulp.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    let e = exp(-x.abs());
    (if x < 0.0 { e } else { 1.0 }) / (1.0 + e)
}

/// erf(z) for |z| < 1: z + z P(z²), P of least relative error of the whole (Remez exchange in mpmath on
/// erf(z) / z, z² in [0, 1]; in f32 coefficients 5e-9 are left).
#[inline(always)]
fn erf_near(z: f32) -> f32 {
    const P: [f32; 7] =
        [7.85386073e-05, -0.000801019371, 0.00518832775, -0.026853811, 0.112835854, -0.37612626, 0.128379166];
    z + z * polynomial(z * z, P)
}

/// `erfc(z)` for 1 ≤ z ≤ 11: exp(−z²) times a polynomial in t = 1 / (1 + z), the shape of Abramowitz
/// & Stegun 7.1.26 (Remez exchange in mpmath on erfc(z) exp(z²) / t, t in [1/12, 1/2], which left 9e-8).
#[inline(always)]
fn erfc_far(z: f32) -> f32 {
    const P: [f32; 7] =
        [-1.05091047, 2.34028864, -1.62761235, -0.0949481204, 0.26056543, 0.56549871, 0.564157128];
    let t = 1.0 / (1.0 + z);
    polynomial(t, P) * t * exp(-z * z)
}

/// The error function. Error < 1.45 ulp.
#[inline(always)]
pub(crate) fn erf(x: f32) -> f32 {
    let z = x.abs();
    let near = erf_near(z);
    // Beyond 11, erfc is 0 in f32.
    let far = 1.0 - erfc_far(if z > 11.0 { 11.0 } else { z });
    (if z < 1.0 { near } else { far }).copysign(x)
}

/// `x · Φ(x)`, Φ the normal distribution function; its lower tail is not found by subtraction.
/// −0 far below and of −∞. Error < 1.3e-7 |x|, and below 3e-5 of the result where that is not denormal.
#[inline(always)]
pub(crate) fn gelu_erf(x: f32) -> f32 {
    // Below −15 the result is 0 in f32; so is the tail beyond z = 11.
    let x = if x < -15.0 { -15.0 } else { x };
    let z = x * FRAC_1_SQRT_2;
    let near = 0.5 * (1.0 + erf_near(z));
    let a = z.abs();
    let tail = 0.5 * erfc_far(if a > 11.0 { 11.0 } else { a });
    let far = if x < 0.0 { tail } else { 1.0 - tail };
    x * if a < 1.0 { near } else { far }
}

/// sin(x + quarters · π/2). x is brought to [−π/4, π/4] in f64, with π/2 in two parts (Cody & Waite
/// 1980; FreeBSD e_rem_pio2f.c). Polynomials: Cephes sinf.c.
#[inline(always)]
fn sine(x: f32, quarters: u32) -> f32 {
    const PI_2_HI: f64 = 1.57079631090164184570e+00;
    const PI_2_LO: f64 = 1.58932547735281966916e-08;
    const SIN: [f32; 3] = [-1.9515295891E-4, 8.3321608736E-3, -1.6666654611E-1];
    const COS: [f32; 3] = [2.443315711809948E-005, -1.388731625493765E-003, 4.166664568298827E-002];
    let x = f64::from(x);
    let shifted = x * FRAC_2_PI + ROUND_F64;
    let n = shifted - ROUND_F64;
    // The bounds matter only where x is so large that nothing is left of its angle.
    let r = ((x - n * PI_2_HI - n * PI_2_LO) as f32).clamp(-0.8, 0.8);
    let q = (shifted.to_bits() as u32).wrapping_add(quarters);
    let z = r * r;
    let sin = (r + r * z * polynomial(z, SIN)).copysign(r);
    let cos = 1.0 - 0.5 * z + z * z * polynomial(z, COS);
    let value = if q & 1 == 0 { sin } else { cos };
    f32::from_bits(value.to_bits() ^ ((q & 2) << 30))
}

/// `sin x`. Error < 1e-7 for |x| ≤ 2²⁸; beyond that the angle is lost by and by, and the result is some
/// number in [−1, 1].
#[inline(always)]
pub(crate) fn sin(x: f32) -> f32 {
    sine(x, 0)
}

/// `cos x`; see [`sin`].
#[inline(always)]
pub(crate) fn cos(x: f32) -> f32 {
    sine(x, 1)
}

/// Whether a number has no fraction; true for ∞.
#[inline(always)]
fn is_whole(x: f32) -> bool {
    // From 2²³ on every f32 is whole; below, adding that rounds.
    let a = x.abs();
    (a >= 8_388_608.0) | (a + 8_388_608.0 - 8_388_608.0 == a)
}

/// `x^y` as IEEE 754 has it: 1 where y is 0 or x is 1, NaN for a negative x with a fractional y,
/// negative for a negative x with an odd y. y ln x is held in f64, since its error is the relative
/// error of the result. Error < 1 ulp (largest of 10⁸ random pairs).
#[inline(always)]
pub(crate) fn pow(x: f32, y: f32) -> f32 {
    let a = x.abs();
    let special = if a == 0.0 { f32::NEG_INFINITY } else { a };
    let is_plain = (a > 0.0) & (a < f32::INFINITY);
    let ln = if is_plain { ln_f64(f64::from(a)) } else { f64::from(special) };
    let t = (f64::from(y) * ln).clamp(-104.0, 89.0);
    let shifted = t * std::f64::consts::LOG2_E + ROUND_F64;
    let r = t - (shifted - ROUND_F64) * LN_2;
    let size = exp_scaled(r as f32, shifted.to_bits() as i32);
    let size = if (a == 1.0) | (y == 0.0) { 1.0 } else { size };
    let is_odd = is_whole(y) & !is_whole(0.5 * y);
    let signed = if is_odd { size.copysign(x) } else { size };
    if (x < 0.0) & (a < f32::INFINITY) & !is_whole(y) { f32::NAN } else { signed }
}

#[cfg(test)]
mod tests;
