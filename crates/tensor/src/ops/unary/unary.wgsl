// out[i] = FUNCTION(x[place of i]). One invocation computes one element.
// x: strided; out: [count], contiguous.
// Agrees with the CPU: relu and neg to the bit (NaN stays NaN), silu to 1e-6, gelu_erf to 2e-7,
// both relative to |x|.

override FUNCTION: u32 = 0u; // 0 relu, 1 gelu_erf, 2 silu, 3 neg

struct View {
    shape: array<vec4<u32>, 2>,   // 6 dimensions, aligned right
    strides: array<vec4<u32>, 2>, // element 7: offset of the first element
}

struct Uniforms {
    x: View,
    count: u32,
    row: u32, // invocations in one row of the grid
    unused0: u32,
    unused1: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

fn place(index: u32) -> u32 {
    var rest = index;
    var at = u.x.strides[1][3];
    for (var dim = 5i; dim >= 0i; dim--) {
        let size = u.x.shape[dim / 4][dim % 4];
        at += (rest % size) * u.x.strides[dim / 4][dim % 4];
        rest /= size;
    }
    return at;
}

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

// x · sigmoid(x), by exp of a number ≤ 0, so that nothing overflows.
fn silu(x: f32) -> f32 {
    let e = exp(-abs(x));
    return x * select(1.0, e, x < 0.0) / (1.0 + e);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let value = x[place(i)];
    switch FUNCTION {
        case 0u: { out[i] = select(value, 0.0, value < 0.0); }
        case 1u: { out[i] = gelu_erf(value); }
        case 2u: { out[i] = silu(value); }
        default: { out[i] = -value; }
    }
}
