// Functions that WGSL lacks, or leaves open or coarse for some numbers (its specification, "Accuracy of
// concrete floating point expressions"). The text above the line of dashes is put into generated kernels,
// the text below makes the file a kernel of its own, which writes out[i] = FUNCTION(x[i], y[i]).
// x, y, out: [count], contiguous.
// Follows `math.rs`, where the constants' sources are; agrees with it to a few 1e-7 where no other bound
// is given. Denormals may become 0. Infinities and NaN are right on devices that have them.

// ∞, which WGSL cannot spell: only constants are refused.
fn infinity() -> f32 {
    var bits = 0x7F800000u;
    return bitcast<f32>(bits);
}

fn not_a_number() -> f32 {
    var bits = 0x7FC00000u;
    return bitcast<f32>(bits);
}

// eˣ. Beyond these bounds WGSL's exp may err without bound; and some devices turn NaN into a number, so it
// goes around. Relative error: 4e-7 + 2.4e-7 |x|, WGSL's own.
fn exp_safe(x: f32) -> f32 {
    let inside = select(0.0, exp(x), x >= -103.0);
    return select(select(x, infinity(), x > 88.72283), inside, x <= 88.72283);
}

// ln x. WGSL's log has an absolute error of 5e-7 between 1/2 and 2, which near 1 is all.
fn ln_safe(x: f32) -> f32 {
    let is_small = x < 1.17549435e-38;
    let bits = bitcast<u32>(select(x, x * 8388608.0, is_small)) - 0x3F3504F3u;
    let n = f32(bitcast<i32>(bits) >> 23u) - select(0.0, 23.0, is_small);
    let f = bitcast<f32>((bits & 0x007FFFFFu) + 0x3F3504F3u) - 1.0;
    var p = 7.0376836292e-2;
    p = p * f - 1.1514610310e-1;
    p = p * f + 1.1676998740e-1;
    p = p * f - 1.2420140846e-1;
    p = p * f + 1.4249322787e-1;
    p = p * f - 1.6668057665e-1;
    p = p * f + 2.0000714765e-1;
    p = p * f - 2.4999993993e-1;
    p = p * f + 3.3333331174e-1;
    let z = f * f;
    let value = f + (f * z * p + n * -2.12194440e-4 - 0.5 * z) + n * 0.693359375;
    let special = select(select(x, not_a_number(), x < 0.0), -infinity(), x == 0.0);
    return select(special, value, x > 0.0 && x <= 3.4028234e38);
}

// tanh x. WGSL's may err by 1e-5, and overflow for a large x.
fn tanh_safe(x: f32) -> f32 {
    let a = abs(x);
    let z = x * x;
    var p = -5.70498872745e-3;
    p = p * z + 2.06390887954e-2;
    p = p * z - 5.37397155531e-2;
    p = p * z + 1.33314422036e-1;
    p = p * z - 3.33332819422e-1;
    // Beyond 10, tanh is 1 in f32.
    let far = 1.0 - 2.0 / (exp(2.0 * select(a, 10.0, a > 10.0)) + 1.0);
    return select(select(far, -far, x < 0.0), x + x * z * p, a < 0.625);
}

fn sigmoid(x: f32) -> f32 {
    let e = exp_safe(-abs(x));
    return select(1.0, e, x < 0.0) / (1.0 + e);
}

// erf(z) for |z| < 1.
fn erf_near(z: f32) -> f32 {
    let s = z * z;
    var p = 7.85386073e-5;
    p = p * s - 8.01019371e-4;
    p = p * s + 5.18832775e-3;
    p = p * s - 2.6853811e-2;
    p = p * s + 1.12835854e-1;
    p = p * s - 3.7612626e-1;
    p = p * s + 1.28379166e-1;
    return z + z * p;
}

// erfc(z) for z ≥ 1; 0 from 11 on.
fn erfc_far(z: f32) -> f32 {
    let near = select(z, 11.0, z > 11.0);
    let t = 1.0 / (1.0 + near);
    var p = -1.05091047;
    p = p * t + 2.34028864;
    p = p * t - 1.62761235;
    p = p * t - 9.49481204e-2;
    p = p * t + 2.6056543e-1;
    p = p * t + 5.6549871e-1;
    p = p * t + 5.64157128e-1;
    return p * t * exp_safe(-near * near);
}

fn erf(x: f32) -> f32 {
    let z = abs(x);
    let far = 1.0 - erfc_far(z);
    return select(select(far, -far, x < 0.0), erf_near(x), z < 1.0);
}

// x · Φ(x), relative to |x|. Below −15 it is 0 in f32.
fn gelu_erf(x: f32) -> f32 {
    let inside = select(x, -15.0, x < -15.0);
    let z = inside * 0.70710678;
    let tail = 0.5 * erfc_far(abs(z));
    let far = select(1.0 - tail, tail, x < 0.0);
    return inside * select(far, 0.5 + 0.5 * erf_near(z), abs(z) < 1.0);
}

// sin(x + quarters · π/2), to 1e-6 for |x| ≤ 1e4; WGSL's own may err by 5e-4 within [−π, π], and without
// bound outside. π/2 in three parts, whose multiples by n are exact for the first two: Cephes sinf.c.
fn sine(x: f32, quarters: i32) -> f32 {
    let n = round(x * 0.636619772);
    let r = ((x - n * 1.5703125) - n * 4.837512969970703125e-4) - n * 7.54978995489188216e-8;
    let z = r * r;
    let sin_r = r + r * z * ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1);
    let cos_r = 1.0 - 0.5 * z
        + z * z * ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2);
    let q = i32(n) + quarters;
    let value = select(cos_r, sin_r, (q & 1) == 0);
    return select(value, -value, (q & 2) != 0);
}

fn sin_safe(x: f32) -> f32 {
    return sine(x, 0);
}

fn cos_safe(x: f32) -> f32 {
    return sine(x, 1);
}

fn is_whole(x: f32) -> bool {
    return floor(x) == x;
}

// xʸ with the signs and special values of IEEE 754. Relative error: 1e-6 + 5e-7 |y ln x|.
fn pow_safe(x: f32, y: f32) -> f32 {
    let a = abs(x);
    let power = exp_safe(y * ln_safe(a));
    let size = select(power, 1.0, a == 1.0 || y == 0.0);
    let is_odd = is_whole(y) && !is_whole(0.5 * y);
    let is_negative = (bitcast<u32>(x) >> 31u) != 0u;
    let signed = select(size, -size, is_odd && is_negative);
    return select(signed, not_a_number(), x < 0.0 && a <= 3.4028234e38 && !is_whole(y));
}

// --- main

override FUNCTION: u32 = 0u;

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> y: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    switch FUNCTION {
        case 0u: { out[i] = exp_safe(x[i]); }
        case 1u: { out[i] = ln_safe(x[i]); }
        case 2u: { out[i] = tanh_safe(x[i]); }
        case 3u: { out[i] = sigmoid(x[i]); }
        case 4u: { out[i] = erf(x[i]); }
        case 5u: { out[i] = gelu_erf(x[i]); }
        case 6u: { out[i] = sin_safe(x[i]); }
        case 7u: { out[i] = cos_safe(x[i]); }
        default: { out[i] = pow_safe(x[i], y[i]); }
    }
}
