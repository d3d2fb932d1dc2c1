// Reduces the middle of [outer, middle, inner] after a fused program: one workgroup computes one
// output. Invocation t takes the elements t, t + 64, … in order, then the 64 partial results meet in a
// fixed tree: a device repeats itself to the bit, and the error of a sum grows with middle / 64 + 6.
// For long sums. What stands between the marks is an example; the fuser (wgsl.rs) puts the program
// there. data as in reduce_thread.wgsl, but that data[0].y is the number of workgroups in one row.
// The CPU sums in f64: agrees to 1e-6 of Σ|x|. Largest and smallest agree exactly and ignore NaN.

// --- generated
struct Uniforms { data: array<vec4<u32>, 2> }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> in0: array<f32>;
@group(0) @binding(2) var<storage, read_write> out0: array<f32>;
fn value(i: u32) -> f32 {
    return in0[i];
}
// --- end generated

var<workgroup> partial: array<f32, 64>;

fn join(a: f32, b: f32) -> f32 {
    switch u.data[1].x {
        case 0u: { return a + b; }
        // Not `max`, whose answer WGSL leaves open for NaN.
        case 1u: { return select(a, b, b > a); }
        default: { return select(a, b, b < a); }
    }
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let o = group.x + group.y * u.data[0].y;
    if (o >= u.data[0].x) {
        return;
    }
    let middle = u.data[0].z;
    let inner = u.data[0].w;
    let start = (o / inner) * middle * inner + o % inner;
    var result = 0.0;
    if (u.data[1].x == 1u) {
        result = bitcast<f32>(u.data[1].y);
    } else if (u.data[1].x == 2u) {
        result = bitcast<f32>(u.data[1].z);
    }
    for (var k = t; k < middle; k += 64u) {
        result = join(result, value(start + k * inner));
    }
    partial[t] = result;
    for (var half = 32u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if (t < half) {
            partial[t] = join(partial[t], partial[t + half]);
        }
    }
    if (t == 0u) {
        out0[o] = partial[0];
    }
}
