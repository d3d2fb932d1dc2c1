// out[o, i, j] = Σ_t weights[i, t] · x[o, starts[i] + t, j]: a banded matrix along one dimension.
// One invocation computes one element, t upwards in one f32 sum.
// x: [outer, n_in, inner], starts: [n_out] whole numbers, weights: [n_out, band], contiguous from offsets;
// out: [outer, n_out, inner], contiguous. starts[i] + band ≤ n_in.
// Agrees with the CPU to 1e-5 of the largest output.

struct Uniforms {
    count: u32,
    row: u32,    // invocations in one row of the grid
    offset: u32, // first elements of the inputs
    starts_offset: u32,
    weights_offset: u32,
    n_in: u32,
    n_out: u32,
    inner: u32,
    band: u32,
    unused0: u32,
    unused1: u32,
    unused2: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> starts: array<f32>;
@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let index = id.x + id.y * u.row;
    if (index >= u.count) {
        return;
    }
    let j = index % u.inner;
    let i = (index / u.inner) % u.n_out;
    let o = index / (u.inner * u.n_out);
    let start = u32(starts[u.starts_offset + i]);
    var at = u.offset + (o * u.n_in + start) * u.inner + j;
    var sum = 0.0;
    for (var t = 0u; t < u.band; t++) {
        sum += weights[u.weights_offset + i * u.band + t] * x[at];
        at += u.inner;
    }
    out[index] = sum;
}
