// out[i] = Σ_slice x[slice, i], upwards in one f32 sum: the second pass of a product whose long sums were
// cut into slices. One invocation computes one element.
// x: [slices, count], out: [count], both contiguous.
// The cut product agrees with the CPU to 1e-5 of the largest output.

struct Uniforms {
    count: u32,
    row: u32, // invocations in one row of the grid
    slices: u32,
    unused: u32,
}

@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read_write> out: array<f32>;

// --- finish
fn finish(i: u32, carried: f32) -> f32 {
    return carried;
}
// --- end finish

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
    let i = id.x + id.y * u.row;
    if (i >= u.count) {
        return;
    }
    var sum = 0.0;
    for (var slice = 0u; slice < u.slices; slice++) {
        sum += x[slice * u.count + i];
    }
    out[i] = finish(i, sum);
}
