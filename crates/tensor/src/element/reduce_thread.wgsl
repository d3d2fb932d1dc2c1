// Reduces the middle of [outer, middle, inner] after a fused program: one invocation computes one
// output, walking the middle upwards; neighbours read neighbouring columns. For short or many sums.
// What stands between the marks is an example; the fuser (wgsl.rs) puts the program there.
// data[0]: outputs, invocations in one row of the grid, middle, inner; data[1]: reducer (0 sum,
// 1 max, 2 min), bits of −inf and inf, which WGSL cannot spell, –.
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

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let o = id.x + id.y * u.data[0].y;
    if (o >= u.data[0].x) {
        return;
    }
    let middle = u.data[0].z;
    let inner = u.data[0].w;
    let start = (o / inner) * middle * inner + o % inner;
    if (u.data[1].x == 0u) {
        // Compensated (Kahan 1965), since one thread adds up to thousands of numbers.
        var sum = 0.0;
        var lost = 0.0;
        for (var k = 0u; k < middle; k++) {
            let next = value(start + k * inner) - lost;
            let total = sum + next;
            lost = (total - sum) - next;
            sum = total;
        }
        out0[o] = sum;
        return;
    }
    let is_max = u.data[1].x == 1u;
    var best = bitcast<f32>(select(u.data[1].z, u.data[1].y, is_max));
    for (var k = 0u; k < middle; k++) {
        let next = value(start + k * inner);
        let is_better = (is_max && (next > best)) || (!is_max && (next < best));
        best = select(best, next, is_better);
    }
    out0[o] = best;
}
