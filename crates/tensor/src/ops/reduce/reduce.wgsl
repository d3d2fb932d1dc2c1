// out[r] = sum or largest of x[r, ..]. One workgroup reduces one row: invocation t takes the
// elements t, t + 64, … in order, then the 64 partial results meet in a fixed tree. So a row costs
// the same wherever it lies, its memory is read side by side, and the order never changes: a device
// repeats itself to the bit, and the error of a sum grows with width / 64 + 6, not with width.
// x: [rows, width], contiguous from an offset; out: [rows], contiguous.
// The CPU sums in f64: agrees to 1e-6 of Σ|x|. The largest agrees exactly and ignores NaN.

override FUNCTION: u32 = 0u; // 0 sum, 1 largest

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

fn join(a: f32, b: f32) -> f32 {
    if (FUNCTION == 0u) {
        return a + b;
    }
    // Not `max`, whose answer WGSL leaves open for NaN.
    return select(a, b, b > a);
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let r = group.x + group.y * u.row;
    if (r >= u.rows) {
        return;
    }
    let start = u.offset + r * u.width;
    var result = select(u.lowest, 0.0, FUNCTION == 0u);
    for (var i = t; i < u.width; i += 64u) {
        result = join(result, x[start + i]);
    }
    partial[t] = result;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (t < half) {
            partial[t] = join(partial[t], partial[t + half]);
        }
    }
    if (t == 0u) {
        out[r] = partial[0];
    }
}
