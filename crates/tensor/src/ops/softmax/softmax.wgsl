// out[r, i] = exp(x[r, i] − max) / Σ exp(x[r, ·] − max). One workgroup does one row: invocation t
// takes the elements t, t + 64, …, and the 64 partial results meet in a fixed tree (see reduce.wgsl).
// x: [rows, width], contiguous from an offset; out: [rows, width], contiguous.
// Agrees with the CPU (f64 sums) to 1e-6; −inf gives 0, a row of only −inf, or with a NaN,
// gives NaN.

struct Uniforms {
    rows: u32,
    width: u32,
    row: u32,    // workgroups in one row of the grid
    offset: u32, // first element of x
    lowest: f32, // −inf, which WGSL cannot spell
    unused0: u32,
    unused1: u32,
    unused2: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

var<workgroup> partial: array<f32, 64>;

// exp of d ≤ 0. Below −103, where f32 holds only 0, WGSL's exp may err without bound; and some
// devices turn NaN into a number, so it goes around.
fn weight(d: f32) -> f32 {
    return select(d, select(exp(d), 0.0, d < -103.0), d <= 0.0);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let r = group.x + group.y * u.row;
    if (r >= u.rows) {
        return;
    }
    let start = u.offset + r * u.width;

    var largest = u.lowest;
    for (var i = t; i < u.width; i += 64u) {
        let value = x[start + i];
        // Not `max`, whose answer WGSL leaves open for NaN.
        largest = select(largest, value, value > largest);
    }
    partial[t] = largest;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (t < half) {
            let other = partial[t + half];
            partial[t] = select(partial[t], other, other > partial[t]);
        }
    }
    workgroupBarrier();
    largest = partial[0];
    workgroupBarrier();

    var total = 0.0;
    for (var i = t; i < u.width; i += 64u) {
        total += weight(x[start + i] - largest);
    }
    partial[t] = total;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (t < half) {
            partial[t] += partial[t + half];
        }
    }
    workgroupBarrier();
    let scale = 1.0 / partial[0];

    for (var i = t; i < u.width; i += 64u) {
        out[r * u.width + i] = weight(x[start + i] - largest) * scale;
    }
}
