// out[i, j] = Σ_k |x[i, k] − y[j, k]|. One invocation computes one element, in one f32 sum.
// x: [n, width] and y: [m, width], both contiguous from an offset; out: [n, m], contiguous.
// Agrees with the CPU (f64 sums) to 1e-5 of the largest distance.

struct Uniforms {
    count: u32, // n · m
    row: u32,   // invocations in one row of the grid
    m: u32,
    width: u32,
    x_offset: u32,
    y_offset: u32,
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
    let at_x = u.x_offset + i / u.m * u.width;
    let at_y = u.y_offset + i % u.m * u.width;
    var sum = 0.0;
    for (var k = 0u; k < u.width; k++) {
        sum += abs(x[at_x + k] - y[at_y + k]);
    }
    out[i] = sum;
}
