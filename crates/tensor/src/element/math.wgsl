// temp
fn exp_safe(x: f32) -> f32 { return select(exp(x), 0.0, x < -103.0); }
fn sigmoid(x: f32) -> f32 { let e = exp_safe(-abs(x)); return select(1.0, e, x < 0.0) / (1.0 + e); }
fn tanh_safe(x: f32) -> f32 { return tanh(clamp(x, -15.0, 15.0)); }
fn pow_safe(x: f32, y: f32) -> f32 { return pow(x, y); }
// erf(z) for 0 ≤ z < 0.75: the first nine terms of its power series (Abramowitz & Stegun 1964,
// 7.1.5); the tenth is below 1e-9.
fn erf_near(z: f32) -> f32 {
    let s = z * z;
    var p = 1.64621144e-6;
    p = p * s - 1.49256504e-5;
    p = p * s + 1.20553330e-4;
    p = p * s - 8.54832702e-4;
    p = p * s + 5.22397763e-3;
    p = p * s - 2.68661706e-2;
    p = p * s + 1.12837917e-1;
    p = p * s - 3.76126389e-1;
    p = p * s + 1.12837917;
    return p * z;
}

// erfc(z) for z ≥ 0.75: exp(−z²) times a polynomial in 1 / (1 + z), the shape of Abramowitz &
// Stegun 7.1.26. The coefficients interpolate scipy's erfcx(1 / t − 1) at the Chebyshev points of
// t in [1/5, 1/1.75] (numpy's Chebyshev.interpolate, degree 6). |error| < 1e-7.
fn erfc_far(z: f32) -> f32 {
    let t = 1.0 / (1.0 + z);
    var p = -0.279587358;
    p = p * t + 1.13327143;
    p = p * t - 1.68784907;
    p = p * t + 0.803500783;
    p = p * t + 0.456261119;
    p = p * t + 0.576161217;
    p = p * t - 0.000555492825;
    return p * exp(-z * z);
}

// x · Φ(x), Φ(x) = (1 + erf(x / √2)) / 2.
fn gelu_erf(x: f32) -> f32 {
    // Beyond 6, erf is ±1 in f32, and z² must stay finite.
    let z = min(abs(x) * 0.70710678, 6.0);
    if (z < 0.75) {
        return 0.5 * x + 0.5 * x * select(erf_near(z), -erf_near(z), x < 0.0);
    }
    let tail = 0.5 * erfc_far(z);
    return x * select(1.0 - tail, tail, x < 0.0);
}

fn erf(x: f32) -> f32 { let z = abs(x); let far = 1.0 - erfc_far(min(z, 6.0)); let v = select(far, erf_near(z), z < 0.75); return select(v, -v, x < 0.0); }
// --- main
