// out[i, k] = Σ_j c[i, j] · sign(x[i, k] − y[j, k]), j upwards in one f32 sum. One invocation computes
// one element.
// x: [n, width], y: [m, width] and c: [n, m], all contiguous from offsets; out: as x.
// Agrees with the CPU (f64 sums) to 1e-5 of the largest.

struct Uniforms {
    count: u32, // n · width
    row: u32,   // invocations in one row of the grid
    m: u32,
    width: u32,
    x_offset: u32,
    y_offset: u32,
    c_offset: u32,
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> y: array<f32>;
@group(0) @binding(3) var<storage, read> c: array<f32>;
@group(0) @binding(4) var<storage, read_write> out: array<f32>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    let own = x[u.x_offset + i];
    let column = i % u.width;
    let line = u.c_offset + i / u.width * u.m;
    var sum = 0.0;
    for (var j = 0u; j < u.m; j++) {
        let other = y[u.y_offset + j * u.width + column];
        sum += c[line + j] * (select(0.0, 1.0, own > other) - select(0.0, 1.0, own < other));
    }
    out[i] = sum;
}
